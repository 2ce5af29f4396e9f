import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordAssignment } from '@/lib/data/assignments'
import { db, disconnect } from '@/lib/data/db'
import { listLive, recordExtension } from '@/lib/data/live'
import { askClock } from '@/lib/data/presence'
import { ROLES } from '@/lib/domain/class'
import type { Viewer } from '@/lib/domain/viewer'
import { answer, begin, handIn, newQuiz } from '@/tests/support/attempts'
import { NO_DATES, newClass, newMember, OPEN_RULES } from '@/tests/support/people'
import { statementsOf } from '@/tests/support/statements'
import { the } from '@/tests/support/the'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

const MINUTE = 60_000
let classId: string
let quiz: Awaited<ReturnType<typeof newQuiz>>
let assignmentId: string
const people = {} as Record<(typeof ROLES)[number] | 'stranger', Viewer>
let other: Viewer

const beginTimed = async (viewer: Viewer, deadline: Date | null) => {
  const id = await begin(viewer, quiz, { assignmentId, seed: 'seed' })
  await db().attempt.update({ where: { id }, data: { deadline } })
  return id
}

beforeAll(async () => {
  for (const role of [...ROLES, 'stranger'] as const) people[role] = await newMember(`a ${role}`)
  other = await newMember('b student')
  quiz = await newQuiz()
  const made = await newClass(people.teacher, [people.student, other])
  classId = made.id
  for (const role of ['coteacher', 'observer'] as const)
    await db().membership.create({ data: { classId, userId: people[role].id, role } })
  assignmentId = the(await recordAssignment(people.teacher, classId, quiz.id, NO_DATES, OPEN_RULES))
})

describe('the live view of a quiz', () => {
  it('shows every student, with their latest attempt and how far they are', async () => {
    const first = await beginTimed(people.student, null)
    await handIn(people.student, first, after(1_000))
    const second = await begin(people.student, quiz, { assignmentId, seed: 'seed' })
    await db().attempt.update({
      where: { id: second },
      data: { number: 2, deadline: after(30 * MINUTE) },
    })
    await answer(people.student, second, { q1: 'true' }, after(2_000))
    await askClock(people.student, second, null, after(3_000))
    expect(await listLive(people.teacher, classId, quiz.id)).toEqual([
      {
        studentId: people.student.id,
        name: 'a student',
        attempt: {
          id: second,
          startedAt: expect.any(Date),
          deadline: after(30 * MINUTE),
          submittedAt: null,
          endedBy: null,
          answered: 1,
          asked: 2,
          savedAt: after(2_000),
          seenAt: after(3_000),
        },
      },
      { studentId: other.id, name: 'b student', attempt: null },
    ])
  })

  it('is for who teaches or observes the class', async () => {
    const seen = await Promise.all(
      [...ROLES, 'stranger' as const].map(
        async (role) => [role, (await listLive(people[role], classId, quiz.id)).length] as const,
      ),
    )
    expect(Object.fromEntries(seen)).toEqual({
      teacher: 2,
      coteacher: 2,
      observer: 2,
      student: 0,
      stranger: 0,
    })
  })

  it('costs one statement', async () => {
    const { sent } = await statementsOf(() => listLive(people.teacher, classId, quiz.id))
    expect(sent).toHaveLength(1)
  })
})

describe('more time for a student at work', () => {
  const minutesOf = async (id: string) => (await askClock(other, id, null, noon))?.deadline

  it('is given by who teaches the class, is on the student’s clock, and is in the log', async () => {
    const id = await beginTimed(other, after(10 * MINUTE))
    for (const role of ['observer', 'student', 'stranger'] as const)
      expect(await recordExtension(people[role], id, 5, noon), role).toBe(false)
    expect(await minutesOf(id)).toEqual(after(10 * MINUTE))

    expect(await recordExtension(people.teacher, id, 5, noon)).toBe(true)
    expect(await recordExtension(people.coteacher, id, 10, noon)).toBe(true)
    expect(await minutesOf(id)).toEqual(after(25 * MINUTE))
    const events = await db().attemptEvent.findMany({ where: { attemptId: id, kind: 'extended' } })
    expect(events.map(({ detail }) => detail).sort()).toEqual(['10', '5'])

    const late = after(40 * MINUTE)
    expect(await recordExtension(people.teacher, id, 5, late)).toBe(true)
    expect(await minutesOf(id), 'from now where the time is over').toEqual(after(45 * MINUTE))
  })

  it('is given once where the button is pressed twice, and again a little later', async () => {
    const { deadline, id } = the(
      await db().attempt.findFirst({ where: { learnerId: other.id, submittedAt: null } }),
    )
    const at = after(41 * MINUTE)
    const give = (later: number) =>
      recordExtension(people.teacher, id, 15, new Date(at.getTime() + later))
    const given = await Promise.all([give(0), give(300)])
    // Both at once: one waits for the other's row and then sees what it has written.
    expect(given.filter(Boolean)).toHaveLength(1)
    expect(await give(600)).toBe(false)
    const minutes = (end: Date | null | undefined) => Number(end) / MINUTE
    expect(minutes(await minutesOf(id))).toBe(minutes(deadline) + 15)
    expect(await give(5_000)).toBe(true)
    expect(minutes(await minutesOf(id))).toBe(minutes(deadline) + 30)
  })

  it('is not given where nothing ends or all is handed in', async () => {
    const [open] = await db().attempt.findMany({ where: { learnerId: other.id } })
    const id = the(open).id
    await db().attempt.update({ where: { id }, data: { deadline: null } })
    expect(await recordExtension(people.teacher, id, 5, noon)).toBe(false)
    await db().attempt.update({ where: { id }, data: { deadline: after(MINUTE) } })
    await handIn(other, id, after(1_000))
    expect(await recordExtension(people.teacher, id, 5, noon)).toBe(false)
  })
})
