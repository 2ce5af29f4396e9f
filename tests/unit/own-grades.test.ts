import { describe, expect, it } from 'vitest'
import { DEFAULT_RULES, type Rules } from '@/lib/domain/assignment'
import { fraction } from '@/lib/domain/fraction'
import { type OwnTaken, ownGradesOf } from '@/lib/domain/own-grades'
import type { Weighting } from '@/lib/domain/weighting'

const hour = (n: number) => new Date(Date.UTC(2026, 2, 10, n))
const HIDDEN: Rules = {
  ...DEFAULT_RULES,
  review: { during: [], afterSubmission: [], afterClose: ['score'] },
}
const plain: Weighting = { missing: 'ignored', categories: [], otherWeight: 1 }
const done = (n: number) => [
  { id: 'attempt', submittedAt: hour(10), earned: fraction(n), points: 4 },
]
const set = (changes: Partial<OwnTaken> = {}): OwnTaken => ({
  assignmentId: 'a',
  title: 'A quiz',
  opensAt: null,
  dueAt: null,
  closesAt: null,
  rules: DEFAULT_RULES,
  categoryId: null,
  weight: 1,
  exception: null,
  attempts: [],
  override: null,
  comment: null,
  seats: [],
  underWay: { isEndless: false, lastDeadline: null },
  ...changes,
})
const OVERRIDE = { share: fraction(3, 4), reason: 'was oral', at: hour(11) }
const own = (all: OwnTaken[], now = hour(12)) => ownGradesOf(all, 'none', plain, now)

describe('a student’s own line', () => {
  it('has grade, comment, and that and why a teacher has set it', () => {
    const line = own([set({ attempts: done(1), override: OVERRIDE, comment: 'Well done' })])
    expect(line.grades).toMatchObject([
      { grade: fraction(3, 4), isHidden: false, reason: 'was oral', comment: 'Well done', part: 1 },
    ])
    expect(line.total).toBe(750_000_000)
  })

  it('tells no score before it may be seen, nor by the total, nor that it was set', () => {
    const rules = { rules: HIDDEN, closesAt: hour(20) }
    for (const hidden of [{ attempts: done(1) }, { attempts: done(1), override: OVERRIDE }]) {
      const all = [set({ ...rules, ...hidden, comment: 'See me' }), set({ attempts: done(4) })]
      const before = own(all)
      expect(before.grades[0]).toMatchObject({ grade: null, isHidden: true, reason: null })
      expect(before.grades[0]?.comment).toBe('See me')
      expect(before.grades[1]?.grade).toEqual(fraction(1))
      expect(before.total).toBeNull()
      expect(JSON.stringify(before)).not.toContain('was oral')
      const after = own(all, hour(20))
      expect(after.grades[0]?.isHidden).toBe(false)
      expect(after.total).toBeGreaterThan(0)
    }
  })

  it('does not tell by being late which of several attempts is the best', () => {
    const dates = { rules: HIDDEN, dueAt: hour(9), closesAt: hour(20) }
    const early = { id: 'early', submittedAt: hour(8), earned: fraction(3), points: 4 }
    const [first, second] = [1, 4].map(
      (late) => own([set({ ...dates, attempts: [early, ...done(late)] })]).grades,
    )
    expect(first).toEqual(second)
  })

  it('waits for who has longer, and for who is still at it', () => {
    const rules = { rules: HIDDEN, closesAt: hour(14), attempts: done(1) }
    const longer = { extraAttempts: 0, isExcused: false, closesAt: hour(16) }
    const seats = [{ extraTime: 'none' as const, exception: longer }]
    expect(own([set({ ...rules, seats })], hour(15)).grades[0]?.isHidden).toBe(true)
    expect(own([set({ ...rules, seats })], hour(16)).grades[0]?.isHidden).toBe(false)
    const underWay = { isEndless: true, lastDeadline: null }
    expect(own([set({ ...rules, underWay })], hour(18)).grades[0]?.isHidden).toBe(true)
  })

  it('shows a grade set without any attempt as if it had been handed in then', () => {
    expect(own([set({ override: OVERRIDE })]).grades[0]).toMatchObject({ grade: fraction(3, 4) })
    const hidden = own([set({ override: OVERRIDE, rules: HIDDEN, closesAt: hour(20) })])
    expect(hidden.grades[0]).toMatchObject({ grade: null, isHidden: true })
  })

  it('has a total although something excused or of no weight is hidden', () => {
    const exception = { extraAttempts: 0, isExcused: true }
    const line = own([
      set({ rules: HIDDEN, closesAt: hour(20), attempts: done(1), exception }),
      set({ attempts: done(2) }),
    ])
    expect(line.grades[0]).toMatchObject({ grade: null, cell: { state: 'excused' } })
    expect(line.total).toBe(500_000_000)
  })
})
