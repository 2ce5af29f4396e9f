import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LiveStudent, liveRow } from '@/lib/domain/live'

const now = new Date('2026-01-13T12:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000)
type Given = Partial<NonNullable<LiveStudent['attempt']>>

const row = (given: Given | null) =>
  liveRow(
    {
      studentId: 's',
      name: 'Amina',
      attempt: given && {
        id: 'a',
        startedAt: ago(600),
        deadline: null,
        submittedAt: null,
        endedBy: null,
        answered: 0,
        asked: 2,
        savedAt: null,
        seenAt: null,
        ...given,
      },
    },
    now,
  )

describe('how a student stands in a quiz', () => {
  it('begins with not having begun', () => {
    expect(row(null)).toMatchObject({ state: 'not-begun', left: null, attemptId: null })
  })

  it('is at work while their page is heard of and answers come', () => {
    expect(row({ seenAt: ago(5), savedAt: ago(299) }).state).toBe('at-work')
    expect(row({ startedAt: ago(20) }).state).toBe('at-work')
  })

  it('is stuck when their page is there and nothing was saved for more than five minutes', () => {
    expect(row({ seenAt: ago(5), savedAt: ago(301) }).state).toBe('stuck')
    expect(row({ seenAt: ago(5), startedAt: ago(301) }).state).toBe('stuck')
    expect(row({ seenAt: ago(5), startedAt: ago(299) }).state).toBe('at-work')
  })

  it('is offline when neither page nor answer was heard of for more than half a minute', () => {
    expect(row({ seenAt: ago(31), savedAt: ago(40) }).state).toBe('offline')
    expect(row({ seenAt: ago(31), savedAt: ago(30) }).state).toBe('at-work')
    expect(row({ seenAt: null }).state).toBe('offline')
  })

  it('ends with handing in, and says who did it', () => {
    const done = { submittedAt: ago(1), deadline: ago(1) }
    expect(row({ ...done, endedBy: 'learner' })).toMatchObject({
      state: 'handed-in',
      left: null,
      endedByClock: false,
    })
    expect(row({ ...done, endedBy: 'clock' }).endedByClock).toBe(true)
  })

  it('has the time to its deadline left, never less than none', () => {
    fc.assert(
      fc.property(fc.integer({ min: -7_200, max: 7_200 }), (seconds) => {
        expect(row({ deadline: ago(-seconds) }).left).toBe(Math.max(0, seconds * 1_000))
      }),
    )
    expect(row({ deadline: null }).left).toBeNull()
  })
})
