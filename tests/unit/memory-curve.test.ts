import fc from 'fast-check'
import { expect, it } from 'vitest'
import { curveOf } from '@/lib/domain/memory-curve'
import { type EarnedGrade, recallOn, remember } from '@/lib/domain/schedule'
import { addDays } from '@/lib/domain/study-day'
import type { OwnEntry } from '@/lib/domain/study-history'
import { the } from '@/tests/support/the'

const entry = (day: string, grade: EarnedGrade, id: string): OwnEntry => ({
  ...{ id, at: new Date(`${day}T12:00:00Z`), day, source: 'review', grade, isEasy: false },
})
const logs = fc
  .array(
    fc.record({
      wait: fc.integer({ min: 0, max: 90 }),
      grade: fc.constantFrom<EarnedGrade>(1, 2, 3),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((steps) => {
    let day = '2026-01-01'
    return steps.map(({ wait, grade }, place) => {
      day = addDays(day, wait)
      return entry(day, grade, String(place).padStart(3, '0'))
    })
  })

it('begins at certainty after each answer that counts, and falls until the next one', () => {
  fc.assert(
    fc.property(logs, fc.integer({ min: 0, max: 200 }), (log, later) => {
      const today = addDays(the(log.at(-1)).day, later)
      const curve = the(curveOf(log, today))
      const days = [...new Set(log.map(({ day }) => day))]
      expect(curve.answers.map(({ day }) => day)).toEqual(days)
      for (const { points, from, to } of curve.stretches) {
        expect(points[0]).toEqual({ day: from, chance: 1 })
        expect(the(points.at(-1)).day).toBe(to)
        for (const [place, point] of points.slice(1).entries())
          expect(point.chance).toBeLessThan(the(points[place]).chance)
      }
    }),
    { numRuns: 1000 },
  )
})

it('ends where the schedule says: at the chance of the stored card, on the day on which it comes back', () => {
  fc.assert(
    fc.property(logs, (log) => {
      const memory = the(remember(log))
      const curve = the(curveOf(log, the(log.at(-1)).day))
      expect(curve.end).toBe(memory.dueOn)
      expect(the(the(curve.stretches.at(-1)).points.at(-1)).chance).toBe(
        recallOn(memory, memory.dueOn),
      )
    }),
    { numRuns: 1000 },
  )
})

it('is nothing without an answer', () => {
  expect(curveOf([], '2026-01-01')).toBeNull()
})
