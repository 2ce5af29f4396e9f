import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_RULES, GRADINGS, type Rules } from '@/lib/domain/assignment'
import { add, fraction, isSame, multiply, ZERO } from '@/lib/domain/fraction'
import { readChangeValue } from '@/lib/domain/grade-change'
import { type GradeDetails, workingsOf } from '@/lib/domain/grade-details'

const hour = (n: number) => new Date(Date.UTC(2026, 2, 10, n))
const attempt = (number: number, n: number, at: number | null) => ({
  id: `attempt ${number}`,
  number,
  startedAt: hour(0),
  submittedAt: at === null ? null : hour(at),
  earned: at === null ? null : fraction(n),
  points: at === null ? null : 4,
})
const details = (rules: Partial<Rules>, attempts: GradeDetails['attempts']): GradeDetails => ({
  assignmentId: 'a',
  className: 'Class',
  timeZone: 'UTC',
  archivedAt: null,
  role: 'teacher',
  title: 'Quiz',
  short: 'Quiz',
  opensAt: null,
  dueAt: hour(12),
  closesAt: null,
  rules: { ...DEFAULT_RULES, attempts: null, ...rules },
  student: { id: 's', name: 'Ada', username: null, extraTime: 'none' },
  exception: null,
  attempts,
  override: null,
  comment: null,
  history: [],
})

describe('how a grade came about', () => {
  const all = [attempt(1, 3, 10), attempt(2, 4, 13), attempt(3, 0, null)]
  it('names each attempt with what being late cost, and which of them counts', () => {
    const { lines, cell } = workingsOf(
      details({ late: 'deducted', latePercent: 50 }, all),
      hour(20),
    )
    expect(lines).toMatchObject([
      { number: 1, daysLate: 0, share: fraction(3, 4), left: fraction(3, 4), counts: true },
      { number: 2, daysLate: 1, share: fraction(1), left: fraction(1, 2), counts: false },
      { number: 3, share: null, left: null, counts: false },
    ])
    expect(cell).toMatchObject({ grade: fraction(3, 4), isOverridden: false })
  })
  it.each([
    ['highest', [2]],
    ['average', [1, 2]],
    ['first', [1]],
    ['last', [2]],
  ] as const)('by “%s” counts %j', (grading, numbers) => {
    const { lines } = workingsOf(details({ grading }, all), hour(20))
    expect(lines.filter(({ counts }) => counts).map(({ number }) => number)).toEqual(numbers)
  })
  it('has the computed grade beside the one that was set', () => {
    const override = { share: fraction(1, 10), reason: 'copied', at: hour(15), by: 'Ms K' }
    const { cell } = workingsOf({ ...details({}, all), override }, hour(20))
    expect(cell).toMatchObject({
      grade: fraction(1, 10),
      computed: fraction(1),
      isOverridden: true,
    })
  })
  it('is the mean of the attempts that it marks as counting, by every method', () => {
    const attempts = fc
      .array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 60 })), {
        minLength: 1,
        maxLength: 6,
      })
      .map((some) => some.map(([n, at], place) => attempt(place + 1, n, at)))
    fc.assert(
      fc.property(attempts, fc.constantFrom(...GRADINGS), fc.boolean(), (some, grading, isCut) => {
        const rules = { grading, late: isCut ? 'deducted' : 'accepted' } as const
        const { lines, cell } = workingsOf(details(rules, some), hour(90))
        const counting = lines.flatMap(({ counts, left }) => (counts && left ? [left] : []))
        const mean = multiply(counting.reduce(add, ZERO), fraction(1, counting.length))
        expect(cell.computed && isSame(cell.computed, mean)).toBe(true)
      }),
    )
  })
})

describe('a value in the history', () => {
  it.each([
    [{ n: 3, d: 4 }, { share: { n: 3, d: 4 } }],
    [{ isExcused: true }, { isExcused: true }],
    [{ text: 'Well done' }, { text: 'Well done' }],
    [
      { attemptId: 'a', correctionId: 'c', questionId: 'q1', earned: { n: 1, d: 2 }, points: 3 },
      { mark: { earned: { n: 1, d: 2 }, points: 3 } },
    ],
    [
      { attemptId: 'a', earned: { n: 2, d: 1 }, points: 3 },
      { mark: { earned: { n: 2, d: 1 }, points: 3 } },
    ],
    [null, null],
    [{ n: 1, d: 0 }, null],
    [{ earned: { n: 1, d: 0 }, points: 3 }, null],
    [{ something: 'else' }, null],
  ])('%j is read as %j', (stored, value) => {
    expect(readChangeValue(stored)).toEqual(value)
  })
})
