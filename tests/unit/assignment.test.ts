import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Dates,
  DEFAULT_RULES,
  deadlineOf,
  EXTRA_TIMES,
  type Exception,
  rulesSchema,
  SHOWABLES,
  shownNow,
  stageOf,
  whyNotStart,
  windowOf,
} from '@/lib/domain/assignment'

const at = (time: string) => new Date(`2026-03-10T${time}:00.000Z`)
const clock = (date: Date | null) => date?.toISOString().slice(11, 16) ?? null

const exam: Dates = { opensAt: at('10:00'), dueAt: null, closesAt: at('11:00') }
const rules = { minutes: 40, attempts: 1, late: 'accepted' } as const

describe('a student’s window', () => {
  it.each([
    ['none', 40, '11:00'],
    ['quarter', 50, '11:10'],
    ['half', 60, '11:20'],
    ['double', 80, '11:40'],
  ] as const)('with extra time “%s” has %i minutes and closes at %s', (extra, minutes, close) => {
    const window = windowOf(exam, rules, extra, null)
    expect(window.limit).toBe(minutes * 60_000)
    expect(clock(window.closesAt)).toBe(close)
    expect(window.opensAt).toEqual(exam.opensAt)
  })
  it('without a limit for whom it is lifted, closes a day later', () => {
    const window = windowOf(exam, rules, 'untimed', null)
    expect(window.limit).toBeNull()
    expect(window.closesAt).toEqual(new Date('2026-03-11T11:00:00.000Z'))
  })
  it('is not moved by extra time where nothing is timed', () => {
    for (const extra of EXTRA_TIMES)
      expect(windowOf(exam, { ...rules, minutes: null }, extra, null)).toMatchObject({
        ...exam,
        limit: null,
      })
  })
  it('follows what the teacher has set for this student, and extra time does not add to it', () => {
    const exception = { minutes: 90, closesAt: at('12:30'), extraAttempts: 1, isExcused: false }
    expect(windowOf(exam, rules, 'double', exception)).toEqual({
      opensAt: at('10:00'),
      dueAt: null,
      closesAt: at('12:30'),
      limit: 90 * 60_000,
      attempts: 2,
    })
  })
  it('may be opened without an end for one student', () => {
    const exception = { minutes: null, closesAt: null, extraAttempts: 0, isExcused: false }
    const window = windowOf(exam, rules, 'none', exception)
    expect([window.limit, window.closesAt]).toEqual([null, null])
    expect(deadlineOf(window, at('10:59'))).toBeNull()
  })
  it('closes when it is due where nothing is taken late', () => {
    const dates = { ...exam, dueAt: at('10:30') }
    expect(windowOf(dates, { ...rules, late: 'refused' }, 'none', null).closesAt).toEqual(
      at('10:30'),
    )
    expect(windowOf(dates, rules, 'none', null).closesAt).toEqual(at('11:00'))
  })
})

describe('a deadline', () => {
  it('is the end of the limit or the close, whichever comes first', () => {
    const window = windowOf(exam, rules, 'none', null)
    expect(clock(deadlineOf(window, at('10:05')))).toBe('10:45')
    expect(clock(deadlineOf(window, at('10:50')))).toBe('11:00')
  })

  const minutes = fc.integer({ min: 0, max: 600 })
  const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null })
  const instant = minutes.map((passed) => new Date(at('00:00').getTime() + passed * 60_000))
  const cases = fc.record({
    dates: fc.record({ opensAt: maybe(instant), dueAt: maybe(instant), closesAt: maybe(instant) }),
    rules: fc.record({
      minutes: maybe(fc.integer({ min: 1, max: 180 })),
      attempts: maybe(fc.integer({ min: 1, max: 5 })),
      late: fc.constantFrom('accepted' as const, 'deducted' as const, 'refused' as const),
    }),
    begun: fc.integer({ min: 0, max: 6 }),
    now: instant,
  })

  it('extra time never takes anything away: who could begin still can, and has as long or longer', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...EXTRA_TIMES), ({ dates, rules, begun, now }, extra) => {
        const plain = windowOf(dates, rules, 'none', null)
        const more = windowOf(dates, rules, extra, null)
        if (whyNotStart(plain, begun, now) !== null) return
        expect(whyNotStart(more, begun, now)).toBeNull()
        const [before, after] = [deadlineOf(plain, now), deadlineOf(more, now)]
        if (before === null) expect(after).toBeNull()
        else expect(after === null || after >= before).toBe(true)
      }),
    )
  })
  it('lies after the start, and never after the close', () => {
    fc.assert(
      fc.property(cases, ({ dates, rules, begun, now }) => {
        const window = windowOf(dates, rules, 'none', null)
        if (whyNotStart(window, begun, now) !== null) return
        const deadline = deadlineOf(window, now)
        if (deadline) expect(deadline.getTime()).toBeGreaterThan(now.getTime())
        if (window.closesAt) expect(deadline && deadline <= window.closesAt).toBe(true)
      }),
    )
  })
})

describe('an attempt may be begun', () => {
  const window = windowOf(exam, rules, 'none', null)
  it.each([
    ['09:59', 0, 'not-open-yet'],
    ['10:00', 0, null],
    ['10:59', 0, null],
    ['11:00', 0, 'closed'],
    ['10:30', 1, 'no-attempts-left'],
  ])('at %s after %i attempts: %s', (time, begun, why) => {
    expect(whyNotStart(window, begun, at(time))).toBe(why)
  })
  it('one more time for whom the teacher allows it', () => {
    const exception: Exception = { extraAttempts: 1, isExcused: false }
    expect(whyNotStart(windowOf(exam, rules, 'none', exception), 1, at('10:30'))).toBeNull()
  })
})

describe('what a result shows', () => {
  const review = DEFAULT_RULES.review
  it('is nothing while the attempt is open, the score once it is handed in, and all after the close', () => {
    const lastClose = at('11:00')
    const shown = (submittedAt: Date | null, time: string) => [
      ...shownNow(review, { submittedAt, lastClose }, at(time)),
    ]
    expect(shown(null, '10:30')).toEqual([])
    expect(shown(at('10:30'), '10:59')).toEqual(['score'])
    expect(shown(at('10:30'), '11:00')).toEqual([...SHOWABLES])
  })
  it('stays as after the hand-in where nothing closes', () => {
    expect(stageOf({ submittedAt: at('10:30'), lastClose: null }, at('23:59'))).toBe(
      'afterSubmission',
    )
  })
})

describe('rules as they are kept', () => {
  it('are safe where nothing is said: one attempt, no feedback and no key before the close', () => {
    expect(rulesSchema.parse({})).toEqual({
      minutes: null,
      attempts: 1,
      grading: 'highest',
      behaviour: 'deferred',
      tries: 3,
      penaltyPercent: 25,
      ask: null,
      shuffleQuestions: false,
      shuffleOptions: true,
      late: 'accepted',
      latePercent: 10,
      review: {
        during: [],
        afterSubmission: ['score'],
        afterClose: ['score', 'correctness', 'feedback', 'rightAnswers'],
      },
    })
  })
  it('refuse a field that they do not know', () => {
    expect(rulesSchema.safeParse({ minute: 5 }).success).toBe(false)
  })
})
