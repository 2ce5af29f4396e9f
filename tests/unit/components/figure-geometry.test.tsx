import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { ComponentType } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { LobsterEye } from '@/components/figure/lobster-eye'
import { SmileOrbit } from '@/components/figure/smile-orbit'
import type { InteractionProps } from '@/components/figure/words'
import messages from '@/content/messages/en.json'
import type { Interaction } from '@/lib/domain/lesson'
import { crossingFromCentre, imageOf, pointAt } from '@/lib/domain/lobster-eye'
import { orbitBetween, stateAt } from '@/lib/domain/orbit'

const FIGURES = 'content/courses/paris-13-january/figures'
const DRAWINGS = ['', '.narrow'] as const

const still = (figure: string, drawing: string) =>
  readFileSync(`${FIGURES}/${figure}${drawing}.svg`, 'utf8')

type Shape = Record<string, number>

/** The numbers of each shape of this name; `having` is a piece of its tag. */
const shapesOf = (svg: string, name: string, having = ''): Shape[] =>
  [...svg.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes(having))
    .map((tag) =>
      Object.fromEntries(
        [...tag.matchAll(/\b([a-z0-9]+)="(-?[\d.]+)"/g)].map(([, key = '', value]) => [
          key,
          Number(value),
        ]),
      ),
    )

/** The marks that an interaction lays over the wide and over the narrow drawing. */
function marksOf<Name extends Interaction>(
  Figure: ComponentType<InteractionProps<Name>>,
  words: InteractionProps<Name>['words'],
): string[] {
  const html = renderToStaticMarkup(
    <Figure
      words={words}
      steps={[]}
      stills={{ wide: '', narrow: '', wideBox: '0 0 1 1', narrowBox: '0 0 1 1' }}
    />,
  )
  const overlays = html.match(/<svg class="fig-marks".*?<\/svg>/g) ?? []
  expect(overlays).toHaveLength(DRAWINGS.length)
  return overlays
}

/** The one shape that is looked for; a second one, or none, fails. */
const only = (shapes: Shape[]): Shape => {
  expect(shapes).toHaveLength(1)
  return shapes[0] ?? {}
}
const at = (shape: Shape, key: string) => shape[key] ?? Number.NaN

describe.each(DRAWINGS.map((drawing, index) => ({ drawing, index })))(
  'the marks over the drawing “$drawing”',
  ({ drawing, index }) => {
    it('put Smile on the ellipse that is drawn, with its sight from the Earth that is drawn', () => {
      const svg = still('smile-orbit', drawing)
      const marks = marksOf(SmileOrbit, messages.figure['smile-orbit'])[index] ?? ''
      const ellipse = only(shapesOf(svg, 'ellipse'))
      const earth = only(shapesOf(svg, 'circle', 'var(--shoal)'))
      const craft = only(shapesOf(marks, 'circle', 'fig-mark'))
      const sight = only(shapesOf(marks, 'line', 'fig-sight'))
      const across = (at(craft, 'cx') - at(ellipse, 'cx')) / at(ellipse, 'rx')
      const along = (at(craft, 'cy') - at(ellipse, 'cy')) / at(ellipse, 'ry')
      expect(Math.hypot(across, along)).toBeCloseTo(1, 2)
      expect(at(sight, 'x1')).toBeCloseTo(at(earth, 'cx'), 0)
      expect(at(sight, 'y1')).toBeCloseTo(at(earth, 'cy'), 0)
    })

    it('have the dots of Smile’s orbit at equal times by Kepler’s laws', () => {
      const svg = still('smile-orbit', drawing)
      const ellipse = only(shapesOf(svg, 'ellipse'))
      const earth = only(shapesOf(svg, 'circle', 'var(--shoal)'))
      const orbit = orbitBetween(5_000, 121_000)
      const scale = orbit.semiMajorKm / at(ellipse, 'ry')
      const dots = shapesOf(svg, 'circle', 'var(--ink)" stroke="var(--sheet)')
      expect(dots).toHaveLength(17)
      for (const [number, dot] of dots.entries()) {
        const state = stateAt(orbit, (orbit.periodHours * number) / dots.length)
        const place = [at(earth, 'cx') + state.acrossKm / scale, state.alongKm / scale]
        expect(Math.abs(at(dot, 'cx') - (place[0] ?? 0))).toBeLessThan(0.2)
        expect(Math.abs(at(dot, 'cy') - at(earth, 'cy') - (place[1] ?? 0))).toBeLessThan(0.2)
      }
    })

    it('start the second rays on the plate and end them on the focal sphere about the same centre', () => {
      const svg = still('lobster-eye-optics', drawing)
      const marks = marksOf(LobsterEye, messages.figure['lobster-eye'])[index] ?? ''
      const cross = /d="M([\d.]+) ([\d.]+)h10M[\d.]+ [\d.]+v10"/.exec(svg)
      const centre = { x: Number(cross?.[1]) + 5, y: Number(cross?.[2]) }
      const image = shapesOf(svg, 'circle', 'var(--accent)')[0] ?? {}
      const focal = centre.x - at(image, 'cx')
      expect(focal).toBeGreaterThan(50)
      const away = (x: number, y: number) => Math.hypot(x - centre.x, y - centre.y)
      const rays = shapesOf(marks, 'line', 'fig-second')
      expect(rays.length).toBeGreaterThan(2)
      for (const ray of rays) {
        expect(away(at(ray, 'x1'), at(ray, 'y1'))).toBeCloseTo(2 * focal, 1)
        expect(away(at(ray, 'x2'), at(ray, 'y2'))).toBeCloseTo(focal, 1)
      }
      const second = only(shapesOf(marks, 'rect'))
      const middle = at(second, 'width') / 2
      expect(away(at(second, 'x') + middle, at(second, 'y') + middle)).toBeCloseTo(focal, 1)
    })
  },
)

describe('a ray that a pore’s wall reflects as a mirror does', () => {
  const cases = fc.tuple(
    fc.double({ min: -90, max: 90, noNaN: true }),
    fc.double({ min: -12, max: 12, noNaN: true }).filter((off) => Math.abs(off) > 0.01),
  )
  const RADIUS = 200

  /** Where the ray is and where it goes to, after the wall, which lies along the line to the centre. */
  const reflected = (source: number, off: number) => {
    const hit = pointAt(source + off, RADIUS)
    const towards = pointAt(source, -1)
    const wall = pointAt(source + off, 1)
    const share = 2 * (towards.x * wall.x + towards.y * wall.y)
    return { hit, way: { x: share * wall.x - towards.x, y: share * wall.y - towards.y } }
  }
  const missOf = ({ hit, way }: ReturnType<typeof reflected>, point: { x: number; y: number }) =>
    Math.abs((point.x - hit.x) * way.y - (point.y - hit.y) * way.x)

  it('crosses the direction of its source where the formula says', () => {
    fc.assert(
      fc.property(cases, ([source, off]) => {
        const crossing = pointAt(source, crossingFromCentre(off, RADIUS))
        expect(missOf(reflected(source, off), crossing)).toBeCloseTo(0, 8)
      }),
    )
  })
  it('misses the image by no more than half the radius times the cube of the angle', () => {
    fc.assert(
      fc.property(cases, ([source, off]) => {
        const bound = (RADIUS / 2) * Math.abs((off * Math.PI) / 180) ** 3
        const miss = missOf(reflected(source, off), imageOf(source, RADIUS))
        expect(miss).toBeLessThanOrEqual(bound + 1e-9)
      }),
    )
  })
})
