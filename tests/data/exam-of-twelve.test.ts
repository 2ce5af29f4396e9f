import { afterAll, expect, it } from 'vitest'
import { findAssignment, recordAssignment } from '@/lib/data/assignments'
import { db, disconnect } from '@/lib/data/db'
import { listLive, recordExtension } from '@/lib/data/live'
import { saveResponse } from '@/lib/data/save'
import { startAssigned } from '@/lib/data/starts'
import { submitOverdue } from '@/lib/data/submissions'
import { beginning } from '@/lib/domain/assignment'
import { submit } from '@/lib/domain/attempt'
import { liveRow } from '@/lib/domain/live'
import type { Viewer } from '@/lib/domain/viewer'
import { newQuiz } from '@/tests/support/attempts'
import { NO_DATES, newClass, newMember, OPEN_RULES } from '@/tests/support/people'
import { the } from '@/tests/support/the'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

const MINUTE = 60_000
const QUESTIONS = ['q1', 'q2']
/** One tick of the server's clock: everything that is over, one attempt after the other. */
async function tick(now: Date) {
  while (await submitOverdue(now, (attempt) => submit(attempt, now)));
}
/** Two servers of one instance, ticking together. */
const endedBy = (minute: number) =>
  Promise.all([tick(after(minute * MINUTE)), tick(after(minute * MINUTE))])

it('holds for twelve students at once: each begins once, loses no answer, and is ended once, when due', async () => {
  const teacher = await newMember('Ms Keller')
  const students = await Promise.all(
    Array.from({ length: 12 }, (_, number) => newMember(`Student ${number + 10}`)),
  )
  const quiz = await newQuiz()
  const { id: classId } = await newClass(teacher, students)
  const rules = { ...OPEN_RULES, minutes: 20, attempts: 1 }
  const assignmentId = the(await recordAssignment(teacher, classId, quiz.id, NO_DATES, rules))
  const [slow, late] = [the(students[0]), the(students[1])]
  await db().membership.update({
    where: { classId_userId: { classId, userId: slow.id } },
    data: { extraTime: 'double' },
  })

  const begin = async (viewer: Viewer) => {
    const assigned = the(await findAssignment(viewer, assignmentId))
    const next = beginning(assigned, noon)
    if (!next.ok) throw new Error(next.rejection)
    return startAssigned(viewer, assigned, next.value, 'seed', noon)
  }
  // Each in two tabs that are opened together.
  const tabs = await Promise.all([...students, ...students].map(begin))
  const ids = students.map((_, at) => the(tabs[at]))
  expect(tabs.slice(12)).toEqual(ids)
  expect(new Set(ids).size).toBe(12)

  const save = (at: number, questionId: string, minute: number, base = 0) =>
    saveResponse(
      the(students[at]),
      { attemptId: the(ids[at]), questionId, value: at % 2 ? 'true' : 'false', base },
      after(minute * MINUTE),
    )
  const saves = await Promise.all(
    ids.flatMap((_, at) => QUESTIONS.map((question) => save(at, question, 10))),
  )
  expect(new Set(saves.map(({ state }) => state))).toEqual(new Set(['saved']))
  expect(await recordExtension(teacher, the(ids[1]), 5, after(15 * MINUTE))).toBe(true)

  await endedBy(21)
  const open = async () =>
    (await listLive(teacher, classId, quiz.id))
      .map((student) => liveRow(student, after(21 * MINUTE)))
      .filter(({ state }) => state !== 'handed-in')
      .map(({ studentId }) => studentId)
  expect((await open()).sort()).toEqual([slow.id, late.id].sort())
  expect((await save(5, 'q1', 21, 1)).state, 'after the end').toBe('closed')
  expect((await save(1, 'q1', 21, 1)).state, 'in the time that was given').toBe('saved')

  await endedBy(26)
  expect(await open()).toEqual([slow.id])
  await endedBy(41)
  expect(await open()).toEqual([])

  const ended = await db().attempt.findMany({
    where: { assignmentId },
    include: { responses: true, events: { where: { kind: 'submitted' } } },
  })
  expect(ended).toHaveLength(12)
  for (const attempt of ended) {
    const at = ids.indexOf(attempt.id)
    const minutes = at === 0 ? 40 : at === 1 ? 25 : 20
    expect(attempt.submittedAt, `student ${at}`).toEqual(after(minutes * MINUTE))
    expect(attempt.events).toHaveLength(1)
    expect(attempt.responses.map(({ value }) => value)).toEqual(
      QUESTIONS.map(() => (at % 2 ? 'true' : 'false')),
    )
  }
})
