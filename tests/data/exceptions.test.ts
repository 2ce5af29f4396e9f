import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { findAssignment, recordAssignment } from '@/lib/data/assignments'
import { db, disconnect } from '@/lib/data/db'
import { listSeats, recordException } from '@/lib/data/exceptions'
import { listGradebook } from '@/lib/data/gradebook'
import { askClock } from '@/lib/data/presence'
import type { Exception } from '@/lib/domain/assignment'
import { ROLES } from '@/lib/domain/class'
import { BY_NAME } from '@/lib/domain/gradebook-view'
import type { Viewer } from '@/lib/domain/viewer'
import { begin, handIn, newQuiz } from '@/tests/support/attempts'
import { NO_DATES, newClass, newMember, OPEN_RULES } from '@/tests/support/people'
import { statementsOf } from '@/tests/support/statements'
import { the } from '@/tests/support/the'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

const MINUTE = 60_000
const NOTHING: Exception = { extraAttempts: 0, isExcused: false }
const EXCUSED: Exception = { extraAttempts: 0, isExcused: true }
let people: Record<(typeof ROLES)[number] | 'stranger', Viewer>
let quiz: Awaited<ReturnType<typeof newQuiz>>
let at: { classId: string; quizId: string; studentId: string }
let assignmentId: string

const beginTimed = async (deadline: Date | null) => {
  const id = await begin(people.student, quiz, { assignmentId, seed: 'seed' })
  await db().attempt.update({ where: { id }, data: { deadline } })
  return id
}
const give = (exception: Exception | null, deadline: Date | null = null, viewer = people.teacher) =>
  recordException(viewer, at, exception, deadline, noon)

beforeEach(async () => {
  const made = [...ROLES, 'stranger' as const].map(
    async (role) => [role, await newMember(`a ${role}`)] as const,
  )
  people = Object.fromEntries(await Promise.all(made)) as typeof people
  quiz = await newQuiz()
  const { id: classId } = await newClass(people.teacher, [people.student])
  for (const role of ['coteacher', 'observer'] as const)
    await db().membership.create({ data: { classId, userId: people[role].id, role } })
  const dates = { ...NO_DATES, closesAt: after(60 * MINUTE) }
  assignmentId = the(await recordAssignment(people.teacher, classId, quiz.id, dates, OPEN_RULES))
  at = { classId, quizId: quiz.id, studentId: people.student.id }
})

describe('what holds for one student alone', () => {
  it('is written, changed, taken back, and read by them and by their teachers', async () => {
    const own = { ...NOTHING, closesAt: after(90 * MINUTE), minutes: 40 }
    expect(await give(own)).toBe(true)
    const [seat, ...others] = await listSeats(people.coteacher, at.classId, at.quizId)
    expect(others).toEqual([])
    expect(seat).toEqual({
      studentId: at.studentId,
      name: 'a student',
      extraTime: 'none',
      exception: own,
      openSince: null,
    })
    expect((await findAssignment(people.student, assignmentId))?.exception).toEqual(own)

    await give({ ...NOTHING, isExcused: true })
    expect((await findAssignment(people.student, assignmentId))?.exception).toEqual({
      ...NOTHING,
      isExcused: true,
    })
    expect(await give(null)).toBe(true)
    expect((await findAssignment(people.student, assignmentId))?.exception).toBeNull()
  })

  it('is for teachers and co-teachers to give, and for no one outside the class', async () => {
    for (const role of ['observer', 'student', 'stranger'] as const) {
      expect(await give({ ...NOTHING, extraAttempts: 3 }, null, people[role]), role).toBe(false)
      expect(await listSeats(people[role], at.classId, at.quizId), role).toEqual([])
    }
    const outside = { ...at, studentId: people.stranger.id }
    expect(await recordException(people.teacher, outside, NOTHING, null, noon)).toBe(false)
    expect(await db().exception.count({ where: { assignmentId } })).toBe(0)
    expect(await give({ ...NOTHING, extraAttempts: 3 }, null, people.coteacher)).toBe(true)
  })

  it('moves the end of an attempt under way later, never earlier, and is in its log', async () => {
    const id = await beginTimed(after(30 * MINUTE))
    const end = async () => the(await askClock(people.student, id, null, noon)).deadline
    await give({ ...NOTHING, closesAt: after(20 * MINUTE) }, after(20 * MINUTE))
    expect(await end()).toEqual(after(30 * MINUTE))
    await give({ ...NOTHING, closesAt: after(50 * MINUTE) }, after(50 * MINUTE))
    expect(await end()).toEqual(after(50 * MINUTE))
    await give({ ...NOTHING, closesAt: null }, null)
    expect(await end()).toBeNull()
    expect(await db().attemptEvent.count({ where: { attemptId: id, kind: 'extended' } })).toBe(2)
  })

  it('changes grades of what is handed in already', async () => {
    const id = await beginTimed(null)
    await handIn(people.student, id, after(MINUTE))
    const cell = async () => {
      const now = after(2 * MINUTE)
      const { rows } = await listGradebook(people.teacher, at.classId, BY_NAME, null, now)
      return the(the(rows[0]).cells[0]).state
    }
    expect(await cell()).toBe('graded')
    await give({ ...NOTHING, isExcused: true })
    expect(await cell()).toBe('excused')
  })

  it('is not given in a class that is over', async () => {
    await db().class.update({ where: { id: at.classId }, data: { archivedAt: noon } })
    expect(await give({ ...NOTHING, extraAttempts: 1 })).toBe(false)
    expect(await db().exception.count({ where: { assignmentId } })).toBe(0)
  })

  it('is in the history of the grade where it excuses or no longer does, and only there', async () => {
    await give({ ...NOTHING, extraAttempts: 1 })
    await recordException(people.coteacher, at, EXCUSED, null, after(1), 'was ill')
    await recordException(
      people.teacher,
      at,
      { ...EXCUSED, extraAttempts: 2 },
      null,
      after(2),
      'again',
    )
    await recordException(people.teacher, at, null, null, after(3), 'has taken it')
    const history = await db().gradeChange.findMany({
      where: { assignmentId },
      orderBy: { id: 'asc' },
    })
    expect(history).toMatchObject([
      {
        kind: 'excuse',
        learnerId: at.studentId,
        byId: people.coteacher.id,
        at: after(1),
        before: { isExcused: false },
        after: { isExcused: true },
        reason: 'was ill',
      },
      {
        kind: 'excuse',
        byId: people.teacher.id,
        at: after(3),
        before: { isExcused: true },
        after: { isExcused: false },
        reason: 'has taken it',
      },
    ])
  })

  it('is read in one statement, and written in one transaction of a few', async () => {
    const read = await statementsOf(() => listSeats(people.teacher, at.classId, at.quizId))
    expect(read.sent).toHaveLength(1)
    expect((await statementsOf(() => give(NOTHING))).sent.length).toBeLessThanOrEqual(5)
  })
})
