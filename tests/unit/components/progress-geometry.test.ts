import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counts, dayScale, NARROW, namedDays, WIDE } from '@/components/progress/day-axis'
import { forecastGeometry } from '@/components/progress/forecast-geometry'
import { apart, LINE } from '@/components/progress/mastery-geometry'
import { addDays } from '@/lib/domain/study-day'
import { the } from '@/tests/support/the'

const boxes = fc.constantFrom(WIDE, NARROW)

describe('what is drawn of progress', () => {
  it('keeps every bar inside the plot, the highest at its top', () => {
    const asked = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(asked, boxes, (all, box) => {
        const days = all.map((each, at) => ({
          day: addDays('2026-01-01', at),
          due: each,
          asked: each,
        }))
        const { bars, most } = forecastGeometry(days, box)
        for (const bar of bars) {
          expect(bar.x).toBeGreaterThanOrEqual(box.left)
          expect(bar.x + bar.width).toBeLessThanOrEqual(box.right + 1e-9)
          expect(bar.y).toBeGreaterThanOrEqual(box.top - 1e-9)
          expect(bar.y + bar.height).toBeCloseTo(box.bottom)
        }
        if (Math.max(...all) > 0) expect(Math.min(...bars.map(({ y }) => y))).toBeCloseTo(box.top)
        expect(counts(most).length).toBeLessThanOrEqual(5)
      }),
    )
  })

  it('names days at least so far apart, the first and the last among them', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        boxes,
        fc.integer({ min: 40, max: 120 }),
        (span, box, room) => {
          const [first, last] = ['2026-01-01', addDays('2026-01-01', span)]
          const named = namedDays(first, last, box, room)
          expect(named[0]).toBe(first)
          expect(named.at(-1)).toBe(last)
          const x = dayScale(first, last, box)
          const perDay = span > 0 ? (box.right - box.left) / span : 0
          for (const [place, day] of named.slice(1).entries())
            expect(x(day) - x(the(named[place]))).toBeGreaterThanOrEqual(room - perDay - 1e-9)
          for (const day of named) {
            expect(x(day)).toBeGreaterThanOrEqual(box.left)
            expect(x(day)).toBeLessThanOrEqual(box.right + 1e-9)
          }
        },
      ),
    )
  })

  it('puts no label on another, and none below the axis', () => {
    const wanted = fc.array(fc.double({ min: 0, max: 250, noNaN: true }), { maxLength: 4 })
    fc.assert(
      fc.property(wanted, (all) => {
        const placed = apart(
          [...all].sort((a, b) => a - b),
          256,
        )
        for (const [place, y] of placed.entries()) {
          expect(y).toBeLessThanOrEqual(256)
          if (place > 0) expect(y - the(placed[place - 1])).toBeGreaterThanOrEqual(LINE - 1e-9)
        }
      }),
    )
  })
})
