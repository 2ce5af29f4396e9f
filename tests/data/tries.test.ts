import { afterAll, describe, expect, it } from 'vitest'
import { findAttempt } from '@/lib/data/attempts'
import { recordCorrection } from '@/lib/data/corrections'
import { db, disconnect } from '@/lib/data/db'
import { recordCheck, savePage } from '@/lib/data/responses'
import { foldAssignment } from '@/lib/data/rollups'
import { saveResponse } from '@/lib/data/save'
import { recordTry } from '@/lib/data/tries'
import { explainAll, responseTo, scoreOf } from '@/lib/domain/attempt'
import type { CorrectionDraft } from '@/lib/domain/correction'
import { fraction } from '@/lib/domain/fraction'
import { accept } from '@/lib/domain/outcome'
import { textsOf } from '@/lib/domain/question/correct'
import type { StoredResponse } from '@/lib/domain/question/publish'
import { readTally } from '@/lib/domain/tally'
import { check } from '@/lib/domain/tries'
import type { Viewer } from '@/lib/domain/viewer'
import { handIn, published } from '@/tests/support/attempts'
import { type Exam, examWith } from '@/tests/support/exam'
import { newMember } from '@/tests/support/people'
import { rowsChangedBy } from '@/tests/support/rows'
import { the } from '@/tests/support/the'
import { after, noon, versionOf } from '@/tests/support/versions'
import { codeFor, sample } from '@/tests/unit/question/samples'

afterAll(disconnect)

const question = sample('single-choice', { id: 'q1', points: 4 })
const option = (word: string) => codeFor(question, `single ${word}`, 'seed')
const RIGHT = option('two')
const THREE = { behaviour: 'interactive', tries: 3, penaltyPercent: 25 } as const

const sat = async (rules: Parameters<typeof examWith>[0] = THREE) => {
  const exam = await examWith(rules, await published(versionOf([question])))
  return { ...exam, id: await exam.start() }
}
const press = (viewer: Viewer, id: string, seen: number, now = noon) =>
  recordTry(
    viewer,
    id,
    'q1',
    (attempt) => check(attempt, question, responseTo(attempt, 'q1'), seen, now),
    now,
  )
const give = (viewer: Viewer, attemptId: string, value: StoredResponse | null, base: number) =>
  saveResponse(viewer, { attemptId, questionId: 'q1', value, base }, noon)
const kept = async ({ student, id }: Pick<Exam, 'student'> & { id: string }) =>
  the(responseTo(the(await findAttempt(student, id)), 'q1'))

describe('a try', () => {
  it('is kept with its answer and instant, and the answer can still be changed', async () => {
    const { student, id } = await sat()
    await give(student, id, option('one'), 0)
    await press(student, id, 0, after(1))
    expect(await give(student, id, option('four'), 1)).toMatchObject({ state: 'saved', version: 2 })
    expect(await kept({ student, id })).toMatchObject({
      value: option('four'),
      tries: [{ value: option('one'), at: after(1) }],
      checkedAt: null,
    })
  })

  it('that is right fixes the answer on every road', async () => {
    const { student, id } = await sat()
    await give(student, id, RIGHT, 0)
    await press(student, id, 0, after(1))
    expect(await give(student, id, option('one'), 1)).toEqual({ state: 'closed' })
    const page = [{ questionId: 'q1', value: option('one'), base: 1, age: null }]
    expect(await savePage(student, id, page, after(2))).toEqual(['q1'])
    expect(await press(student, id, 1, after(3))).toMatchObject({ rejection: 'checked' })
    expect(await kept({ student, id })).toMatchObject({ value: RIGHT, checkedAt: after(1) })
  })

  it('is used once by twenty presses at the same time, from whatever pages', async () => {
    const { student, id } = await sat()
    await give(student, id, option('one'), 0)
    const decided = await Promise.all(Array.from({ length: 20 }, () => press(student, id, 0)))
    expect(decided.filter((each) => each?.ok)).toHaveLength(1)
    expect((await kept({ student, id })).tries).toHaveLength(1)
  })

  it('is used at most once by each answer while answers and presses race', async () => {
    const { student, id } = await sat()
    await give(student, id, option('one'), 0)
    await Promise.all([
      ...Array.from({ length: 6 }, () => press(student, id, 0)),
      give(student, id, option('three'), 1),
      ...Array.from({ length: 6 }, () => press(student, id, 1)),
    ])
    const { tries } = await kept({ student, id })
    const values = tries.map(({ value }) => value)
    expect(values.length).toBeGreaterThanOrEqual(1)
    expect(values.length).toBeLessThanOrEqual(2)
    expect(new Set(values).size).toBe(values.length)
  })

  it('is nobody else’s, not of a question that is not there, and of no other behaviour', async () => {
    const { student, teacher, id } = await sat()
    const plain = await sat({ behaviour: 'immediate' })
    const mallory = await newMember('Mallory')
    await give(student, id, option('one'), 0)
    const changed = await rowsChangedBy(async () => {
      for (const viewer of [teacher, mallory]) expect(await press(viewer, id, 0)).toBeNull()
      expect(await press(plain.student, plain.id, 0)).toBeNull()
      const decide = () => accept({ tries: [], checkedAt: noon })
      expect(await recordTry(student, id, 'q9', decide, noon)).toBeNull()
      await recordCheck(student, id, 'q1', noon)
    })
    expect(changed).toEqual([])
  })

  it('is refused once the attempt is over or handed in', async () => {
    const late = await sat({ ...THREE, minutes: 10 })
    await give(late.student, late.id, option('one'), 0)
    expect(await press(late.student, late.id, 0, after(10 * 60_000 + 1))).toBeNull()
    await handIn(late.student, late.id, after(5))
    expect(await press(late.student, late.id, 0, after(6))).toBeNull()
    expect((await kept(late)).tries).toEqual([])
  })
})

describe('the score of tries', () => {
  it('is what marking the stored tries again comes to, whatever the rules are by then', async () => {
    const { student, id, change } = await sat()
    await give(student, id, option('one'), 0)
    await press(student, id, 0)
    await give(student, id, RIGHT, 1)
    await press(student, id, 1)
    await change({ behaviour: 'deferred', tries: 5, penaltyPercent: 100 })
    await handIn(student, id, after(5))
    const row = await db().attempt.findUniqueOrThrow({ where: { id } })
    expect([row.earnedN, row.earnedD, row.points]).toEqual([3, 1, 4])
    const attempt = the(await findAttempt(student, id))
    const again = explainAll(attempt)
    expect(scoreOf(again)).toEqual({ earned: fraction(3), points: 4 })
    const response = await db().response.findFirstOrThrow({ where: { attemptId: id } })
    expect(again[0]?.earned).toEqual({ n: response.earnedN, d: response.earnedD })
  })

  it('is what the analysis counts, also where the question was put right', async () => {
    const { student, teacher, id, assignmentId, classId, quiz } = await sat()
    await give(student, id, option('one'), 0)
    await press(student, id, 0)
    await give(student, id, RIGHT, 1)
    await press(student, id, 1)
    await handIn(student, id, after(5))
    const counted = async () => {
      await foldAssignment(assignmentId)
      const { tally } = await db().attemptTally.findUniqueOrThrow({ where: { attemptId: id } })
      return the(readTally(tally).items[0]).share
    }
    expect(await counted()).toEqual(fraction(3, 4))
    const draft: CorrectionDraft = {
      questionId: 'q1',
      remedy: 'rekeyed',
      change: { ...textsOf(question), explanation: ['Said better.'] },
      reason: 'It was said badly.',
      mayLower: false,
    }
    expect(await recordCorrection(teacher, { classId, quizId: quiz.id }, draft, after(9))).toBe(
      true,
    )
    expect(await counted()).toEqual(fraction(3, 4))
  })

  it('counts what was changed and not checked as the next try', async () => {
    const { student, id } = await sat()
    await give(student, id, option('one'), 0)
    await press(student, id, 0)
    await give(student, id, RIGHT, 1)
    await handIn(student, id, after(5))
    const row = await db().attempt.findUniqueOrThrow({ where: { id } })
    expect([row.earnedN, row.earnedD]).toEqual([3, 1])
  })
})
