'use client'

import { fill } from '@/components/ui/words'
import { imageOf, pointAt } from '@/lib/domain/lobster-eye'
import { type Drawing, SliderFigure } from './slider-figure'
import type { InteractionProps } from './words'

/** The centre C, the plate's radius and the length of the rays in each drawing; the plate is left of C. */
const PLACES: Record<Drawing, { x: number; y: number; radius: number; ray: number }> = {
  wide: { x: 360, y: 216, radius: 200, ray: 112 },
  narrow: { x: 236, y: 196, radius: 150, ray: 64 },
}
/** Pores that send a ray to the image, in degrees aside from the source's direction. */
const PORES = [-24, -12, 0, 12, 24]

/** A second source beside the first: its rays find other pores, and its image another place. */
export function LobsterEye({ stills, words }: InteractionProps<'lobster-eye'>) {
  // To the right of the slider the source is lower, as it is drawn.
  const sideOf = (degrees: number) =>
    fill(degrees > 0 ? words.below : words.above, { degrees: Math.abs(degrees) })
  const say = (degrees: number) =>
    degrees === 0 ? words.ahead : fill(words.value, { degrees: sideOf(degrees) })
  return (
    <SliderFigure
      stills={stills}
      label={words.label}
      min={-10}
      max={10}
      first={8}
      readings={(degrees) => [say(degrees), degrees === 0 ? words.same : words.image]}
      marks={(degrees, drawing) => {
        const { x, y, radius, ray } = PLACES[drawing]
        const put = (point: { x: number; y: number }) => ({ x: x - point.x, y: y + point.y })
        const image = put(imageOf(degrees, radius))
        const back = pointAt(degrees, ray)
        return (
          <>
            {PORES.map((off) => {
              const hit = put(pointAt(degrees + off, radius))
              return (
                <g key={off}>
                  <line
                    className="fig-sight"
                    x1={hit.x - back.x}
                    y1={hit.y + back.y}
                    x2={hit.x}
                    y2={hit.y}
                  />
                  <line className="fig-second" x1={hit.x} y1={hit.y} x2={image.x} y2={image.y} />
                </g>
              )
            })}
            <rect
              className="fig-second-mark"
              x={image.x - 5}
              y={image.y - 5}
              width={10}
              height={10}
            />
          </>
        )
      }}
    />
  )
}
