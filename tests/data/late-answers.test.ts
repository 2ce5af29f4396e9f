import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { recordAssignment } from '@/lib/data/assignments'
import { listEvents } from '@/lib/data/attempt-log'
import { findAttempt } from '@/lib/data/attempts'
import { db, disconnect } from '@/lib/data/db'
import { listGradebook } from '@/lib/data/gradebook'
import { countWaiting, keepLate, listLate, takeInFile } from '@/lib/data/late-answers'
import { decideLate } from '@/lib/data/late-decisions'
import { BY_NAME } from '@/lib/domain/gradebook-view'
import type { AnswerFile } from '@/lib/domain/late-answer'
import type { Viewer } from '@/lib/domain/viewer'
import { answer, begin, handIn, newQuiz, type PublishedQuiz } from '@/tests/support/attempts'
import { NO_DATES, newClass, newMember, OPEN_RULES } from '@/tests/support/people'
import { the } from '@/tests/support/the'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** The end of every attempt here: half an hour after noon. */
const END = 30 * MINUTE
const people = {} as Record<'teacher' | 'coteacher' | 'observer' | 'student' | 'stranger', Viewer>
let quiz: PublishedQuiz
let classId: string
let assignmentId: string
let id: string

beforeEach(async () => {
  for (const role of ['teacher', 'coteacher', 'observer', 'student', 'stranger'] as const)
    people[role] = await newMember(`a ${role}`)
  quiz = await newQuiz(3)
  const made = await newClass(people.teacher, [people.student])
  classId = made.id
  for (const role of ['coteacher', 'observer'] as const)
    await db().membership.create({ data: { classId, userId: people[role].id, role } })
  assignmentId = the(await recordAssignment(people.teacher, classId, quiz.id, NO_DATES, OPEN_RULES))
  id = await begin(people.student, quiz, { assignmentId })
  await db().attempt.update({ where: { id }, data: { deadline: after(END) } })
  await answer(people.student, id, { q1: 'true' }, after(MINUTE))
})

/** The clock hands in at the deadline. */
const end = () => handIn(people.student, id, after(END + 1_000))

/** An answer that was given at minute `given` and arrives at minute `received`. */
const arrive = (questionId: string, value: string, given: number, received: number, base = 0) =>
  keepLate(
    people.student,
    id,
    { questionId, value, base, age: (received - given) * MINUTE },
    after(received * MINUTE),
  )
const late = () => listLate(people.teacher, classId, quiz.id)
const scoreOf = async () =>
  db().attempt.findUniqueOrThrow({
    where: { id },
    select: { earnedN: true, earnedD: true, points: true },
  })
/** As the student is told. */
const countsOf = async () => (await findAttempt(people.student, id))?.late
const idsOf = async () => (await late()).flatMap(({ answers }) => answers.map((each) => each.id))

describe('an answer that comes after the end', () => {
  it('is kept aside where it was given before, and changes nothing by itself', async () => {
    await end()
    const before = await scoreOf()
    expect(await arrive('q2', 'true', 20, 45)).toBe('kept')
    expect(await late()).toEqual([
      {
        attemptId: id,
        learnerName: 'a student',
        isSubmitted: true,
        answers: [
          {
            id: expect.any(String),
            questionId: 'q2',
            value: 'true',
            certainty: null,
            givenAt: after(20 * MINUTE),
            receivedAt: after(45 * MINUTE),
            source: 'device',
            decidedAt: null,
            accepted: null,
          },
        ],
      },
    ])
    expect(await scoreOf()).toEqual(before)
    expect(await countWaiting(people.observer, classId, quiz.id)).toBe(1)
    expect(await countsOf()).toEqual({ waiting: 1, accepted: 0, left: 0 })
  })

  it('is kept from the deadline on, also before the clock has handed in', async () => {
    expect(await arrive('q2', 'true', 29, 29.5)).toBe('refused')
    expect(await arrive('q2', 'true', 29, 30.01)).toBe('kept')
  })

  it('is refused where it was given after the end, comes a week late, or asks nothing here', async () => {
    await end()
    expect(await arrive('q2', 'true', 30.1, 45)).toBe('refused')
    expect(await arrive('elsewhere', 'true', 20, 45)).toBe('refused')
    const week = END + 7 * DAY
    const given = { questionId: 'q2', value: 'true', base: 0 }
    const at = (ms: number) => keepLate(people.student, id, { ...given, age: ms }, after(ms))
    expect(await at(week + 1)).toBe('refused')
    expect(await at(week)).toBe('kept')
  })

  it('is refused of a question of the quiz that its paper does not ask', async () => {
    await db().attempt.update({ where: { id }, data: { asked: 2 } })
    const paper = the(await findAttempt(people.student, id)).version.questions
    const missing = the(
      ['q1', 'q2', 'q3'].find((each) => !paper.some((asked) => asked.id === each)),
    )
    await end()
    expect(await arrive(missing, 'false', 20, 45)).toBe('refused')
    const givenAt = after(20 * MINUTE).toISOString()
    const answers = [{ question: missing, value: 'false', givenAt }]
    const file = { format: 'rendezvous-answers', version: 1, attempt: id, madeAt: givenAt } as const
    expect(
      await takeInFile(people.teacher, classId, quiz.id, { ...file, answers }, after(45 * MINUTE)),
    ).toEqual({ kept: 0, stand: 0, out: 1 })
    expect(await countWaiting(people.teacher, classId, quiz.id)).toBe(0)
  })

  it('was given no earlier than the attempt began, whatever the device tells', async () => {
    await end()
    await keepLate(
      people.student,
      id,
      { questionId: 'q2', value: 'true', base: 0, age: 400 * DAY },
      after(45 * MINUTE),
    )
    expect((await late())[0]?.answers[0]?.givenAt).toEqual(noon)
  })

  it('is nothing new where it is saved already, and yields to what was saved later', async () => {
    await end()
    expect(await arrive('q1', 'true', 20, 45)).toBe('stands')
    expect(await arrive('q1', 'false', 0.5, 45)).toBe('older')
    expect(await arrive('q1', 'false', 20, 45, 1)).toBe('kept')
    expect(await idsOf()).toHaveLength(1)
  })

  it('stands once for a question: that which was given last, in whichever order they come', async () => {
    await end()
    await arrive('q2', 'newer', 21, 45)
    await arrive('q2', 'older', 20, 46)
    expect((await late())[0]?.answers).toMatchObject([{ value: 'newer' }])
    await arrive('q2', 'newest', 22, 47)
    expect((await late())[0]?.answers).toMatchObject([{ value: 'newest' }])
  })

  it('is taken of one’s own attempt in a class alone', async () => {
    await end()
    const given = { questionId: 'q2', value: 'true', base: 0, age: 25 * MINUTE }
    for (const who of ['teacher', 'stranger'] as const)
      expect(await keepLate(people[who], id, given, after(45 * MINUTE))).toBe('refused')
    const alone = await begin(people.student, quiz)
    await handIn(people.student, alone, after(END))
    expect(await keepLate(people.student, alone, given, after(45 * MINUTE))).toBe('refused')
    await db().class.update({ where: { id: classId }, data: { archivedAt: after(END) } })
    expect(await arrive('q2', 'true', 20, 45)).toBe('refused')
    expect(await db().lateAnswer.count({ where: { attemptId: { in: [id, alone] } } })).toBe(0)
  })

  it('is not taken of a question that was checked, since its key was shown', async () => {
    await db().response.update({
      where: { attemptId_questionId: { attemptId: id, questionId: 'q1' } },
      data: { checkedAt: after(2 * MINUTE) },
    })
    await end()
    expect(await arrive('q1', 'false', 20, 45, 1)).toBe('refused')
  })
})

describe('a late answer that is accepted', () => {
  it('takes the place of the saved one, and attempt, gradebook, log and history say so', async () => {
    await end()
    expect(await scoreOf()).toEqual({ earnedN: 1, earnedD: 1, points: 3 })
    await arrive('q2', 'true', 20, 45)
    await arrive('q3', 'true', 21, 45)
    const now = after(60 * MINUTE)
    expect(await decideLate(people.coteacher, id, await idsOf(), true, now)).toBe(2)
    expect(await scoreOf()).toEqual({ earnedN: 3, earnedD: 1, points: 3 })
    const { rows } = await listGradebook(people.teacher, classId, BY_NAME, null, now)
    expect(rows[0]?.cells[0]?.grade).toEqual({ n: 1, d: 1 })
    const response = await db().response.findUnique({
      where: { attemptId_questionId: { attemptId: id, questionId: 'q2' } },
    })
    expect(response).toMatchObject({ value: 'true', givenAt: after(20 * MINUTE), earnedN: 1 })
    expect(await db().gradeChange.findMany({ where: { assignmentId } })).toMatchObject([
      {
        kind: 'late-answers',
        learnerId: people.student.id,
        byId: people.coteacher.id,
        at: now,
        before: { attemptId: id, earned: { n: 1, d: 1 }, points: 3 },
        after: { attemptId: id, earned: { n: 3, d: 1 }, points: 3 },
      },
    ])
    const log = await listEvents(people.teacher, id)
    expect(log.map(({ kind, detail }) => [kind, detail]).slice(-4)).toEqual([
      ['late-kept', 'q2'],
      ['late-kept', 'q3'],
      ['late-accepted', 'q2'],
      ['late-accepted', 'q3'],
    ])
    expect(await countsOf()).toEqual({ waiting: 0, accepted: 2, left: 0 })
  })

  it('is decided once: neither again nor the other way, and no later answer reopens it', async () => {
    await end()
    await arrive('q2', 'true', 20, 45)
    const ids = await idsOf()
    const decide = (accepted: boolean) =>
      decideLate(people.teacher, id, ids, accepted, after(60 * MINUTE))
    const both = await Promise.all([decide(true), decide(false), decide(true)])
    expect(both.filter((count) => count === 1)).toHaveLength(1)
    expect(await db().gradeChange.count({ where: { assignmentId } })).toBeLessThanOrEqual(1)
    expect(await arrive('q2', 'another', 25, 70)).toBe('refused')
  })

  it('left aside changes no score', async () => {
    await end()
    await arrive('q2', 'true', 20, 45)
    const before = await scoreOf()
    expect(await decideLate(people.teacher, id, await idsOf(), false, after(END * 2))).toBe(1)
    expect(await scoreOf()).toEqual(before)
    expect(await db().gradeChange.count({ where: { assignmentId } })).toBe(0)
    expect((await listEvents(people.teacher, id)).at(-1)).toMatchObject({ kind: 'late-left' })
  })

  it('is for who teaches the class alone, and only of its own attempts', async () => {
    await end()
    await arrive('q2', 'true', 20, 45)
    const ids = await idsOf()
    for (const who of ['observer', 'student', 'stranger'] as const)
      expect(await decideLate(people[who], id, ids, true, after(END * 2))).toBeNull()
    expect(await listLate(people.stranger, classId, quiz.id)).toEqual([])
    expect(await listLate(people.student, classId, quiz.id)).toEqual([])
    expect(await late()).toHaveLength(1)
    const other = await newMember('another teacher')
    const elsewhere = await newClass(other, [people.stranger])
    const set = the(await recordAssignment(other, elsewhere.id, quiz.id, NO_DATES, OPEN_RULES))
    const theirs = await begin(people.stranger, quiz, { assignmentId: set })
    await handIn(people.stranger, theirs, after(END))
    expect(await decideLate(other, theirs, ids, true, after(END * 2))).toBe(0)
    expect(await countsOf()).toMatchObject({ waiting: 1 })
  })
})

describe('a file of last resort', () => {
  const file = (answers: [string, string, number][], attempt = id): AnswerFile => ({
    format: 'rendezvous-answers',
    version: 1,
    attempt,
    madeAt: after(40 * MINUTE).toISOString(),
    answers: answers.map(([question, value, given]) => ({
      question,
      value,
      givenAt: after(given * MINUTE).toISOString(),
    })),
  })
  const take = (who: Viewer, what: AnswerFile, now = after(90 * DAY)) =>
    takeInFile(who, classId, quiz.id, what, now)

  it('is taken in like what a device brings late, at any time', async () => {
    await end()
    const taken = await take(
      people.teacher,
      file([
        ['q1', 'true', 5],
        ['q2', 'true', 20],
        ['q3', 'true', 31],
      ]),
    )
    expect(taken).toEqual({ kept: 1, stand: 1, out: 1 })
    expect((await late())[0]?.answers).toMatchObject([{ questionId: 'q2', source: 'file' }])
    expect(await take(people.teacher, file([['q2', 'true', 20]]))).toMatchObject({ kept: 1 })
    expect(await idsOf()).toHaveLength(1)
  })

  it('belongs to an attempt at this quiz in a class that one teaches, which is over', async () => {
    const own = file([['q2', 'true', 20]])
    expect(await take(people.teacher, own)).toBe('open')
    await end()
    for (const who of ['observer', 'student', 'stranger'] as const)
      expect(await take(people[who], own)).toBeNull()
    const other = await newQuiz(1)
    expect(await takeInFile(people.teacher, classId, other.id, own, after(DAY))).toBeNull()
    const alone = await begin(people.student, quiz)
    await handIn(people.student, alone)
    expect(await take(people.teacher, file([['q2', 'true', 20]], alone))).toBeNull()
    expect(await late()).toEqual([])
  })
})
