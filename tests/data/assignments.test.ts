import { afterAll, describe, expect, it } from 'vitest'
import { findAssignment, findSetting, recordAssignment } from '@/lib/data/assignments'
import { listEvents } from '@/lib/data/attempt-log'
import { findAttempt } from '@/lib/data/attempts'
import { db, disconnect } from '@/lib/data/db'
import { recordCheck, recordFlag, savePage } from '@/lib/data/responses'
import { saveResponse } from '@/lib/data/save'
import { startAssigned } from '@/lib/data/starts'
import { submitOverdue } from '@/lib/data/submissions'
import { beginning, type Dates, type Rules } from '@/lib/domain/assignment'
import { submit } from '@/lib/domain/attempt'
import type { Viewer } from '@/lib/domain/viewer'
import { begin, handIn, newQuiz } from '@/tests/support/attempts'
import { NO_DATES, newClass, newMember, OPEN_RULES } from '@/tests/support/people'
import { rowsChangedBy } from '@/tests/support/rows'
import { the } from '@/tests/support/the'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

const MINUTE = 60_000

/** A class of one student with a quiz of two statements, set under these rules. */
async function exam(rules: Partial<Rules> = {}, dates: Partial<Dates> = {}) {
  const [teacher, student] = [await newMember('Ms Keller'), await newMember('Amina')]
  const quiz = await newQuiz()
  const { id: classId } = await newClass(teacher, [student])
  const all = { ...OPEN_RULES, ...rules }
  const assignmentId = the(
    await recordAssignment(teacher, classId, quiz.id, { ...NO_DATES, ...dates }, all),
  )
  return { teacher, student, quiz, classId, assignmentId }
}

/** Begins as the page's action does: the open attempt, or another one. */
async function start(viewer: Viewer, assignmentId: string, now = noon): Promise<string | null> {
  const assigned = the(await findAssignment(viewer, assignmentId))
  const open = assigned.attempts.find(({ submittedAt }) => submittedAt === null)
  if (open) return open.id
  const next = beginning(assigned, now)
  return next.ok ? startAssigned(viewer, assigned, next.value, 'seed', now) : null
}
const tick = (now: Date) => submitOverdue(now, (attempt) => submit(attempt, now))

describe('what a teacher sets', () => {
  it('is read back as it was said, and changed in place', async () => {
    const { teacher, quiz, classId, assignmentId } = await exam(
      { minutes: 40, grading: 'average', shuffleQuestions: true },
      { opensAt: noon, closesAt: after(60 * MINUTE) },
    )
    expect(await findSetting(teacher, classId, quiz.id)).toMatchObject({
      id: assignmentId,
      opensAt: noon,
      dueAt: null,
      closesAt: after(60 * MINUTE),
      rules: { minutes: 40, grading: 'average', shuffleQuestions: true },
    })
    const again = await recordAssignment(teacher, classId, quiz.id, NO_DATES, OPEN_RULES)
    expect(again).toBe(assignmentId)
    expect(await findSetting(teacher, classId, quiz.id)).toMatchObject({
      opensAt: null,
      rules: { minutes: null },
    })
  })

  it('reaches a student with their own extra time, dates and attempts', async () => {
    const { student, assignmentId, classId } = await exam({ minutes: 40, attempts: 1 })
    await db().membership.update({
      where: { classId_userId: { classId, userId: student.id } },
      data: { extraTime: 'half' },
    })
    await db().exception.create({
      data: { assignmentId, userId: student.id, set: ['closesAt'], extraAttempts: 2 },
    })
    expect(await findAssignment(student, assignmentId)).toMatchObject({
      extraTime: 'half',
      exception: { closesAt: null, extraAttempts: 2, isExcused: false },
      seats: [{ extraTime: 'half', exception: { closesAt: null } }],
      attempts: [],
    })
    expect(the(await findAssignment(student, assignmentId)).exception).not.toHaveProperty('opensAt')
  })

  it('ends what is under way without an end when it gets a close, and waits for it with the keys', async () => {
    const { teacher, student, quiz, classId, assignmentId } = await exam({ attempts: 2 })
    const id = the(await start(student, assignmentId))
    expect(await findAssignment(student, assignmentId)).toMatchObject({
      underWay: { isEndless: true, lastDeadline: null },
    })
    const closing = { ...NO_DATES, closesAt: after(60 * MINUTE) }
    await recordAssignment(teacher, classId, quiz.id, closing, OPEN_RULES)
    expect(await findAssignment(student, assignmentId)).toMatchObject({
      underWay: { isEndless: false, lastDeadline: after(60 * MINUTE) },
    })
    await recordAssignment(teacher, classId, quiz.id, NO_DATES, OPEN_RULES)
    const kept = await db().attempt.findUniqueOrThrow({ where: { id } })
    expect(kept.deadline, 'a deadline once given stays').toEqual(after(60 * MINUTE))
  })

  it('is nobody else’s to see', async () => {
    const { assignmentId } = await exam()
    expect(await findAssignment(await newMember('Mallory'), assignmentId)).toBeNull()
  })
})

describe('the number of attempts', () => {
  it('holds against fifty starts at once: one attempt of one', async () => {
    const { student, assignmentId } = await exam({ attempts: 1 })
    const ids = await Promise.all(Array.from({ length: 50 }, () => start(student, assignmentId)))
    expect(new Set(ids).size).toBe(1)
    expect(await db().attempt.count({ where: { assignmentId } })).toBe(1)
  })
  it('holds while the only attempt is being handed in: no second one slips through', async () => {
    const { student, quiz, assignmentId } = await exam({ attempts: 1 })
    const id = await begin(student, quiz, { assignmentId })
    await Promise.all([
      handIn(student, id, after(1)),
      ...Array.from({ length: 20 }, () => start(student, assignmentId, after(1))),
    ])
    expect(await db().attempt.count({ where: { assignmentId } })).toBe(1)
    expect(await start(student, assignmentId, after(2))).toBeNull()
  })
  it('counts up from one, and each number is given once', async () => {
    const { student, assignmentId } = await exam({ attempts: 3 })
    for (const n of [1, 2, 3])
      await handIn(student, the(await start(student, assignmentId)), after(n))
    const rows = await db().attempt.findMany({
      where: { assignmentId },
      orderBy: { number: 'asc' },
    })
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(await start(student, assignmentId)).toBeNull()
  })
})

describe('the deadline', () => {
  const over = after(40 * MINUTE)
  const past = (ms: number) => new Date(over.getTime() + ms)
  const sat = async () => {
    const made = await exam({ minutes: 40, attempts: 1, behaviour: 'immediate' })
    return { ...made, attemptId: the(await start(made.student, made.assignmentId)) }
  }

  it('is stored at the start and stays when the rules change', async () => {
    const { teacher, student, quiz, classId, attemptId } = await sat()
    await recordAssignment(teacher, classId, quiz.id, NO_DATES, { ...OPEN_RULES, minutes: 5 })
    expect((await findAttempt(student, attemptId))?.deadline).toEqual(over)
  })

  it.each([-1, 0])('an answer %i ms after it is kept', async (ms) => {
    const { student, attemptId } = await sat()
    const save = { attemptId, questionId: 'q1', value: 'true', base: 0 }
    expect(await saveResponse(student, save, past(ms))).toMatchObject({ state: 'saved' })
    const page = [{ questionId: 'q2', value: 'true', base: 0, age: null }]
    expect(await savePage(student, attemptId, page, past(ms))).toEqual([])
  })

  it('an answer 1 ms after it is refused on every road, and changes nothing', async () => {
    const { student, attemptId } = await sat()
    const late = past(1)
    const save = { attemptId, questionId: 'q1', value: 'true', base: 0 }
    const changed = await rowsChangedBy(async () => {
      expect(await saveResponse(student, save, late)).toEqual({ state: 'closed' })
      const page = [{ questionId: 'q1', value: 'true', base: 0, age: 3 * MINUTE }]
      expect(await savePage(student, attemptId, page, late)).toBeNull()
      await recordFlag(student, attemptId, 'q1', true, late)
      await recordCheck(student, attemptId, 'q1', late)
    })
    expect(changed).toEqual([])
  })

  it('counts for a hand-in that comes later: handed in when time was up, by the clock', async () => {
    const { student, attemptId } = await sat()
    await handIn(student, attemptId, past(5 * MINUTE))
    expect(await findAttempt(student, attemptId)).toMatchObject({
      submittedAt: over,
      endedBy: 'clock',
    })
  })
})

describe('the server’s clock', () => {
  it('hands in at the deadline what was saved, once, also where nobody looks', async () => {
    const { student, assignmentId } = await exam({ minutes: 10 })
    const id = the(await start(student, assignmentId))
    await saveResponse(
      student,
      { attemptId: id, questionId: 'q1', value: 'true', base: 0 },
      after(1),
    )
    const due = after(10 * MINUTE)
    await tick(new Date(due.getTime() + 1000))
    expect((await findAttempt(student, id))?.submittedAt, 'a save may be under way').toBeNull()
    const later = new Date(due.getTime() + 3000)
    await Promise.all(Array.from({ length: 10 }, () => tick(later)))
    expect(await findAttempt(student, id)).toMatchObject({ submittedAt: due, endedBy: 'clock' })
    const row = await db().attempt.findUniqueOrThrow({ where: { id } })
    expect([row.earnedN, row.earnedD, row.points]).toEqual([1, 1, 2])
    expect(await db().attemptEvent.count({ where: { attemptId: id, kind: 'submitted' } })).toBe(1)
  })
  it('leaves alone what has time left and what has no end', async () => {
    const [timed, free] = [await exam({ minutes: 10 }), await exam()]
    const ids = [
      the(await start(timed.student, timed.assignmentId)),
      the(await start(free.student, free.assignmentId)),
    ]
    while (await tick(after(9 * MINUTE)));
    const rows = await db().attempt.findMany({ where: { id: { in: ids } } })
    expect(rows.map(({ submittedAt }) => submittedAt)).toEqual([null, null])
  })
})

describe('the log of an attempt', () => {
  it('tells in order what happened: begun, each answer saved, handed in', async () => {
    const { teacher, student, assignmentId } = await exam()
    const id = the(await start(student, assignmentId))
    const save = (questionId: string, value: string, base: number, at: number) =>
      saveResponse(student, { attemptId: id, questionId, value, base }, after(at))
    await save('q1', 'true', 0, 1)
    await save('q1', 'true', 0, 2)
    await save('q1', 'false', 1, 3)
    await save('q2', 'true', 7, 4)
    await handIn(student, id, after(5))
    const events = await listEvents(teacher, id)
    expect(await listEvents(student, id)).toEqual([])
    expect(events.map(({ kind, detail, at }) => [kind, detail, at])).toEqual([
      ['begun', null, noon],
      ['saved', 'q1', after(1)],
      ['saved', 'q1', after(3)],
      ['submitted', 'learner', after(5)],
    ])
  })

  it('has an entry for each answer that a page of the form brings, and none for what stays', async () => {
    const { teacher, student, assignmentId } = await exam()
    const id = the(await start(student, assignmentId))
    const entry = (questionId: string, value: string, base: number) => ({
      questionId,
      value,
      base,
      age: null,
    })
    await savePage(student, id, [entry('q1', 'true', 0), entry('q2', 'true', 0)], after(1))
    await savePage(student, id, [entry('q1', 'true', 1), entry('q2', 'false', 1)], after(2))
    expect(await listEvents(teacher, id), 'nothing of what is still open').toEqual([])
    await handIn(student, id, after(3))
    const events = await listEvents(teacher, id)
    expect(events.map(({ kind, detail }) => `${kind} ${detail ?? ''}`.trim()).sort()).toEqual(
      ['begun', 'saved q1', 'saved q2', 'saved q2', 'submitted learner'].sort(),
    )
  })
})
