import { describe, expect, it } from 'vitest'
import { DEFAULT_RULES, lastCloseOf } from '@/lib/domain/assignment'

const at = (hour: number) => new Date(Date.UTC(2026, 0, 13, hour))
const dates = { opensAt: null, dueAt: null, closesAt: at(12) }
const NOBODY = { isEndless: false, lastDeadline: null }
const rules = { ...DEFAULT_RULES, minutes: 60 }

describe('the close after which results show everything', () => {
  it('is the class’s, or that of a student with extra time or a date of their own', () => {
    expect(lastCloseOf(dates, rules, [], NOBODY)).toEqual(at(12))
    const seats = [{ extraTime: 'double' as const, exception: null }]
    expect(lastCloseOf(dates, rules, seats, NOBODY)).toEqual(at(13))
    const exception = { closesAt: at(15), extraAttempts: 0, isExcused: false }
    expect(lastCloseOf(dates, rules, [{ extraTime: 'none', exception }], NOBODY)).toEqual(at(15))
  })

  it('waits for an attempt under way that outlives every date', () => {
    const late = { isEndless: false, lastDeadline: at(14) }
    expect(lastCloseOf(dates, rules, [], late)).toEqual(at(14))
    expect(lastCloseOf(dates, rules, [], { ...late, lastDeadline: at(11) })).toEqual(at(12))
    expect(lastCloseOf(dates, rules, [], { isEndless: true, lastDeadline: null })).toBeNull()
  })

  it('never comes where nothing closes', () => {
    expect(lastCloseOf({ ...dates, closesAt: null }, rules, [], NOBODY)).toBeNull()
  })
})
