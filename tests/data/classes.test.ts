import { afterAll, describe, expect, it } from 'vitest'
import { recordAssignment } from '@/lib/data/assignments'
import { findAttendedClass } from '@/lib/data/attended'
import {
  addStudent,
  createClass,
  findByCode,
  findRole,
  findTaughtClass,
  joinClass,
  listClasses,
  renewCode,
} from '@/lib/data/classes'
import { db, disconnect } from '@/lib/data/db'
import { publishQuiz } from '@/lib/data/quizzes'
import { newQuiz, published } from '@/tests/support/attempts'
import {
  NO_DATES,
  newClass,
  newCode,
  newMember,
  newPupil,
  OPEN_RULES,
} from '@/tests/support/people'
import { rowsChangedBy } from '@/tests/support/rows'
import { the } from '@/tests/support/the'
import { noon, statements, versionOf } from '@/tests/support/versions'

afterAll(disconnect)

describe('a class', () => {
  it('is taught by who makes it', async () => {
    const viewer = await newMember()
    const code = newCode()
    const id = the(await createClass(viewer, { name: '9b', code, timeZone: 'Europe/Paris' }))
    expect(await findRole(viewer, id)).toBe('teacher')
    expect(await findTaughtClass(viewer, id)).toEqual({
      id,
      name: '9b',
      code,
      role: 'teacher',
      archivedAt: null,
      timeZone: 'Europe/Paris',
      quizzes: [],
    })
  })

  it('is not made under a code that is taken, nor is half of it', async () => {
    const viewer = await newMember()
    const { code } = await newClass(viewer)
    const changed = await rowsChangedBy(async () =>
      expect(await createClass(viewer, { name: 'x', code, timeZone: 'UTC' })).toBeNull(),
    )
    expect(changed).toEqual([])
  })

  it('is listed for who belongs to it, newest first, with its sizes and since when it is over', async () => {
    const [teacher, student] = [await newMember(), await newMember()]
    const quiz = await newQuiz()
    const first = await newClass(teacher, [student], [quiz.id], 'First')
    const second = await newClass(student, [], [], 'Second')
    await db().class.update({ where: { id: second.id }, data: { archivedAt: noon } })
    expect(await listClasses(student)).toEqual([
      {
        id: second.id,
        name: 'Second',
        archivedAt: noon,
        role: 'teacher',
        students: 0,
        assignments: 0,
      },
      {
        id: first.id,
        name: 'First',
        archivedAt: null,
        role: 'student',
        students: 1,
        assignments: 1,
      },
    ])
    expect(await listClasses(await newMember())).toEqual([])
  })
})

describe('joining', () => {
  it('makes a student, once, however often and however much at once', async () => {
    const { id, code } = await newClass(await newMember())
    const viewer = await newMember()
    const ids = await Promise.all(Array.from({ length: 10 }, () => joinClass(viewer, code, noon)))
    expect(new Set(ids)).toEqual(new Set([id]))
    expect(await findRole(viewer, id)).toBe('student')
    const changed = await rowsChangedBy(async () =>
      expect(await joinClass(viewer, code, noon)).toBe(id),
    )
    expect(changed).toEqual([])
  })

  it('leaves a teacher a teacher', async () => {
    const teacher = await newMember()
    const { id, code } = await newClass(teacher)
    expect(await joinClass(teacher, code, noon)).toBe(id)
    expect(await findRole(teacher, id)).toBe('teacher')
  })

  it('needs the code: an unknown one leads nowhere', async () => {
    const viewer = await newMember()
    const changed = await rowsChangedBy(async () =>
      expect(await joinClass(viewer, newCode(), noon)).toBeNull(),
    )
    expect(changed).toEqual([])
    expect(await findByCode(newCode(), noon)).toBeNull()
  })

  it('shows who knows the code the class’s name and nothing else', async () => {
    const { id, code } = await newClass(await newMember(), [await newMember()], [], 'Physics')
    expect(await findByCode(code, noon)).toEqual({ id, name: 'Physics' })
  })
})

describe('a new code', () => {
  it('voids the old one; who has joined stays', async () => {
    const [teacher, student, late] = [await newMember(), await newMember(), await newMember()]
    const { id, code } = await newClass(teacher, [student])
    const renewed = newCode()
    expect(await renewCode(teacher, id, renewed, null)).toBe(true)
    expect(await joinClass(late, code, noon)).toBeNull()
    expect(await joinClass(late, renewed, noon)).toBe(id)
    expect(await findRole(student, id)).toBe('student')
    expect((await findTaughtClass(teacher, id))?.code).toBe(renewed)
  })

  it('is refused where another class has it', async () => {
    const teacher = await newMember()
    const [one, two] = [await newClass(teacher), await newClass(teacher)]
    const changed = await rowsChangedBy(async () =>
      expect(await renewCode(teacher, one.id, two.code, null)).toBe(false),
    )
    expect(changed).toEqual([])
  })
})

describe('assigning', () => {
  it('puts a quiz into the class once', async () => {
    const teacher = await newMember()
    const quiz = await newQuiz()
    const { id } = await newClass(teacher)
    await Promise.all(
      Array.from({ length: 5 }, () => recordAssignment(teacher, id, quiz.id, NO_DATES, OPEN_RULES)),
    )
    expect(
      await rowsChangedBy(() => recordAssignment(teacher, id, quiz.id, NO_DATES, OPEN_RULES)),
    ).toEqual([])
    const { quizzes } = the(await findTaughtClass(teacher, id))
    expect(quizzes).toMatchObject([{ courseSlug: quiz.courseSlug, slug: quiz.slug }])
    expect(quizzes[0]?.assignedAt).toBeInstanceOf(Date)
  })

  it('of a quiz that is not there does nothing', async () => {
    const teacher = await newMember()
    const { id } = await newClass(teacher)
    expect(
      await rowsChangedBy(() => recordAssignment(teacher, id, teacher.id, NO_DATES, OPEN_RULES)),
    ).toEqual([])
  })

  it('shows teacher and students the title of the current version', async () => {
    const [teacher, student] = [await newMember(), await newMember()]
    const version = versionOf(statements(1))
    const quiz = await published(version)
    const { id } = await newClass(teacher, [student], [quiz.id])
    await publishQuiz({ ...version, title: 'Better title', short: 'Better' })
    const expected = [{ title: 'Better title', short: 'Better' }]
    expect((await findTaughtClass(teacher, id))?.quizzes).toMatchObject(expected)
    expect((await findAttendedClass(student, id))?.assignments).toMatchObject(expected)
  })
})

describe('a pupil whose account the teacher makes', () => {
  it('has a username, no address, and a seat in the class', async () => {
    const teacher = await newMember()
    const { id } = await newClass(teacher)
    const pupil = await newPupil(teacher, id, 'Amina')
    expect(await findRole(pupil, id)).toBe('student')
    expect(await db().user.findUnique({ where: { id: pupil.id } })).toMatchObject({
      name: 'Amina',
      email: null,
      isGuest: false,
    })
  })

  it('is refused whole where the username is taken', async () => {
    const teacher = await newMember()
    const { id } = await newClass(teacher)
    const student = { name: 'Amina', username: 'amina.of.9b', passwordHash: 'first' }
    const made = await Promise.all([
      addStudent(teacher, id, student),
      addStudent(teacher, id, { ...student, passwordHash: 'second' }),
    ])
    expect(made.toSorted()).toEqual([null, true])
    const changed = await rowsChangedBy(async () =>
      expect(await addStudent(teacher, id, student)).toBeNull(),
    )
    expect(changed).toEqual([])
    expect(await db().membership.count({ where: { classId: id, role: 'student' } })).toBe(1)
  })

  it('is not made in a class that is somebody else’s, nor in one that is not there', async () => {
    const { id } = await newClass(await newMember())
    const viewer = await newMember()
    const student = { name: 'Amina', username: 'amina.elsewhere', passwordHash: 'hash' }
    const changed = await rowsChangedBy(async () => {
      expect(await addStudent(viewer, id, student)).toBe(false)
      expect(await addStudent(viewer, viewer.id, student)).toBe(false)
    })
    expect(changed).toEqual([])
  })
})
