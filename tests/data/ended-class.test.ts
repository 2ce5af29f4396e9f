import { afterAll, expect, it } from 'vitest'
import { recordAssignment } from '@/lib/data/assignments'
import { db, disconnect } from '@/lib/data/db'
import { recordException } from '@/lib/data/exceptions'
import { recordExtension } from '@/lib/data/live'
import { recordExtraTime } from '@/lib/data/people'
import { saveResponse } from '@/lib/data/save'
import { recordArchived } from '@/lib/data/staff'
import { startAssigned } from '@/lib/data/starts'
import { submitOverdue } from '@/lib/data/submissions'
import { submit } from '@/lib/domain/attempt'
import { answer, begin, newQuiz } from '@/tests/support/attempts'
import { NO_DATES, newClass, newMember, OPEN_RULES } from '@/tests/support/people'
import { rowsChangedBy } from '@/tests/support/rows'
import { the } from '@/tests/support/the'
import { after } from '@/tests/support/versions'

afterAll(disconnect)

const MINUTE = 60_000
const END = after(30 * MINUTE)

/** A class with two students at work, one of them without any end. */
async function atWork() {
  const [teacher, timed, endless] = [await newMember(), await newMember(), await newMember()]
  const quiz = await newQuiz()
  const room = await newClass(teacher, [timed, endless], [quiz.id])
  const assignmentId = the(room.assignments[0])
  const open = { timed: '', endless: '' }
  for (const [name, viewer] of Object.entries({ timed, endless }) as [
    keyof typeof open,
    typeof timed,
  ][]) {
    open[name] = await begin(viewer, quiz, { assignmentId })
    await answer(viewer, open[name], { q1: 'true' })
  }
  await db().attempt.update({
    where: { id: open.timed },
    data: { deadline: after(60 * MINUTE) },
  })
  return { teacher, timed, endless, quiz, id: room.id, assignmentId, open }
}

it('an end of the class is the end of what is under way in it: the clock hands it in, scored', async () => {
  const { teacher, timed, endless, id, open } = await atWork()
  expect(await recordArchived(teacher, id, END)).toBe(true)
  const save = { questionId: 'q2', value: 'true', base: 0 }
  for (const [viewer, attemptId] of [
    [timed, open.timed],
    [endless, open.endless],
  ] as const)
    expect(await saveResponse(viewer, { ...save, attemptId }, after(31 * MINUTE))).toEqual({
      state: 'closed',
    })
  const now = after(31 * MINUTE)
  while (await submitOverdue(now, (attempt) => submit(attempt, now)));
  const done = await db().attempt.findMany({ where: { id: { in: Object.values(open) } } })
  for (const attempt of done)
    expect(attempt).toMatchObject({ submittedAt: END, endedBy: 'clock', earnedN: 1, points: 2 })
})

it('an ended class refuses every change of its rules, dates and times', async () => {
  const { teacher, timed, quiz, id, assignmentId, open } = await atWork()
  await recordArchived(teacher, id, END)
  const later = after(40 * MINUTE)
  const changed = await rowsChangedBy(async () => {
    expect(await recordExtraTime(teacher, id, timed.id, 'double')).toBe(false)
    expect(await recordExtension(teacher, open.timed, 10, later)).toBe(false)
    expect(await recordAssignment(teacher, id, quiz.id, NO_DATES, OPEN_RULES)).toBeNull()
    const at = { classId: id, quizId: quiz.id, studentId: timed.id }
    const exception = { extraAttempts: 1, isExcused: false }
    expect(await recordException(teacher, at, exception, null, later)).toBe(false)
    const assignment = { ...NO_DATES, id: assignmentId, rules: OPEN_RULES }
    const next = { number: 2, deadline: null }
    expect(await startAssigned(await newStudentless(), assignment, next, 'seed', later)).toBeNull()
  })
  expect(changed.filter((row) => !row.startsWith('User:'))).toEqual([])
})
/** Somebody of no class. */
const newStudentless = () => newMember('Sten')

it('ended twice, as by a double press, a class keeps its end; reopened, what was handed in stays so', async () => {
  const { teacher, id, open } = await atWork()
  await recordArchived(teacher, id, END)
  const changed = await rowsChangedBy(async () => {
    expect(await recordArchived(teacher, id, after(50 * MINUTE))).toBe(true)
  })
  expect(changed).toEqual([])
  const now = after(31 * MINUTE)
  while (await submitOverdue(now, (attempt) => submit(attempt, now)));
  expect(await recordArchived(teacher, id, null)).toBe(true)
  const done = await db().attempt.findMany({ where: { id: { in: Object.values(open) } } })
  expect(done.map(({ submittedAt }) => submittedAt)).toEqual([END, END])
})

it('nobody begins in a class that ends at the same moment', { repeats: 20 }, async () => {
  const { teacher, id, quiz, assignmentId, open } = await atWork()
  const [late] = [await newMember()]
  await db().membership.create({ data: { classId: id, userId: late.id, role: 'student' } })
  const assignment = { ...NO_DATES, id: assignmentId, rules: OPEN_RULES }
  const [, begun] = await Promise.all([
    recordArchived(teacher, id, END),
    startAssigned(late, assignment, { number: 1, deadline: null }, 'seed', after(29 * MINUTE)),
  ])
  const endless = await db().attempt.findMany({
    where: { assignmentId, deadline: null, submittedAt: null },
  })
  expect(endless, `${begun} ${quiz.id} ${open.timed}`).toEqual([])
})
