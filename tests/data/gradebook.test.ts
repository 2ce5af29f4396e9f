import { afterAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { type GradebookPage, listGradebook } from '@/lib/data/gradebook'
import { recordOverride } from '@/lib/data/overrides'
import { fraction } from '@/lib/domain/fraction'
import { BY_NAME, type GradebookPlace, type GradebookView } from '@/lib/domain/gradebook-view'
import type { Viewer } from '@/lib/domain/viewer'
import { begin, handedIn, newQuiz } from '@/tests/support/attempts'
import { classOfOne } from '@/tests/support/class-of-one'
import { NO_DATES, newClass, newMember, newPupil } from '@/tests/support/people'
import { statementsOf } from '@/tests/support/statements'
import { the } from '@/tests/support/the'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

const pageOf = (
  teacher: Viewer,
  id: string,
  place: GradebookPlace | null = null,
  view: GradebookView = BY_NAME,
  now = noon,
) => listGradebook(teacher, id, view, place, now)
const cellIn = async (teacher: Viewer, id: string, now = noon) =>
  the(the((await pageOf(teacher, id, null, BY_NAME, now)).rows[0]).cells[0])

describe('what the gradebook knows of a student', () => {
  it('is the grade by the method of the assignment, how many were handed in, and the total', async () => {
    const { teacher, student, quiz, id, assignmentId } = await classOfOne()
    for (const [n, right] of [1, 3].entries())
      await handedIn(student, quiz, right, { assignmentId, now: after(n) })
    await begin(student, quiz, { assignmentId, now: after(9) })
    const { rows } = await pageOf(teacher, id)
    expect(rows).toEqual([
      {
        studentId: student.id,
        name: 'Student',
        username: null,
        total: 750_000_000,
        cells: [
          {
            assignmentId,
            state: 'graded',
            grade: fraction(3, 4),
            points: 4,
            attempts: 2,
            isLate: false,
            isOverridden: false,
            hasComment: false,
          },
        ],
      },
    ])
  })

  it('is what the teacher has set for them alone', async () => {
    const { teacher, student, quiz, id, assignmentId, place } = await classOfOne()
    await handedIn(student, quiz, 1, { assignmentId })
    await recordOverride(teacher, place, fraction(2, 3), 'oral', noon)
    expect(await cellIn(teacher, id)).toMatchObject({
      state: 'graded',
      grade: fraction(2, 3),
      points: 4,
      isOverridden: true,
    })
    await db().exception.create({
      data: { assignmentId, userId: student.id, set: [], isExcused: true },
    })
    expect(await cellIn(teacher, id)).toMatchObject({ state: 'excused', grade: null })
  })

  it('changes with the clock alone, at the millisecond after it was due', async () => {
    const { teacher, id, assignmentId } = await classOfOne()
    await db().assignment.update({ where: { id: assignmentId }, data: { dueAt: after(1_000) } })
    expect((await cellIn(teacher, id, noon)).state).toBe('ahead')
    expect((await cellIn(teacher, id, after(1_000))).state).toBe('ahead')
    expect((await cellIn(teacher, id, after(1_001))).state).toBe('missing')
  })

  it('is nothing that was done alone or in another class', async () => {
    const { teacher, student, quiz, id, assignmentId } = await classOfOne()
    const elsewhere = await newClass(await newMember(), [student], [quiz.id])
    await handedIn(student, quiz, 1, { assignmentId })
    await handedIn(student, quiz, 4, { assignmentId: the(elsewhere.assignments[0]) })
    await handedIn(student, quiz, 4)
    await handedIn(student, quiz, 4, { mode: 'practice' })
    expect(await cellIn(teacher, id)).toMatchObject({ grade: fraction(1, 4), attempts: 1 })
  })

  it('is of students: a teacher’s own try is nobody’s', async () => {
    const { teacher, quiz, id, assignmentId } = await classOfOne()
    await handedIn(teacher, quiz, 4, { assignmentId })
    const { rows } = await pageOf(teacher, id)
    expect(rows.map(({ name, cells }) => [name, the(cells[0]).state])).toEqual([
      ['Student', 'ahead'],
    ])
  })
})

describe('the pages of the gradebook', () => {
  const all = async (teacher: Viewer, id: string) => {
    const pages: GradebookPage[] = []
    let next: GradebookPage['next'] = null
    do {
      const page: GradebookPage = await pageOf(teacher, id, next)
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
    const page = await pageOf(teacher, id)
    expect([page.rows.length, page.next]).toEqual([50, null])
  })

  it('go on where they were when a student joins before that place', async () => {
    const teacher = await newMember()
    const { id } = await newClass(teacher)
    for (let n = 0; n < 60; n++) await newPupil(teacher, id, `Pupil ${100 + n}`)
    const first = await pageOf(teacher, id)
    await newPupil(teacher, id, 'Pupil 000')
    const second = await pageOf(teacher, id, first.next)
    expect(second.rows.map(({ name }) => name)).toEqual(
      Array.from({ length: 10 }, (_, n) => `Pupil ${150 + n}`),
    )
  })

  it.each([3, 120])(
    'cost one statement for %i students once they are worked out',
    async (count) => {
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
      await pageOf(teacher, id)
      const { sent } = await statementsOf(() => pageOf(teacher, id))
      expect(sent).toHaveLength(1)
    },
  )
})

describe('the views of the gradebook', () => {
  /** Four students at two quizzes of four statements, the first of which is due at noon. */
  async function classOfFour() {
    const teacher = await newMember('Teacher')
    const students = await Promise.all(['Ada', 'Bo', 'Cy', 'Di'].map((name) => newMember(name)))
    const [one, two] = [await newQuiz(4), await newQuiz(4)]
    const { id, assignments } = await newClass(teacher, students, [one.id, two.id])
    const [first, second] = [the(assignments[0]), the(assignments[1])]
    await db().assignment.update({ where: { id: first }, data: { ...NO_DATES, dueAt: noon } })
    const [ada, bo, cy] = students.map((student) => the(student))
    await handedIn(the(ada), one, 4, { assignmentId: first, now: after(-1) })
    await handedIn(the(bo), one, 1, { assignmentId: first, now: after(5) })
    await handedIn(the(bo), two, 4, { assignmentId: second, now: after(5) })
    await handedIn(the(cy), two, 1, { assignmentId: second, now: after(5) })
    const names = async (view: Partial<GradebookView>) =>
      (await pageOf(teacher, id, null, { ...BY_NAME, ...view }, after(9))).rows
        .map(({ name }) => name)
        .join(' ')
    return { first, second, names, teacher, id }
  }

  it('sort by name, by total and by one quiz, both ways; who has no grade is the lowest', async () => {
    const { first, second, names } = await classOfFour()
    expect(await names({})).toBe('Ada Bo Cy Di')
    expect(await names({ isDown: true })).toBe('Di Cy Bo Ada')
    expect(await names({ sort: 'total' })).toBe('Di Cy Bo Ada')
    expect(await names({ sort: 'total', isDown: true })).toBe('Ada Bo Cy Di')
    expect(await names({ sort: first })).toBe('Cy Di Bo Ada')
    expect(await names({ sort: second, isDown: true })).toBe('Bo Cy Di Ada')
  })

  it('show of the whole class, or of one quiz, only who is meant', async () => {
    const { first, second, names } = await classOfFour()
    expect(await names({ filter: 'idle' })).toBe('Di')
    expect(await names({ filter: 'missing' })).toBe('Cy Di')
    expect(await names({ filter: 'late', sort: 'total' })).toBe('Bo')
    expect(await names({ filter: 'below' })).toBe('Cy')
    expect(await names({ filter: 'idle', sort: first })).toBe('Cy Di')
    expect(await names({ filter: 'idle', sort: second })).toBe('Ada Di')
    expect(await names({ filter: 'below', sort: first })).toBe('Bo')
    expect(await names({ filter: 'missing', sort: first })).toBe('Cy Di')
    expect(await names({ filter: 'missing', sort: second })).toBe('')
    expect(await names({ filter: 'late', sort: first })).toBe('Bo')
  })

  it('sort by nothing of another class', async () => {
    const { first, teacher, names } = await classOfFour()
    const other = await classOfFour()
    const view = { ...BY_NAME, sort: other.first }
    expect(await names(view)).toBe('')
    expect((await pageOf(teacher, other.id, null, { ...BY_NAME, sort: first })).rows).toEqual([])
  })
})
