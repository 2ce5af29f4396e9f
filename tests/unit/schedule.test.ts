import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dueOn,
  forecast,
  GRADES,
  type Grade,
  type Memory,
  type Reviewed,
  recallOn,
  remember,
  type Scheduled,
  setOfDay,
} from '@/lib/domain/schedule'
import { addDays, dayOf, daysBetween, mondayOf } from '@/lib/domain/study-day'
import { type Formulas, first, next } from '@/tests/support/fsrs-formulas'

const START = Date.UTC(2026, 0, 1)
const HOUR = 3_600_000
const ZONES = ['UTC', 'Europe/Paris', 'Pacific/Auckland', 'America/Los_Angeles', 'Asia/Kolkata']

const entry = (day: string, grade: Grade, id = day): Reviewed => ({
  id,
  at: new Date(`${day}T12:00:00Z`),
  day,
  grade,
})
const the = (memory: Memory | null): Memory => {
  if (!memory) throw new Error('Nothing is remembered')
  return memory
}

/** Answers at any hour of two years, each in whatever zone the learner is in. */
const history = fc
  .uniqueArray(
    fc.record({
      id: fc.uuid(),
      hours: fc.integer({ min: 0, max: 2 * 365 * 24 }),
      zone: fc.constantFrom(...ZONES),
      grade: fc.constantFrom<Grade>(...GRADES),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 24 },
  )
  .map((each) =>
    each.map(({ id, hours, zone, grade }): Reviewed => {
      const at = new Date(START + hours * HOUR)
      return { id, at, day: dayOf(at, zone), grade }
    }),
  )
const many = { numRuns: 2000 }

describe('what is remembered', () => {
  it('follows FSRS-6: the stabilities and difficulties of first answers are its own', () => {
    const first = ([1, 2, 3, 4] as const).map((grade) =>
      the(remember([entry('2026-01-01', grade)])),
    )
    expect(first.map(({ stability }) => stability)).toEqual([0.212, 1.2931, 2.3065, 8.2956])
    expect(first.map(({ difficulty }) => difficulty)).toEqual(
      [6.4133, 5.1122, 2.1181, 1].map((d) => expect.closeTo(d, 3)),
    )
  })

  it('follows the published formulas through every history of counted days', () => {
    const steps = fc.array(
      fc.record({
        wait: fc.integer({ min: 1, max: 400 }),
        grade: fc.constantFrom<Grade>(...GRADES),
      }),
      { minLength: 1, maxLength: 15 },
    )
    fc.assert(
      fc.property(steps, (each) => {
        let day = '2026-01-01'
        let expected: Formulas | null = null
        const entries: Reviewed[] = []
        for (const { wait, grade } of each) {
          expected = expected ? next(expected, grade, wait) : first(grade)
          day = expected && entries.length > 0 ? addDays(day, wait) : day
          entries.push(entry(day, grade))
        }
        const { stability, difficulty } = the(remember(entries))
        // The package rounds to eight places on the way: of what is forgotten at once little is left.
        const gap = Math.abs(stability - (expected?.stability ?? 0))
        expect(gap).toBeLessThan(1e-6 + 1e-4 * stability)
        expect(difficulty).toBeCloseTo(expected?.difficulty ?? 0, 3)
      }),
      many,
    )
  })

  it('is the same in whatever order the log arrives', () => {
    fc.assert(
      fc.property(
        history.chain((entries) =>
          fc.tuple(
            fc.constant(entries),
            fc.shuffledSubarray(entries, { minLength: entries.length }),
          ),
        ),
        ([entries, shuffled]) => {
          expect(remember(shuffled)).toEqual(remember(entries))
        },
      ),
      many,
    )
  })

  it('counts one answer for each day that moves on, whatever the zones: none is lost, none doubled', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const memory = the(remember(entries))
        let counted = 0
        let last = ''
        for (const { day } of [...entries].sort(
          (a, b) => Number(a.at) - Number(b.at) || (a.id < b.id ? -1 : 1),
        ))
          if (day > last) {
            counted++
            last = day
          }
        expect(memory.reps).toBe(counted)
        expect(memory.lastOn).toBe(last)
      }),
      many,
    )
  })

  it('comes back on a later day, within bounds that hold for every history', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const { dueOn: due, lastOn, stability, difficulty, reps, lapses } = the(remember(entries))
        expect(due > lastOn).toBe(true)
        expect(stability).toBeGreaterThan(0)
        expect(difficulty).toBeGreaterThanOrEqual(1)
        expect(difficulty).toBeLessThanOrEqual(10)
        expect(lapses).toBeLessThan(reps)
      }),
      many,
    )
  })

  it('is remembered longer after a right answer than after a wrong one on the same day', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 1, max: 400 }), (entries, wait) => {
        const day = addDays(the(remember(entries)).lastOn, wait)
        const at = new Date(START + 3 * 365 * 24 * HOUR)
        const after = (grade: Grade) => the(remember([...entries, { id: 'z', at, day, grade }]))
        const [again, hard, good, easy] = GRADES.map(after)
        expect(the(again ?? null).stability).toBeLessThanOrEqual(the(hard ?? null).stability)
        expect(the(hard ?? null).stability).toBeLessThanOrEqual(the(good ?? null).stability)
        expect(the(good ?? null).stability).toBeLessThanOrEqual(the(easy ?? null).stability)
        expect(the(again ?? null).dueOn <= the(good ?? null).dueOn).toBe(true)
      }),
      many,
    )
  })

  it('ignores what is practised again on the same day', () => {
    const once = remember([entry('2026-03-01', 1, 'a')])
    const again = [
      entry('2026-03-01', 1, 'a'),
      { ...entry('2026-03-01', 3, 'b'), at: new Date('2026-03-01T20:00Z') },
    ]
    expect(remember(again)).toEqual(once)
  })

  it('spreads what was learned on one day over several, each question always by the same amount', () => {
    const days = Array.from(
      { length: 60 },
      (_, place) =>
        the(
          remember(
            ['2026-01-01', '2026-01-04', '2026-01-15', '2026-03-01'].map((day, at) =>
              entry(day, 3, `${place}-${at}`),
            ),
          ),
        ).dueOn,
    )
    expect(new Set(days).size).toBeGreaterThan(7)
  })

  it('is forgotten little by little: nine in ten still know it after its stability', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const memory = the(remember(entries))
        const chances = Array.from({ length: 40 }, (_, at) =>
          recallOn(memory, addDays(memory.lastOn, at * 3)),
        )
        expect(chances[0]).toBe(1)
        for (const [at, chance] of chances.slice(1).entries()) {
          expect(chance).toBeLessThan(chances[at] ?? 0)
          expect(chance).toBeGreaterThan(0)
        }
      }),
    )
    expect(recallOn({ lastOn: '2026-01-01', stability: 30 }, '2026-01-31')).toBeCloseTo(0.9, 6)
  })
})

const cards = fc.uniqueArray(
  fc.record({
    courseSlug: fc.constant('course'),
    questionId: fc.stringMatching(/^q[0-9]{1,4}$/),
    dueOn: fc.integer({ min: -200, max: 60 }).map((days) => addDays('2026-03-28', days)),
    lastOn: fc.constant('2025-01-01'),
    stability: fc.constant(5),
  }),
  { selector: ({ questionId }) => questionId, maxLength: 300 },
)
const today = '2026-03-28'
const cap = fc.integer({ min: 1, max: 50 })
const done = fc.integer({ min: 0, max: 60 })

describe('the set of a day', () => {
  it('holds what is due and no more than the cap leaves, the longest due first', () => {
    fc.assert(
      fc.property(cards, cap, done, (all, most, before) => {
        const set = setOfDay(all, today, most, before)
        const due = dueOn(all, today)
        expect(set.length).toBe(Math.min(due.length, Math.max(0, most - before)))
        expect(set).toEqual(due.slice(0, set.length))
        expect(set.every((card: Scheduled) => card.dueOn <= today)).toBe(true)
      }),
      many,
    )
  })

  it('is caught up with after a holiday: no day asks more than the cap, and every card has its day', () => {
    fc.assert(
      fc.property(cards, cap, done, (all, most, before) => {
        const days = forecast(all, today, most, before, 400)
        expect(days.every(({ asked }) => asked <= most)).toBe(true)
        const asked = days.reduce((sum, day) => sum + day.asked, 0)
        const due = days.reduce((sum, day) => sum + day.due, 0)
        expect(due).toBe(all.length)
        expect(asked).toBe(all.length)
        expect(days[0]?.asked).toBe(setOfDay(all, today, most, before).length)
      }),
      { numRuns: 500 },
    )
  })
})

describe('the days of a learner', () => {
  it('change at midnight of the zone, over both clock changes too', () => {
    expect(dayOf(new Date('2026-03-28T22:59:59Z'), 'Europe/Paris')).toBe('2026-03-28')
    expect(dayOf(new Date('2026-03-28T23:00:00Z'), 'Europe/Paris')).toBe('2026-03-29')
    expect(dayOf(new Date('2026-03-29T21:59:59Z'), 'Europe/Paris')).toBe('2026-03-29')
    expect(dayOf(new Date('2026-03-29T22:00:00Z'), 'Europe/Paris')).toBe('2026-03-30')
    expect(dayOf(new Date('2026-10-25T22:59:59Z'), 'Europe/Paris')).toBe('2026-10-25')
    expect(dayOf(new Date('2026-10-25T23:00:00Z'), 'Europe/Paris')).toBe('2026-10-26')
  })

  it('are counted as days and not as hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: -4000, max: 4000 }), (days) => {
        expect(daysBetween('2026-03-29', addDays('2026-03-29', days))).toBe(days)
      }),
    )
    expect(mondayOf('2026-11-26')).toBe('2026-11-23')
    expect(mondayOf('2026-11-23')).toBe('2026-11-23')
    expect(mondayOf('2026-11-29')).toBe('2026-11-23')
  })
})
