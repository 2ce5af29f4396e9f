import { afterAll, describe, expect, it } from 'vitest'
import { joinClass } from '@/lib/data/classes'
import { db, disconnect } from '@/lib/data/db'
import { findAttendedClass, type GradebookPage, listGradebook } from '@/lib/data/gradebook'
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
const takenIn = async (teacher: Viewer, id: string) =>
  (await listGradebook(teacher, id, null)).rows.map(({ taken }) => taken)

describe('what the gradebook knows of a student', () => {
  it('is every attempt at an assignment, handed in and open, with its points', async () => {
    const { teacher, student, quiz, id, assignmentId } = await classOfOne()
    const attempts = []
    for (const [n, right] of [1, 3].entries())
      attempts.push(await handedIn(student, quiz, right, { assignmentId, now: after(n) }))
    const open = await begin(student, quiz, { assignmentId, now: after(9) })
    const [taken] = the((await takenIn(teacher, id))[0])
    expect(taken).toMatchObject({ assignmentId, exception: null })
    expect(taken?.attempts.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { id: attempts[0], submittedAt: after(0), earned: fraction(1), points: 4 },
      { id: attempts[1], submittedAt: after(1), earned: fraction(3), points: 4 },
      { id: open, submittedAt: null, earned: null, points: null },
    ])
  })

  it('is what the teacher has set for them alone, with their extra time', async () => {
    const { teacher, student, id, assignmentId } = await classOfOne()
    await db().exception.create({
      data: { assignmentId, userId: student.id, set: ['dueAt'], isExcused: true },
    })
    await db().membership.update({
      where: { classId_userId: { classId: id, userId: student.id } },
      data: { extraTime: 'half' },
    })
    expect((await listGradebook(teacher, id, null)).rows).toMatchObject([
      { extraTime: 'half', taken: [{ exception: { dueAt: null, isExcused: true }, attempts: [] }] },
    ])
  })

  it('is the earliest of equal ones on the student’s own page', async () => {
    const { student, quiz, id, assignmentId } = await classOfOne()
    const early = await handedIn(student, quiz, 2, { assignmentId, now: after(5) })
    await handedIn(student, quiz, 2, { assignmentId, now: after(6) })
    expect((await findAttendedClass(student, id))?.assignments).toMatchObject([
      { best: { attemptId: early }, handedIn: 2 },
    ])
  })

  it('counts what was done for this class, and nothing that was done alone or elsewhere', async () => {
    const { teacher, student, quiz, id, assignmentId } = await classOfOne()
    const elsewhere = await newClass(await newMember(), [student], [quiz.id])
    const own = await handedIn(student, quiz, 1, { assignmentId })
    await handedIn(student, quiz, 4, { assignmentId: the(elsewhere.assignments[0]) })
    await handedIn(student, quiz, 4)
    await handedIn(student, quiz, 4, { mode: 'practice' })
    expect(await takenIn(teacher, id)).toMatchObject([[{ attempts: [{ id: own }] }]])
    expect((await findAttendedClass(student, id))?.assignments).toMatchObject([
      { best: { attemptId: own, earned: fraction(1), points: 4 }, handedIn: 1 },
    ])
  })

  it('is of students: a teacher’s own try is nobody’s row', async () => {
    const { teacher, quiz, id, assignmentId } = await classOfOne()
    await handedIn(teacher, quiz, 4, { assignmentId })
    expect(await takenIn(teacher, id)).toEqual([[]])
  })
})

describe('the pages of the gradebook', () => {
  const all = async (teacher: Viewer, id: string) => {
    const pages: GradebookPage[] = []
    let next: GradebookPage['next'] = null
    do {
      const page: GradebookPage = await listGradebook(teacher, id, next)
      pages.push(page)
      next = page.next
    } while (next)
    return pages
  }

  it('hold each of 120 students once, though many have the same name', async () => {
    const teacher = await newMember()
    const { id } = await newClass(teacher)
    const names = ['Émile', 'Zoë', 'Anna', 'anna']
    const pupils = await Promise.all(
      Array.from({ length: 120 }, (_, n) => newPupil(teacher, id, the(names[n % 4]))),
    )
    const pages = await all(teacher, id)
    expect(pages.map(({ rows }) => rows.length)).toEqual([50, 50, 20])
    const listed = pages.flatMap(({ rows }) => rows.map(({ studentId }) => studentId))
    expect(listed.toSorted()).toEqual(pupils.map((pupil) => pupil.id).sort())
    const order = pages.flatMap(({ rows }) => rows.map(({ name }) => name))
    expect(order.filter((name, n) => name !== order[n - 1])).toHaveLength(4)
  })

  it('end with a full page where there is nobody after it', async () => {
    const teacher = await newMember()
    const { id } = await newClass(teacher)
    await Promise.all(Array.from({ length: 50 }, (_, n) => newPupil(teacher, id, `Pupil ${n}`)))
    const page = await listGradebook(teacher, id, null)
    expect([page.rows.length, page.next]).toEqual([50, null])
  })

  it('go on where they were when a student joins before that place', async () => {
    const teacher = await newMember()
    const { id } = await newClass(teacher)
    for (let n = 0; n < 60; n++) await newPupil(teacher, id, `Pupil ${100 + n}`)
    const first = await listGradebook(teacher, id, null)
    await newPupil(teacher, id, 'Pupil 000')
    const second = await listGradebook(teacher, id, first.next)
    expect(second.rows.map(({ name }) => name)).toEqual(
      Array.from({ length: 10 }, (_, n) => `Pupil ${150 + n}`),
    )
  })

  it.each([3, 120])('cost one statement for %i students', async (count) => {
    const teacher = await newMember()
    const quizzes = [await newQuiz(1), await newQuiz(1)]
    const { id, assignments } = await newClass(
      teacher,
      [],
      quizzes.map((quiz) => quiz.id),
    )
    const pupils = await Promise.all(
      Array.from({ length: count }, (_, n) => newPupil(teacher, id, `Pupil ${n}`)),
    )
    const assignmentId = the(assignments[0])
    for (const pupil of pupils.slice(0, 3))
      await handedIn(pupil, the(quizzes[0]), 1, { assignmentId })
    const { sent } = await statementsOf(() => listGradebook(teacher, id, null))
    expect(sent).toHaveLength(1)
  })
})

describe('a student’s page of a class', () => {
  it('shows what is set, what is open and what is done, and costs one statement', async () => {
    const { teacher, student, quiz, id, assignmentId } = await classOfOne()
    const page = () => findAttendedClass(student, id)
    expect(await page()).toMatchObject({
      name: 'Class 9b',
      teachers: [teacher.name],
      assignments: [{ openAttemptId: null, best: null, handedIn: 0 }],
    })
    await handedIn(student, quiz, 2, { assignmentId })
    const open = await begin(student, quiz, { assignmentId })
    const { result, sent } = await statementsOf(page)
    expect(result?.assignments).toMatchObject([
      { openAttemptId: open, best: { earned: fraction(2), points: 4 }, handedIn: 1 },
    ])
    expect(sent).toHaveLength(1)
  })

  it('says nothing of the class’s code, nor of other students', async () => {
    const { student, quiz, id, assignmentId } = await classOfOne()
    const { code } = await db().class.findUniqueOrThrow({ where: { id } })
    const other = await newMember('Somebody else')
    await joinClass(other, code, new Date())
    const foreign = await handedIn(other, quiz, 4, { assignmentId })
    const seen = JSON.stringify(await findAttendedClass(student, id))
    expect(seen).toContain('Class 9b')
    for (const secret of [code, other.id, other.name, foreign]) expect(seen).not.toContain(secret)
  })
})
