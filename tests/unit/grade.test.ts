import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GRADINGS } from '@/lib/domain/assignment'
import { compare, fraction, toNumber } from '@/lib/domain/fraction'
import { daysLate, type GradedAttempt, gradeOf, shareAfterLate } from '@/lib/domain/grade'
import { pointsOf } from '@/lib/domain/gradebook'
import { the } from '@/tests/support/the'

const attempt = (n: number, d: number, minute: number): GradedAttempt => ({
  share: fraction(n, d),
  submittedAt: new Date(Date.UTC(2026, 2, 10, 10, minute)),
})

describe('a grade from several attempts', () => {
  const all = [attempt(1, 2, 30), attempt(3, 4, 10), attempt(1, 3, 20)]
  it.each([
    ['highest', fraction(3, 4)],
    ['average', fraction(19, 36)],
    ['first', fraction(3, 4)],
    ['last', fraction(1, 2)],
  ] as const)('by “%s”, whatever order they come in', (method, grade) => {
    expect(gradeOf(method, all)).toEqual(grade)
    expect(gradeOf(method, [...all].reverse())).toEqual(grade)
  })
  it.each(GRADINGS)('by “%s” is null without an attempt', (method) => {
    expect(gradeOf(method, [])).toBeNull()
  })

  it('is a mean also where attempts are worth points that have little in common', () => {
    const points = [31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79]
    const mean = gradeOf(
      'average',
      points.map((d, at) => attempt(d * 100 - 1, d * 100, at)),
    )
    const exactly = points.reduce((sum, d) => sum + 1 - 1 / (d * 100), 0) / points.length
    expect(mean && Math.abs(toNumber(mean) - exactly)).toBeLessThan(1e-8)
    expect(mean && pointsOf({ grade: mean, points: 79 })).not.toBeNull()
    expect(compare(the(mean), fraction(1))).toBe(-1)
    expect(
      gradeOf(
        'average',
        points.map((d, at) => attempt(d, d, at)),
      ),
    ).toEqual(fraction(1))
  })

  const attempts = fc.array(
    fc
      .record({ n: fc.integer({ min: 0, max: 12 }), minute: fc.integer({ min: 0, max: 10_000 }) })
      .map(({ n, minute }) => attempt(n, 12, minute)),
    { minLength: 1, maxLength: 8 },
  )
  it('lies between the lowest and the highest share, and nothing beats “highest”', () => {
    fc.assert(
      fc.property(attempts, fc.constantFrom(...GRADINGS), (given, method) => {
        const grade = gradeOf(method, given)
        const highest = gradeOf('highest', given)
        if (!grade || !highest) throw new Error('There are attempts')
        expect(compare(grade, highest)).toBeLessThanOrEqual(0)
        expect(given.some(({ share }) => compare(share, grade) <= 0)).toBe(true)
      }),
    )
  })
  it('by “highest” never falls with one more attempt, and “first” never changes by a later one', () => {
    fc.assert(
      fc.property(attempts, fc.integer({ min: 0, max: 12 }), (given, n) => {
        const more = [...given, attempt(n, 12, 20_000)]
        const [before, after] = [gradeOf('highest', given), gradeOf('highest', more)]
        expect(before && after && compare(after, before) >= 0).toBe(true)
        expect(gradeOf('first', more)).toEqual(gradeOf('first', given))
        expect(gradeOf('last', more)).toEqual(fraction(n, 12))
      }),
    )
  })
})

describe('a late attempt', () => {
  const due = new Date(Date.UTC(2026, 2, 10, 10, 0))
  const after = (hours: number) => new Date(due.getTime() + hours * 3_600_000)
  it.each([
    [-1, 0],
    [0, 0],
    [0.001, 1],
    [24, 1],
    [24.001, 2],
  ])('%f hours after it was due counts as %i days', (hours, days) => {
    expect(daysLate(after(hours), due)).toBe(days)
  })
  it('is never late where nothing is due', () => {
    expect(daysLate(after(1000), null)).toBe(0)
  })
  it('loses a part of the whole for each day begun, and never more than it has', () => {
    const policy = { late: 'deducted', latePercent: 10 } as const
    const at = (hours: number) => ({ share: fraction(3, 4), submittedAt: after(hours) })
    expect(shareAfterLate(at(-1), due, policy)).toEqual(fraction(3, 4))
    expect(shareAfterLate(at(30), due, policy)).toEqual(fraction(11, 20))
    expect(shareAfterLate(at(24 * 9), due, policy)).toEqual(fraction(0))
  })
  it('keeps its score where late is accepted', () => {
    const given = { share: fraction(3, 4), submittedAt: after(50) }
    expect(shareAfterLate(given, due, { late: 'accepted', latePercent: 10 })).toEqual(
      fraction(3, 4),
    )
  })
})
