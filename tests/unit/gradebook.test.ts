import { describe, expect, it } from 'vitest'
import { DEFAULT_RULES, type Exception, type Rules } from '@/lib/domain/assignment'
import { fraction } from '@/lib/domain/fraction'
import { cellOf, pointsOf, type TakenAttempt } from '@/lib/domain/gradebook'

const hour = (n: number) => new Date(Date.UTC(2026, 2, 10, n))
const attempt = (id: string, points: number, at: number | null): TakenAttempt => ({
  id,
  submittedAt: at === null ? null : hour(at),
  earned: at === null ? null : fraction(points),
  points: at === null ? null : 4,
})
const set = (rules: Partial<Rules> = {}, dates = {}) => ({
  id: 'assignment',
  opensAt: null,
  dueAt: null,
  closesAt: null,
  ...dates,
  rules: { ...DEFAULT_RULES, ...rules },
})
const taken = (attempts: TakenAttempt[], exception: Exception | null = null) => ({
  attempts,
  exception,
  override: null,
})
const EXCUSED: Exception = { extraAttempts: 0, isExcused: true }

describe('a cell of the gradebook', () => {
  const three = [attempt('a', 1, 10), attempt('b', 3, 11), attempt('c', 2, 12)]
  it.each([
    ['highest', fraction(3), 'b'],
    ['first', fraction(1), 'a'],
    ['last', fraction(2), 'c'],
    ['average', fraction(2), 'c'],
  ] as const)(
    'by “%s” has its points and leads to the attempt that makes them',
    (grading, points, id) => {
      const cell = cellOf(set({ grading }), 'none', taken(three), hour(20))
      expect(cell).toMatchObject({ state: 'graded', attempts: 3, attemptId: id, points: 4 })
      expect(pointsOf(cell)).toEqual(points)
    },
  )
  it('is the earliest of equal ones', () => {
    const equal = [attempt('late', 2, 12), attempt('early', 2, 10)]
    expect(cellOf(set(), 'none', taken(equal), hour(20)).attemptId).toBe('early')
  })
  it('is late where it was handed in after it was due, and loses what the policy takes', () => {
    const dates = { dueAt: hour(11) }
    const late = [attempt('a', 4, 12)]
    expect(cellOf(set({}, dates), 'none', taken(late), hour(20))).toMatchObject({
      isLate: true,
      grade: fraction(1),
    })
    const cell = cellOf(
      set({ late: 'deducted', latePercent: 25 }, dates),
      'none',
      taken(late),
      hour(20),
    )
    expect(pointsOf(cell)).toEqual(fraction(3))
  })
  it('takes the best after what being late costs, not before', () => {
    const both = [attempt('in time', 3, 10), attempt('late', 4, 12)]
    const rules = { late: 'deducted', latePercent: 50 } as const
    expect(cellOf(set(rules, { dueAt: hour(11) }), 'none', taken(both), hour(20))).toMatchObject({
      attemptId: 'in time',
      isLate: false,
      grade: fraction(3, 4),
    })
  })
  it('is in time for who has extra time', () => {
    const dates = { dueAt: hour(11) }
    const cell = cellOf(
      set({ minutes: 60 }, dates),
      'double',
      taken([attempt('a', 4, 12)]),
      hour(20),
    )
    expect(cell.isLate).toBe(false)
  })
})

describe('without a grade a cell', () => {
  it.each([
    ['is ahead while nothing is due', {}, [], 'ahead'],
    ['is ahead until it is due', { dueAt: hour(21) }, [], 'ahead'],
    ['is missing once it was due', { dueAt: hour(19) }, [], 'missing'],
    ['is missing once it has closed', { closesAt: hour(19) }, [], 'missing'],
    [
      'is under way while an attempt is open',
      { dueAt: hour(19) },
      [attempt('a', 0, null)],
      'under-way',
    ],
  ] as const)('%s', (_what, dates, attempts, state) => {
    const cell = cellOf(set({}, dates), 'none', taken([...attempts]), hour(20))
    expect(cell).toMatchObject({ state, grade: null, attemptId: null, attempts: 0 })
  })
  it('is excused where the teacher has said so, whatever was handed in', () => {
    const cell = cellOf(set(), 'none', taken([attempt('a', 4, 10)], EXCUSED), hour(20))
    expect(cell).toMatchObject({ state: 'excused', grade: null })
    expect(pointsOf(cell)).toBeNull()
  })
})
