import { afterAll, describe, expect, it } from 'vitest'
import { findAttempt } from '@/lib/data/attempts'
import { db, disconnect } from '@/lib/data/db'
import { savePage } from '@/lib/data/responses'
import { saveResponse } from '@/lib/data/save'
import { responseTo } from '@/lib/domain/attempt'
import type { Certainty } from '@/lib/domain/certainty'
import type { StoredResponse } from '@/lib/domain/question/publish'
import { analysisOf } from '@/tests/support/analysis-of'
import { handIn } from '@/tests/support/attempts'
import { examWith } from '@/tests/support/exam'
import { statementsOf } from '@/tests/support/statements'
import { the } from '@/tests/support/the'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

async function sat() {
  const exam = await examWith({ behaviour: 'certainty' })
  const id = await exam.start()
  const save = (
    value: StoredResponse | null,
    base: number,
    certainty?: Certainty,
    questionId = 'q1',
    at = 0,
  ) => saveResponse(exam.student, { attemptId: id, questionId, value, base, certainty }, after(at))
  const kept = async () => {
    const { value, certainty, version } = the(
      responseTo(the(await findAttempt(exam.student, id)), 'q1'),
    )
    return { value, certainty, version }
  }
  return { ...exam, id, save, kept }
}

describe('a certainty that is saved', () => {
  it('is part of the answer: each change of it is a new version', async () => {
    const { save, kept } = await sat()
    expect(await save('true', 0, 1)).toMatchObject({ state: 'saved', version: 1 })
    expect(await save('true', 1, 3)).toMatchObject({ state: 'saved', version: 2 })
    expect(await kept()).toEqual({ value: 'true', certainty: 3, version: 2 })
  })

  it('never replaces a newer one, and the one that stands is told', async () => {
    const { save, kept } = await sat()
    await save('true', 0, 1)
    await save('true', 1, 3)
    expect(await save('true', 1, 2)).toMatchObject({
      state: 'newer-exists',
      value: 'true',
      certainty: 3,
      version: 2,
    })
    expect(await kept()).toEqual({ value: 'true', certainty: 3, version: 2 })
  })

  it('is saved once when it is sent twice', async () => {
    const { save, kept } = await sat()
    await save('true', 0, 2)
    expect(await save('true', 0, 2, 'q1', 50)).toMatchObject({ version: 1, savedAt: noon })
    expect(await kept()).toMatchObject({ version: 1 })
  })

  it('can be said of a question that is still blank', async () => {
    const { save, kept } = await sat()
    await save(null, 0, 3)
    expect(await kept()).toEqual({ value: null, certainty: 3, version: 1 })
  })

  it('of two screens at once one stands, with its own answer', async () => {
    const { save, kept } = await sat()
    const sent = [
      ['true', 1],
      ['true', 3],
      ['false', 2],
    ] as const
    const outcomes = await Promise.all(sent.map(([value, sure]) => save(value, 0, sure)))
    expect(outcomes.filter(({ state }) => state === 'saved')).toHaveLength(1)
    const { value, certainty, version } = await kept()
    expect(version).toBe(1)
    expect(sent).toContainEqual([value, certainty])
  })

  it('comes with the form of a page, in one statement, and is left as it is where nothing changed', async () => {
    const { student, id, save, kept } = await sat()
    const page = (certainty: Certainty, base: number, value: StoredResponse | null = 'true') =>
      savePage(student, id, [{ questionId: 'q1', value, certainty, base, age: null }], after(9))
    expect(await page(1, 0, null), 'nothing was said').toEqual([])
    expect(await db().response.count({ where: { attemptId: id } })).toBe(0)
    expect(await page(2, 0)).toEqual([])
    expect(await page(2, 1)).toEqual([])
    expect(await kept()).toEqual({ value: 'true', certainty: 2, version: 1 })
    await save('true', 1, 3)
    expect(await page(1, 1), 'another screen was later').toEqual(['q1'])
    expect(await kept()).toEqual({ value: 'true', certainty: 3, version: 2 })
    expect((await statementsOf(() => page(1, 2))).sent).toHaveLength(1)
    expect(await kept()).toEqual({ value: 'true', certainty: 1, version: 3 })
  })

  it('is no longer taken once the attempt is handed in', async () => {
    const { student, id, save } = await sat()
    await save('true', 0, 2)
    await handIn(student, id, after(1))
    expect(await save('true', 1, 3)).toEqual({ state: 'closed' })
  })
})

describe('the score with certainties', () => {
  it('is accuracy and bonus, while each question keeps what it earned for the analysis', async () => {
    const { student, teacher, classId, quiz, id, save } = await sat()
    await save('true', 0, 3)
    await save('false', 0, 3, 'q2')
    await handIn(student, id, after(1))
    const row = await db().attempt.findUniqueOrThrow({ where: { id } })
    // A = 1/2; marks 3 and -6, so (-3/2 - 1/2) / 10 are taken off: 3/10 of two points.
    expect([row.earnedN, row.earnedD, row.points]).toEqual([3, 5, 2])
    const { items } = await analysisOf(teacher, classId, quiz.id)
    expect(items.map((each) => [each.id, each.statistics.facility])).toEqual([
      ['q1', 1],
      ['q2', 0],
    ])
  })
})
