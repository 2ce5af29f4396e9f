import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { findAssignment, recordAssignment } from '@/lib/data/assignments'
import { db, disconnect } from '@/lib/data/db'
import { listSeats, recordException } from '@/lib/data/exceptions'
import { listGradebook } from '@/lib/data/gradebook'
import { askClock } from '@/lib/data/presence'
import type { Exception } from '@/lib/domain/assignment'
import { ROLES } from '@/lib/domain/class'
import { cellOf } from '@/lib/domain/gradebook'
import type { Viewer } from '@/lib/domain/viewer'
import { begin, handIn, newQuiz } from '@/tests/support/attempts'
import { NO_DATES, newClass, newMember, OPEN_RULES } from '@/tests/support/people'
import { statementsOf } from '@/tests/support/statements'
import { the } from '@/tests/support/the'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

const MINUTE = 60_000
const NOTHING: Exception = { extraAttempts: 0, isExcused: false }
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
    const end = async () => the(await askClock(people.student, id, noon)).deadline
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
      const { rows } = await listGradebook(people.teacher, at.classId, null)
      const row = the(rows[0])
      const set = { ...NO_DATES, rules: OPEN_RULES }
      return cellOf(set, row.extraTime, the(row.taken[0]), after(2 * MINUTE)).state
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

  it('is read and written in one statement each', async () => {
    const read = await statementsOf(() => listSeats(people.teacher, at.classId, at.quizId))
    expect(read.sent).toHaveLength(1)
    expect((await statementsOf(() => give(NOTHING))).sent).toHaveLength(1)
  })
})
