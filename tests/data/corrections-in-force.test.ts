import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { findAttempt } from '@/lib/data/attempts'
import { findCorrectable } from '@/lib/data/correctable'
import { recordCorrectionUndone } from '@/lib/data/corrections'
import { db, disconnect } from '@/lib/data/db'
import { keepLate } from '@/lib/data/late-answers'
import { decideLate } from '@/lib/data/late-decisions'
import { publishQuiz } from '@/lib/data/quizzes'
import { rescore } from '@/lib/data/rescore'
import { submitOverdue } from '@/lib/data/submissions'
import { inTransaction } from '@/lib/data/transaction'
import { submit } from '@/lib/domain/attempt'
import type { CorrectionDraft } from '@/lib/domain/correction'
import { itemsOn } from '@/lib/domain/open-attempt'
import { textsOf } from '@/lib/domain/question/correct'
import { questionsIn } from '@/lib/domain/questions-page'
import { handedIn, handIn } from '@/tests/support/attempts'
import {
  answered,
  correct as apply,
  type CorrectableClass,
  correctableClass,
  done,
  KEY_WAS_WRONG,
  q1,
  scoresOf,
  VOIDED,
} from '@/tests/support/correctable-class'
import { somebodyWaits } from '@/tests/support/somebody-waits'
import { the } from '@/tests/support/the'
import { after, statements, versionOf } from '@/tests/support/versions'

afterAll(disconnect)

let room: CorrectableClass
let people: CorrectableClass['people']
let at: CorrectableClass['at']
let assignmentId: string
let quiz: CorrectableClass['quiz']
let wrong: string
let right: string
const scores = () => scoresOf(room)
const correct = (draft: CorrectionDraft, viewer = people.teacher) => apply(room, draft, viewer)

beforeEach(async () => {
  room = await correctableClass()
  ;({ people, at, assignmentId, quiz, wrong, right } = room)
})

describe('what is handed in after a correction', () => {
  it('is marked by it, by whomever it is handed in; the paper under way stays as it was', async () => {
    const own = await answered(room, people.student, 'false')
    const timed = await answered(room, people.other, 'false')
    await db().attempt.update({ where: { id: timed }, data: { deadline: after(5_000) } })
    const paper = async () =>
      itemsOn(the(await findAttempt(people.student, own)), 1).map(({ question }) => question)
    const before = await paper()
    await correct({ ...KEY_WAS_WRONG, change: { ...textsOf(q1), key: ['false'], points: ['2'] } })
    expect(await paper()).toEqual(before)
    await handIn(people.student, own, after(3_000))
    expect(await submitOverdue(after(9_000), (open) => submit(open, after(9_000)))).toBe(true)
    expect(await scores()).toMatchObject({ [own]: '3/1 of 4', [timed]: '3/1 of 4' })
  })

  it('is marked by it where it was already under way, since the correction waits', async () => {
    const own = await answered(room, people.student, 'false')
    const asItWas = { submittedAt: after(1), earnedN: 1, earnedD: 1, points: 3 }
    const applying = await inTransaction(async (transaction) => {
      await transaction.$queryRaw`select id from "Attempt" where id = ${own}::uuid for update`
      const applied = correct(KEY_WAS_WRONG)
      await somebodyWaits()
      await transaction.attempt.update({ where: { id: own }, data: asItWas })
      return { applied }
    })
    expect(await applying.applied).toBe(true)
    expect((await scores())[own]).toBe('2/1 of 3')
  })

  it('is marked by it once, however hand-ins and the correction race', async () => {
    const open = [
      await answered(room, people.student, 'false'),
      await answered(room, people.other, 'false'),
    ]
    await Promise.all([
      handIn(people.student, the(open[0])),
      correct(KEY_WAS_WRONG),
      handIn(people.other, the(open[1])),
      correct({ ...VOIDED, questionId: 'q3' }),
    ])
    const all = await scores()
    for (const id of open) expect(all[id]).toBe('2/1 of 2')
    for (const id of [wrong, right]) expect(all[id]).toBe('2/1 of 2')
  })
})

it('an attempt is marked anew from its answers alone, as often as one likes', async () => {
  await correct(KEY_WAS_WRONG)
  const before = await scores()
  await db().attempt.update({ where: { id: wrong }, data: { earnedN: 0 } })
  const again = await inTransaction((transaction) => rescore(transaction, wrong))
  expect(again).toMatchObject({
    learnerId: people.student.id,
    before: { earned: { n: 0 } },
    after: { earned: { n: 2 }, points: 3 },
  })
  expect(await scores()).toEqual(before)
  expect(await inTransaction((transaction) => rescore(transaction, assignmentId))).toBeNull()
})

it('a button that was pressed twice corrects once, and what differs is a correction of its own', async () => {
  await Promise.all([correct(KEY_WAS_WRONG), correct(KEY_WAS_WRONG), correct(KEY_WAS_WRONG)])
  const count = () => db().correction.count({ where: { assignmentId } })
  expect(await count()).toBe(1)
  await correct({ ...KEY_WAS_WRONG, mayLower: true })
  expect(await count()).toBe(2)
})

it('who decides on late answers waits for a correction before they hold what it wants', async () => {
  const given = { questionId: 'q3', value: 'true', base: 0, age: 5_000 }
  expect(await keepLate(people.student, wrong, given, after(5_000))).toBe('kept')
  const { id } = await db().lateAnswer.findFirstOrThrow({ where: { attemptId: wrong } })
  const deciding = await inTransaction(async (transaction) => {
    // As a correction does it.
    await transaction.$queryRaw`
      select id from "Assignment" where id = ${assignmentId}::uuid for update`
    const decided = decideLate(people.teacher, wrong, [id], true, after(6_000))
    await somebodyWaits()
    await transaction.$executeRaw`set local lock_timeout = '500ms'`
    await transaction.$queryRaw`select id from "Attempt" where id = ${wrong}::uuid for update`
    return { decided }
  })
  expect(await deciding.decided).toBe(1)
  expect((await scores())[wrong]).toBe('2/1 of 3')
})

it('what each question earned is written also where the score stays what it was', async () => {
  for (const questionId of ['q3', 'q1', 'q2']) await correct({ ...VOIDED, questionId })
  expect((await scores())[right]).toBe('1/1 of 1')
  const [, first] = await db().correction.findMany({
    where: { assignmentId },
    orderBy: { at: 'asc' },
  })
  // Without it there is something left, so the last one holds.
  await recordCorrectionUndone(people.teacher, at, the(first).id, after(9_000))
  expect((await scores())[right]).toBe('1/1 of 1')
  const rows = await db().response.findMany({
    where: { attemptId: right },
    orderBy: { questionId: 'asc' },
  })
  expect(rows.map(({ questionId, earnedN }) => [questionId, earnedN])).toEqual([
    ['q1', 1],
    ['q2', 0],
    ['q3', 0],
  ])
})

it('a correction holds at every version that has the question, and at no other', async () => {
  const later = statements(3).map((each) => ({ ...each, prompt: `${each.prompt} Really?` }))
  const { slug } = quiz
  await publishQuiz(versionOf(later, { slug }))
  const reworded = await done(room, people.student, 'false')
  await publishQuiz(versionOf(later.slice(1), { slug }))
  const without = await handedIn(people.other, quiz, 0, { assignmentId })
  const { versions } = the(await findCorrectable(people.teacher, at.classId, at.quizId))
  expect(versions.map(({ questions }) => questions.length)).toEqual([2, 3, 3])
  expect(questionsIn(versions).map(({ id }) => id)).toEqual(['q2', 'q3', 'q1'])
  await correct(KEY_WAS_WRONG)
  expect(await scores()).toEqual({
    [wrong]: '2/1 of 3',
    [right]: '2/1 of 3',
    [reworded]: '2/1 of 3',
    [without]: '0/1 of 2',
  })
})
