import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markOf } from '@/components/analysis/mark'
import { decimals, ofHundred } from '@/components/analysis/numbers'
import { labelPlaces, type PlotPoint, plotGeometry } from '@/components/analysis/plot-geometry'
import { READINGS } from '@/lib/domain/item-reading'

const box = { width: 640, height: 470, left: 58, right: 620, top: 34, bottom: 416 }
const point = (facility: number, discrimination: number, number = 1): PlotPoint => ({
  number,
  mark: 'adequate',
  facility,
  discrimination,
  ranges: { facility: null, discrimination: { from: discrimination - 0.3, to: 1 } },
})

describe('the drawing of questions', () => {
  it('holds every point and the range of the selected one, with zero always in it', () => {
    const shares = fc.double({ min: 0, max: 1, noNaN: true })
    const indices = fc.double({ min: -1, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(shares, indices), { minLength: 1, maxLength: 30 }), (all) => {
        const points = all.map(([facility, index], at) => point(facility, index, at + 1))
        const { places, up, y } = plotGeometry(points, null, box)
        for (const { mark } of places) {
          expect(mark.x).toBeGreaterThanOrEqual(box.left - 1e-6)
          expect(mark.x).toBeLessThanOrEqual(box.right + 1e-6)
          expect(mark.y).toBeGreaterThanOrEqual(box.top - 1e-6)
          expect(mark.y).toBeLessThanOrEqual(box.bottom + 1e-6)
        }
        expect(up).toContain(0)
        expect(y(0.3)).toBeGreaterThan(box.top)
      }),
    )
    const selected = point(0.5, 0.1)
    const { y } = plotGeometry([selected], selected, box)
    expect(y(1)).toBeGreaterThanOrEqual(box.top - 1e-6)
  })

  it('sets the numbers of points that lie together apart from each other', () => {
    const marks = [0, 0, 4, 8].map((by) => ({ x: 200 + by, y: 200 + by }))
    const places = labelPlaces(marks)
    places.forEach((place, at) => {
      for (const other of places.slice(at + 1))
        expect(Math.abs(place.x - other.x) >= 16 || Math.abs(place.y - other.y) >= 14).toBe(true)
    })
  })

  it('has a shape for each reading, and shapes that differ where readings ask for different things', () => {
    expect(READINGS.map(markOf)).toEqual([
      'negative',
      'extreme',
      'weak',
      'weak',
      'extreme',
      'adequate',
      'adequate',
      'none',
      'none',
    ])
  })
})

describe('a figure', () => {
  it.each([
    [0.384, '0.38'],
    [-0.12, '\u22120.12'],
    [-0.001, '0.00'],
    [0, '0.00'],
  ])('of %f is told as %s', (value, told) => {
    expect(decimals(value)).toBe(told)
    expect(ofHundred(value * 100)).toBe(told)
  })
})
