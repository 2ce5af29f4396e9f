import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { findAftermath } from '@/lib/data/aftermath'
import { findAttempt } from '@/lib/data/attempts'
import { findCorrectable } from '@/lib/data/correctable'
import {
  findCorrectionPlan,
  recordCorrection,
  recordCorrectionUndone,
} from '@/lib/data/corrections'
import { db, disconnect } from '@/lib/data/db'
import { findAnalysable } from '@/lib/data/item-analysis'
import { rescore } from '@/lib/data/rescore'
import { submitOverdue } from '@/lib/data/submissions'
import { inTransaction } from '@/lib/data/transaction'
import { explainAll, submit } from '@/lib/domain/attempt'
import { ROLES } from '@/lib/domain/class'
import type { CorrectionDraft } from '@/lib/domain/correction'
import { itemsOn } from '@/lib/domain/open-attempt'
import { textsOf } from '@/lib/domain/question/correct'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import type { Viewer } from '@/lib/domain/viewer'
import { answer, begin, handedIn, handIn, newQuiz } from '@/tests/support/attempts'
import { newClass, newMember } from '@/tests/support/people'
import { rowsChangedBy } from '@/tests/support/rows'
import { statementsOf } from '@/tests/support/statements'
import { the } from '@/tests/support/the'
import { after, statements } from '@/tests/support/versions'

afterAll(disconnect)

const [q1] = statements(3) as [AuthoredQuestion]
const KEY_WAS_WRONG: CorrectionDraft = {
  questionId: 'q1',
  remedy: 'rekeyed',
  change: { ...textsOf(q1), key: ['false'] },
  reason: 'The statement is false.',
  mayLower: false,
}
const VOIDED: CorrectionDraft = { ...KEY_WAS_WRONG, remedy: 'voided', change: null }

let people: Record<(typeof ROLES)[number] | 'other' | 'stranger', Viewer>
let quiz: Awaited<ReturnType<typeof newQuiz>>
let at: { classId: string; quizId: string }
let assignmentId: string
/** Answered the first question wrongly by its first key, and rightly. */
let wrong: string
let right: string

const answered = async (viewer: Viewer, value: string, assignment = assignmentId) => {
  const id = await begin(viewer, quiz, { assignmentId: assignment, seed: `seed of ${viewer.name}` })
  await answer(viewer, id, { q1: value, q2: 'true' })
  return id
}
const done = async (viewer: Viewer, value: string, assignment = assignmentId) => {
  const id = await answered(viewer, value, assignment)
  await handIn(viewer, id)
  return id
}
const scores = async () =>
  Object.fromEntries(
    (
      await db().attempt.findMany({
        where: { quizId: quiz.id },
        select: { id: true, earnedN: true, earnedD: true, points: true },
      })
    ).map(({ id, earnedN, earnedD, points }) => [id, `${earnedN}/${earnedD} of ${points}`]),
  )
const correct = (draft: CorrectionDraft, viewer = people.teacher, now = after(1_000)) =>
  recordCorrection(viewer, at, draft, now)
const lastId = async () =>
  the(await db().correction.findFirst({ where: { assignmentId }, orderBy: { id: 'desc' } })).id

beforeEach(async () => {
  const made = [...ROLES, 'other' as const, 'stranger' as const].map(
    async (role) => [role, await newMember(`a ${role}`)] as const,
  )
  people = Object.fromEntries(await Promise.all(made)) as typeof people
  quiz = await newQuiz(3)
  const { id: classId, assignments } = await newClass(
    people.teacher,
    [people.student, people.other],
    [quiz.id],
  )
  for (const role of ['coteacher', 'observer'] as const)
    await db().membership.create({ data: { classId, userId: people[role].id, role } })
  assignmentId = the(assignments[0])
  at = { classId, quizId: quiz.id }
  wrong = await done(people.student, 'false')
  right = await done(people.other, 'true')
})

describe('a correction', () => {
  it('tells first what it would do, and writes nothing', async () => {
    const changed = await rowsChangedBy(async () => {
      const plan = await findCorrectionPlan(people.teacher, at, KEY_WAS_WRONG, after(1_000))
      expect(plan).toMatchObject({
        asked: 2,
        kept: 1,
        unfit: 0,
        nothingLeft: 0,
        changes: [
          {
            attemptId: wrong,
            learner: { name: 'a student' },
            before: { earned: { n: 1, d: 1 }, points: 3 },
            after: { earned: { n: 2, d: 1 }, points: 3 },
            direction: 1,
          },
        ],
      })
      expect(the(plan?.average).before).toBeCloseTo(1 / 2)
      expect(the(plan?.average).after).toBeCloseTo(2 / 3)
      const strict = { ...KEY_WAS_WRONG, mayLower: true }
      const lowering = await findCorrectionPlan(people.teacher, at, strict, after(1_000))
      expect(lowering?.changes.map(({ attemptId, direction }) => [attemptId, direction])).toEqual([
        [wrong, 1],
        [right, -1],
      ])
    })
    expect(changed).toEqual([])
  })

  it('does what it told: marks rise, none falls without the tick, and each change is noted', async () => {
    expect(await correct(KEY_WAS_WRONG)).toBe(true)
    expect(await scores()).toEqual({ [wrong]: '2/1 of 3', [right]: '2/1 of 3' })
    const lines = await db().gradeChange.findMany({ where: { assignmentId } })
    expect(lines).toMatchObject([
      {
        learnerId: people.student.id,
        byId: people.teacher.id,
        kind: 'correction',
        reason: 'The statement is false.',
        before: { attemptId: wrong, questionId: 'q1', earned: { n: 1, d: 1 }, points: 3 },
        after: { attemptId: wrong, questionId: 'q1', earned: { n: 2, d: 1 }, points: 3 },
      },
    ])
    expect((await findAftermath(people.student, wrong)).changes).toMatchObject([
      { kind: 'correction', before: { earned: { n: 1 } }, after: { earned: { n: 2 } } },
    ])
    expect((await findAftermath(people.other, right)).changes).toEqual([])
    const kept = the(await findAttempt(people.other, right))
    expect(explainAll(kept)[0]?.corrections).toMatchObject([{ outcome: 'would-lower' }])
  })

  it('lowers marks where the teacher ticked that it may', async () => {
    await correct({ ...KEY_WAS_WRONG, mayLower: true })
    expect(await scores()).toEqual({ [wrong]: '2/1 of 3', [right]: '1/1 of 3' })
    expect(await db().gradeChange.count({ where: { assignmentId } })).toBe(2)
  })

  it('writes what each question earned, as the stored score adds up to it', async () => {
    await correct(VOIDED)
    const earned = await db().response.findMany({
      where: { attemptId: wrong },
      orderBy: { questionId: 'asc' },
      select: { questionId: true, earnedN: true },
    })
    expect(earned.map(({ earnedN }) => earnedN)).toEqual([0, 1, 0])
    expect((await scores())[wrong]).toBe('1/1 of 2')
  })

  it('leaves other classes and whoever learns alone as they are', async () => {
    const elsewhere = await newClass(people.teacher, [people.student], [quiz.id])
    const theirs = await done(people.student, 'false', the(elsewhere.assignments[0]))
    const alone = await handedIn(people.stranger, quiz, 0)
    await correct(KEY_WAS_WRONG)
    expect(await scores()).toMatchObject({ [theirs]: '1/1 of 3', [alone]: '0/1 of 3' })
    expect(the(await findAttempt(people.student, theirs)).treated).toBeUndefined()
  })

  it('is for teachers and co-teachers of a class that is not over, and of its own questions', async () => {
    const changed = await rowsChangedBy(async () => {
      for (const role of ['observer', 'student', 'stranger'] as const) {
        expect(await correct(KEY_WAS_WRONG, people[role]), role).toBe(false)
        expect(await findCorrectionPlan(people[role], at, VOIDED, after(1)), role).toBeNull()
      }
      expect(await correct({ ...VOIDED, questionId: 'q9' })).toBe(false)
    })
    expect(changed).toEqual([])
    expect(await correct(VOIDED, people.coteacher)).toBe(true)
    await db().class.update({ where: { id: at.classId }, data: { archivedAt: after(0) } })
    expect(await correct(VOIDED)).toBe(false)
    expect(await recordCorrectionUndone(people.teacher, at, await lastId(), after(9))).toBe(false)
  })

  it('is read by whoever teaches or observes, and by no student', async () => {
    await correct(KEY_WAS_WRONG)
    expect(await findCorrectable(people.observer, at.classId, at.quizId)).toMatchObject({
      role: 'observer',
      corrections: [
        { remedy: 'rekeyed', by: 'a teacher', undoneAt: null, reason: KEY_WAS_WRONG.reason },
      ],
    })
    for (const role of ['student', 'stranger'] as const)
      expect(await findCorrectable(people[role], at.classId, at.quizId)).toBeNull()
    const read = await statementsOf(() => findCorrectable(people.teacher, at.classId, at.quizId))
    expect(read.sent).toHaveLength(1)
  })

  it('is known to the analysis of its class', async () => {
    const known = async () =>
      the(await findAnalysable(people.teacher, at.classId, at.quizId)).corrections
    expect(await known()).toEqual([])
    await correct(KEY_WAS_WRONG)
    expect(await known()).toMatchObject([{ questionId: 'q1', remedy: 'rekeyed', at: after(1_000) }])
    await recordCorrectionUndone(people.teacher, at, await lastId(), after(2_000))
    expect(await known()).toEqual([])
  })
})

describe('taking a correction back', () => {
  it('restores every mark exactly, and is noted', async () => {
    const before = await scores()
    await correct({ ...KEY_WAS_WRONG, mayLower: true })
    const id = await lastId()
    expect(await recordCorrectionUndone(people.observer, at, id, after(2_000))).toBe(false)
    expect(await recordCorrectionUndone(people.coteacher, at, id, after(2_000))).toBe(true)
    expect(await scores()).toEqual(before)
    expect(await recordCorrectionUndone(people.teacher, at, id, after(3_000))).toBe(false)
    const [undone, made] = (await findAftermath(people.student, wrong)).changes
    expect(undone).toMatchObject({ kind: 'correction-undone', after: made?.before })
    expect(explainAll(the(await findAttempt(people.student, wrong)))[0]?.corrections).toEqual([])
  })

  it('of one among several leaves what the others make of it', async () => {
    await correct(VOIDED)
    const first = await lastId()
    await correct({ ...KEY_WAS_WRONG, questionId: 'q3', remedy: 'full-marks', change: null })
    await recordCorrectionUndone(people.teacher, at, first, after(3_000))
    expect(await scores()).toEqual({ [wrong]: '2/1 of 3', [right]: '3/1 of 3' })
  })

  it('is all that can be changed about one: the database keeps the rest', async () => {
    await correct(VOIDED)
    const where = { id: await lastId() }
    await expect(db().correction.update({ where, data: { reason: 'Another.' } })).rejects.toThrow(
      /never altered/,
    )
    await recordCorrectionUndone(people.teacher, at, where.id, after(2_000))
    await expect(db().correction.update({ where, data: { undoneAt: null } })).rejects.toThrow(
      /never altered/,
    )
  })
})

describe('what is handed in after a correction', () => {
  it('is marked by it, by whomever it is handed in; the paper under way stays as it was', async () => {
    const own = await answered(people.student, 'false')
    const timed = await answered(people.other, 'false')
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

  it('is marked by it once, however hand-ins and the correction race', async () => {
    const open = [await answered(people.student, 'false'), await answered(people.other, 'false')]
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
