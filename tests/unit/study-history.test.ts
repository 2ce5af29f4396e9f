import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEVELS, type Level } from '@/lib/domain/mastery'
import { addDays, dayOf } from '@/lib/domain/study-day'
import {
  addMonths,
  atLeast,
  isMonth,
  masteryDays,
  monthOf,
  sittingsOf,
  studyDays,
  weekOf,
  weeksOf,
} from '@/lib/domain/study-history'
import { the } from '@/tests/support/the'

const months = fc
  .tuple(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`)

describe('the calendar', () => {
  it('has every day of a month once, in weeks that begin on a Monday', () => {
    fc.assert(
      fc.property(months, (month) => {
        const weeks = weeksOf(month)
        const days = weeks.flat().filter((day) => day !== null)
        expect(days).toEqual([...new Set(days)].sort())
        expect(days.every((day) => monthOf(day) === month)).toBe(true)
        expect(monthOf(addDays(the(days.at(-1)), 1))).toBe(addMonths(month, 1))
        expect(monthOf(addDays(the(days[0]), -1))).toBe(addMonths(month, -1))
        for (const week of weeks) expect(week).toHaveLength(7)
        for (const week of weeks)
          for (const [place, day] of week.entries())
            if (day) expect((new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7).toBe(place)
      }),
    )
  })

  it('knows months from anything else that stands in an address', () => {
    for (const text of ['2026-11', '1999-01']) expect(isMonth(text)).toBe(true)
    for (const text of [undefined, '', '2026-13', '2026-1', '2026-11-01', '0001-01', 'x'])
      expect(isMonth(text)).toBe(false)
    expect(addMonths('2026-12', 1)).toBe('2027-01')
    expect(addMonths('2026-01', -13)).toBe('2024-12')
    expect(weekOf('2026-11-26')).toEqual(
      ['23', '24', '25', '26', '27', '28', '29'].map((day) => `2026-11-${day}`),
    )
  })

  it('counts sittings on the day of the learner’s zone, over both clock changes', () => {
    const at = (text: string) => new Date(text)
    const days = studyDays(
      {
        handedIn: [at('2026-03-28T23:30:00Z'), at('2026-10-24T22:30:00Z')],
        read: [at('2026-03-29T10:00:00Z')],
        reviewed: ['2026-03-29'],
      },
      'Europe/Paris',
    )
    expect(days.map((day) => [day.day, sittingsOf(day)])).toEqual([
      ['2026-03-29', 3],
      ['2026-10-25', 1],
    ])
  })
})

describe('levels over time', () => {
  const objectives = ['a', 'b', 'c']
  const history = fc
    .array(
      fc.record({
        hours: fc.integer({ min: 0, max: 2000 }),
        levels: fc.dictionary(fc.constantFrom(...objectives), fc.constantFrom<Level>(...LEVELS)),
      }),
      { minLength: 1, maxLength: 15 },
    )
    .map((all) =>
      all
        .sort((a, b) => a.hours - b.hours)
        .map(({ hours, levels }) => ({
          at: new Date(Date.UTC(2026, 0, 1) + hours * 3_600_000),
          levels: new Map(Object.entries(levels)),
        })),
    )

  it('are told for every day up to today, all objectives each day, as they stood at its end', () => {
    fc.assert(
      fc.property(history, (milestones) => {
        const last = the(milestones.at(-1))
        const today = addDays(dayOf(last.at, 'Asia/Tokyo'), 3)
        const days = masteryDays(milestones, objectives, 'Asia/Tokyo', today, 60)
        expect(days.length).toBeLessThanOrEqual(60)
        expect(the(days.at(-1)).day).toBe(today)
        for (const [place, { day, counts }] of days.entries()) {
          expect(Object.values(counts).reduce((sum, each) => sum + each, 0)).toBe(3)
          if (place > 0) expect(day).toBe(addDays(the(days[place - 1]).day, 1))
        }
        const mastered = objectives.filter((id) => last.levels.get(id) === 'mastered').length
        expect(atLeast(the(days.at(-1)), 'mastered')).toBe(mastered)
      }),
    )
    expect(masteryDays([], objectives, 'UTC', '2026-01-01', 60)).toEqual([])
  })
})
