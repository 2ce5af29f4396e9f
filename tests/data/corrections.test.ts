import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { findAftermath } from '@/lib/data/aftermath'
import { findAttempt } from '@/lib/data/attempts'
import { findCorrectable } from '@/lib/data/correctable'
import { findCorrectionPlan, recordCorrectionUndone } from '@/lib/data/corrections'
import { db, disconnect } from '@/lib/data/db'
import { findAnalysable } from '@/lib/data/item-analysis'
import { explainAll } from '@/lib/domain/attempt'
import type { CorrectionDraft } from '@/lib/domain/correction'
import { handedIn } from '@/tests/support/attempts'
import {
  correct as apply,
  type CorrectableClass,
  correctableClass,
  done,
  KEY_WAS_WRONG,
  lastCorrection,
  scoresOf,
  VOIDED,
} from '@/tests/support/correctable-class'
import { newClass } from '@/tests/support/people'
import { rowsChangedBy } from '@/tests/support/rows'
import { statementsOf } from '@/tests/support/statements'
import { the } from '@/tests/support/the'
import { after } from '@/tests/support/versions'

afterAll(disconnect)

let room: CorrectableClass
let people: CorrectableClass['people']
let at: CorrectableClass['at']
let assignmentId: string
let wrong: string
let right: string
const scores = () => scoresOf(room)
const correct = (draft: CorrectionDraft, viewer = people.teacher) => apply(room, draft, viewer)

beforeEach(async () => {
  room = await correctableClass()
  ;({ people, at, assignmentId, wrong, right } = room)
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
    const elsewhere = await newClass(people.teacher, [people.student], [room.quiz.id])
    const other = { quiz: room.quiz, assignmentId: the(elsewhere.assignments[0]) }
    const theirs = await done(other, people.student, 'false')
    const alone = await handedIn(people.stranger, room.quiz, 0)
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
    expect(
      await recordCorrectionUndone(people.teacher, at, await lastCorrection(room), after(9)),
    ).toBe(false)
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
    await recordCorrectionUndone(people.teacher, at, await lastCorrection(room), after(2_000))
    expect(await known()).toEqual([])
  })
})

describe('taking a correction back', () => {
  it('restores every mark exactly, and is noted', async () => {
    const before = await scores()
    await correct({ ...KEY_WAS_WRONG, mayLower: true })
    const id = await lastCorrection(room)
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
    const first = await lastCorrection(room)
    await correct({ ...KEY_WAS_WRONG, questionId: 'q3', remedy: 'full-marks', change: null })
    await recordCorrectionUndone(people.teacher, at, first, after(3_000))
    expect(await scores()).toEqual({ [wrong]: '2/1 of 3', [right]: '3/1 of 3' })
  })

  it('is all that can be changed about one: the database keeps the rest', async () => {
    await correct(VOIDED)
    const where = { id: await lastCorrection(room) }
    await expect(db().correction.update({ where, data: { reason: 'Another.' } })).rejects.toThrow(
      /never altered/,
    )
    await recordCorrectionUndone(people.teacher, at, where.id, after(2_000))
    await expect(db().correction.update({ where, data: { undoneAt: null } })).rejects.toThrow(
      /never altered/,
    )
  })
})
