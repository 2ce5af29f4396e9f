import { afterAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { eachRecords, findRecord } from '@/lib/data/records'
import { fraction } from '@/lib/domain/fraction'
import type { Viewer } from '@/lib/domain/viewer'
import { begin, handedIn, newQuiz } from '@/tests/support/attempts'
import { newClass, newMember, newPupil } from '@/tests/support/people'
import { statementsOf } from '@/tests/support/statements'
import { the } from '@/tests/support/the'
import { after } from '@/tests/support/versions'

afterAll(disconnect)

/** A teacher, a student and their class with one assigned quiz of four statements. */
async function classOfOne() {
  const [teacher, student] = [await newMember('Teacher'), await newMember('Student')]
  const quiz = await newQuiz(4)
  const { id, assignments } = await newClass(teacher, [student], [quiz.id])
  return { teacher, student, quiz, id, assignmentId: the(assignments[0]) }
}

async function pagesOf(viewer: Viewer, id: string) {
  const pages = []
  for await (const page of eachRecords(viewer, id)) pages.push(page)
  return pages
}

describe('a student’s record', () => {
  it('is every attempt of theirs for this class, with what holds for them alone', async () => {
    const { teacher, student, quiz, id, assignmentId } = await classOfOne()
    const done = await handedIn(student, quiz, 3, { assignmentId, now: after(1) })
    const open = await begin(student, quiz, { assignmentId, now: after(9) })
    await handedIn(student, quiz, 4)
    await db().override.create({
      data: { assignmentId, learnerId: student.id, n: 9, d: 10, reason: 'Oral', at: after(2) },
    })
    await db().gradeComment.create({
      data: { assignmentId, learnerId: student.id, text: 'Well explained', at: after(2) },
    })
    await db().exception.create({
      data: { assignmentId, userId: student.id, set: ['dueAt'], isExcused: true },
    })
    await db().membership.update({
      where: { classId_userId: { classId: id, userId: student.id } },
      data: { extraTime: 'half' },
    })
    const { record } = the(await findRecord(teacher, id, student.id))
    expect(record).toMatchObject({ studentId: student.id, extraTime: 'half' })
    const [taken] = record.taken
    expect(taken).toMatchObject({
      assignmentId,
      exception: { dueAt: null, isExcused: true },
      override: fraction(9, 10),
      comment: 'Well explained',
    })
    expect(taken?.attempts.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { id: done, submittedAt: after(1), earned: fraction(3), points: 4 },
      { id: open, submittedAt: null, earned: null, points: null },
    ])
    expect(await pagesOf(teacher, id)).toEqual([[record]])
  })

  it('comes with the class and what is set in it, in one statement', async () => {
    const { teacher, student, id, assignmentId } = await classOfOne()
    const { result, sent } = await statementsOf(() => findRecord(student, id, student.id))
    expect(result).toMatchObject({
      className: 'Class 9b',
      teachers: [teacher.name],
      role: 'student',
      quizzes: [{ assignmentId, rules: { grading: expect.any(String) } }],
    })
    expect(sent).toHaveLength(1)
  })

  it('is told to the staff and to the student, and not to others of the class', async () => {
    const { teacher, student, id } = await classOfOne()
    const observer = await newMember('Observer')
    await db().membership.create({ data: { classId: id, userId: observer.id, role: 'observer' } })
    const mate = await newPupil(teacher, id, 'Mate')
    for (const viewer of [teacher, observer, student])
      expect((await findRecord(viewer, id, student.id))?.record.studentId).toBe(student.id)
    expect(await findRecord(mate, id, student.id)).toBeNull()
    expect(await findRecord(teacher, id, observer.id), 'no student').toBeNull()
    expect(await findRecord(observer, id, observer.id), 'no student').toBeNull()
    expect(await pagesOf(mate, id)).toEqual([[]])
    expect((await pagesOf(observer, id)).flat()).toHaveLength(2)
  })
})

/** Students of a class by these names, written at once. */
async function seated(classId: string, names: string[]): Promise<string[]> {
  const made = await db().user.createManyAndReturn({
    data: names.map((name) => ({ name })),
    select: { id: true },
  })
  const ids = made.map(({ id }) => id)
  await db().membership.createMany({
    data: ids.map((userId) => ({ classId, userId, role: 'student' as const })),
  })
  return ids
}

describe('the records of a class', () => {
  it('hold each of 120 students once, page by page, also where names are the same', async () => {
    const teacher = await newMember()
    const { id } = await newClass(teacher)
    const names = ['Émile', 'Zoë', 'Anna', 'anna']
    const ids = await seated(
      id,
      Array.from({ length: 120 }, (_, n) => the(names[n % 4])),
    )
    const { result, sent } = await statementsOf(() => pagesOf(teacher, id))
    expect(result.map((page) => page.length)).toEqual([50, 50, 20])
    expect(sent).toHaveLength(3)
    expect(result.flatMap((page) => page.map(({ studentId }) => studentId)).toSorted()).toEqual(
      ids.toSorted(),
    )
  })

  it('asks for the next page only when it is wanted', async () => {
    const teacher = await newMember()
    const { id } = await newClass(teacher)
    await seated(
      id,
      Array.from({ length: 60 }, (_, n) => `Student ${n}`),
    )
    const { sent } = await statementsOf(async () => {
      for await (const _ of eachRecords(teacher, id)) break
    })
    expect(sent).toHaveLength(1)
  })
})
