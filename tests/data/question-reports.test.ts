import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { findAftermath } from '@/lib/data/aftermath'
import { findAttempt } from '@/lib/data/attempts'
import { findCorrectable } from '@/lib/data/correctable'
import { db, disconnect } from '@/lib/data/db'
import { listWaitingReports, recordReport, recordReportSettled } from '@/lib/data/question-reports'
import { ROLES } from '@/lib/domain/class'
import type { Viewer } from '@/lib/domain/viewer'
import { begin, handedIn, handIn, newQuiz } from '@/tests/support/attempts'
import { examWith } from '@/tests/support/exam'
import { newClass, newMember } from '@/tests/support/people'
import { the } from '@/tests/support/the'
import { after } from '@/tests/support/versions'

afterAll(disconnect)

let people: Record<(typeof ROLES)[number] | 'stranger', Viewer>
let quiz: Awaited<ReturnType<typeof newQuiz>>
let at: { classId: string; assignmentId: string }
let attempt: string

const report = (viewer = people.student, id = attempt, questionId = 'q2') =>
  recordReport(viewer, id, questionId, 'Two answers are right.', after(1_000))
const reports = async (viewer = people.teacher) =>
  the(await findCorrectable(viewer, at.classId, quiz.id)).reports

beforeEach(async () => {
  const made = [...ROLES, 'stranger' as const].map(
    async (role) => [role, await newMember(`a ${role}`)] as const,
  )
  people = Object.fromEntries(await Promise.all(made)) as typeof people
  quiz = await newQuiz(2)
  const { id: classId, assignments } = await newClass(people.teacher, [people.student], [quiz.id])
  for (const role of ['coteacher', 'observer'] as const)
    await db().membership.create({ data: { classId, userId: people[role].id, role } })
  at = { classId, assignmentId: the(assignments[0]) }
  attempt = await handedIn(people.student, quiz, 1, { assignmentId: at.assignmentId })
})

describe('a report of a question', () => {
  it('lands with the teachers together with the attempt and the place of the question', async () => {
    expect(await report()).toBe(true)
    for (const role of ['teacher', 'coteacher', 'observer'] as const)
      expect(await reports(people[role]), role).toMatchObject([
        {
          questionId: 'q2',
          attemptId: attempt,
          number: 2,
          learner: { name: 'a student' },
          text: 'Two answers are right.',
          settledAt: null,
        },
      ])
  })

  it('names the place on the paper that was drawn, however many more the quiz has', async () => {
    const pool = await examWith({ ask: 1 }, await newQuiz(6))
    const drawn = await pool.start('seed')
    await handIn(pool.student, drawn)
    const { version } = the(await findAttempt(pool.student, drawn))
    await report(pool.student, drawn, the(version.questions[0]).id)
    const found = the(await findCorrectable(pool.teacher, pool.classId, pool.quiz.id))
    expect(found.reports).toMatchObject([{ attemptId: drawn, number: 1 }])
  })

  it('is counted for staff until it is settled, and for nobody else', async () => {
    await report()
    await report(people.student, attempt, 'q1')
    for (const role of ['teacher', 'coteacher', 'observer'] as const)
      expect(await listWaitingReports(people[role], at.classId), role).toEqual([
        { quizId: quiz.id, title: 'A quiz', count: 2 },
      ])
    for (const role of ['student', 'stranger'] as const)
      expect(await listWaitingReports(people[role], at.classId), role).toEqual([])
    for (const { id } of await reports())
      await recordReportSettled(people.teacher, id, after(2_000))
    expect(await listWaitingReports(people.teacher, at.classId)).toEqual([])
  })

  it('is told once for each question of an attempt', async () => {
    const sent = await Promise.all([report(), report(), report()])
    expect(sent.filter(Boolean)).toHaveLength(1)
    expect(await report(people.student, attempt, 'q1')).toBe(true)
    expect(await reports()).toHaveLength(2)
  })

  it('is a student’s, about an own attempt that was handed in there, and about its own questions', async () => {
    const alone = await handedIn(people.student, quiz, 1)
    const open = await begin(people.student, quiz, { assignmentId: at.assignmentId })
    const staffs = await handedIn(people.teacher, quiz, 1, { assignmentId: at.assignmentId })
    expect(await report(people.stranger)).toBe(false)
    expect(await report(people.teacher)).toBe(false)
    expect(await report(people.teacher, staffs)).toBe(false)
    expect(await report(people.student, alone)).toBe(false)
    expect(await report(people.student, open)).toBe(false)
    expect(await report(people.student, attempt, 'q9')).toBe(false)
    await db().class.update({ where: { id: at.classId }, data: { archivedAt: after(0) } })
    expect(await report()).toBe(false)
    expect(await db().questionReport.count({ where: { attempt: { quizId: quiz.id } } })).toBe(0)
  })

  it('is settled once, by who teaches the class, and the student sees it', async () => {
    await report()
    const { id } = the((await reports())[0])
    for (const role of ['observer', 'student', 'stranger'] as const)
      expect(await recordReportSettled(people[role], id, after(2_000)), role).toBe(false)
    expect((await findAftermath(people.student, attempt)).reports).toMatchObject([
      { settledAt: null },
    ])
    expect(await recordReportSettled(people.coteacher, id, after(2_000))).toBe(true)
    expect(await recordReportSettled(people.teacher, id, after(3_000))).toBe(false)
    expect((await findAftermath(people.student, attempt)).reports).toMatchObject([
      { questionId: 'q2', settledAt: after(2_000) },
    ])
    expect((await findAftermath(people.teacher, attempt)).reports).toEqual([])
  })
})
