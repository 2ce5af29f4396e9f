import { afterAll, describe, expect, it } from 'vitest'
import { findAssignment } from '@/lib/data/assignments'
import {
  addStudent,
  findByCode,
  findRole,
  findTaughtClass,
  joinClass,
  renewCode,
} from '@/lib/data/classes'
import { db, disconnect } from '@/lib/data/db'
import {
  findClassPeople,
  recordExtraTime,
  recordFirstPassword,
  removeStudent,
} from '@/lib/data/people'
import { findRosterPlan, recordRoster } from '@/lib/data/rosters'
import { findSessionUser, recordSession } from '@/lib/data/sessions'
import { addStaff, leaveStaff, recordArchived, recordRole, removeStaff } from '@/lib/data/staff'
import { findAccount, findCredentials, recordPassword } from '@/lib/data/users'
import { beginning } from '@/lib/domain/assignment'
import { codeExpiry } from '@/lib/domain/class'
import type { StaffRole } from '@/lib/domain/people'
import type { Viewer } from '@/lib/domain/viewer'
import { newQuiz } from '@/tests/support/attempts'
import { newClass, newCode, newMember, newPupil } from '@/tests/support/people'
import { rowsChangedBy } from '@/tests/support/rows'
import { the } from '@/tests/support/the'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

const DAY = 24 * 60 * 60 * 1000
const emailOf = async ({ id }: Viewer) =>
  the((await db().user.findUniqueOrThrow({ where: { id } })).email)

/** A class with one of each role; the pupil's account was made in it. */
async function newSchool(quizzes: string[] = []) {
  const teacher = await newMember('Teacher')
  const made = await newClass(teacher, [], quizzes)
  const as = async (role: StaffRole) => {
    const viewer = await newMember(role)
    expect(await addStaff(teacher, made.id, await emailOf(viewer), role)).toBe('added')
    return viewer
  }
  const [coteacher, observer] = [await as('coteacher'), await as('observer')]
  const student = await newPupil(teacher, made.id, 'Pupil')
  return { ...made, teacher, coteacher, observer, student }
}

describe('a code that runs out', () => {
  it('opens the class up to that moment and nothing from then on', async () => {
    const teacher = await newMember()
    const { id } = await newClass(teacher)
    const code = newCode()
    await renewCode(teacher, id, code, codeExpiry('day', noon))
    const [early, late] = [await newMember(), await newMember()]
    expect(await findByCode(code, after(DAY - 1))).toMatchObject({ id })
    expect(await joinClass(early, code, after(DAY - 1))).toBe(id)
    expect(await findByCode(code, after(DAY))).toBeNull()
    expect(
      await rowsChangedBy(async () => expect(await joinClass(late, code, after(DAY))).toBeNull()),
    ).toEqual([])
    expect(await findRole(early, id)).toBe('student')
  })

  it('gives way to one that stays', async () => {
    const teacher = await newMember()
    const { id } = await newClass(teacher)
    await renewCode(teacher, id, newCode(), codeExpiry('week', noon))
    const code = newCode()
    await renewCode(teacher, id, code, codeExpiry('never', noon))
    expect(await joinClass(await newMember(), code, after(1000 * DAY))).toBe(id)
  })
})

describe('extra time', () => {
  it('is honoured in what is set in this class, and in no other', async () => {
    const quiz = await newQuiz()
    const { teacher, id, assignments, student } = await newSchool([quiz.id])
    const elsewhere = await newClass(await newMember(), [student], [quiz.id])
    expect(await recordExtraTime(teacher, id, student.id, 'double')).toBe(true)
    expect((await findAssignment(student, the(assignments[0])))?.extraTime).toBe('double')
    const other = await findAssignment(student, the(elsewhere.assignments[0]))
    expect(other?.extraTime).toBe('none')
  })

  it('is nothing that staff could have', async () => {
    const { teacher, coteacher, id } = await newSchool()
    expect(await recordExtraTime(teacher, id, coteacher.id, 'double')).toBe(false)
  })
})

describe('a first password', () => {
  it('has to be changed: made by the teacher it says so, changed by its owner no more', async () => {
    const { student, teacher, id } = await newSchool()
    const token = new Uint8Array(32).fill(7)
    await recordSession(
      { tokenHash: token, userId: student.id, device: 'x', expires: after(DAY) },
      null,
    )
    expect(await findSessionUser(token, noon)).toMatchObject({ mustChangePassword: true })
    const old = the(await findAccount(student)).passwordHash
    expect(await recordPassword(student, 'their own', token, old)).toBe(true)
    expect(await findSessionUser(token, noon)).toMatchObject({ mustChangePassword: false })
    const { username } = the(await findClassPeople(teacher, id)).students[0] ?? {}
    expect(await recordFirstPassword(teacher, id, student.id, 'another')).toEqual({
      name: 'Pupil',
      username,
    })
    expect(await findSessionUser(token, noon)).toBeNull()
    expect(the(await findCredentials(the(username))).passwordHash).toBe('another')
  })

  it('is never set for who signed up alone, nor by another class that a pupil has joined', async () => {
    const { teacher, id, student, code } = await newSchool()
    const grown = await newMember()
    await joinClass(grown, code, noon)
    const mallory = await newMember()
    const theirs = await newClass(mallory, [student])
    const changed = await rowsChangedBy(async () => {
      expect(await recordFirstPassword(teacher, id, grown.id, 'stolen')).toBeNull()
      expect(await recordFirstPassword(mallory, theirs.id, student.id, 'stolen')).toBeNull()
      expect(await recordFirstPassword(mallory, id, student.id, 'stolen')).toBeNull()
    })
    expect(changed).toEqual([])
    const { students } = the(await findClassPeople(mallory, theirs.id))
    expect(students).toMatchObject([{ isOurs: false }])
  })
})

describe('a student who is taken out', () => {
  it('loses the class and keeps the account; back in it, everything is there again', async () => {
    const quiz = await newQuiz()
    const { coteacher, id, code, student, assignments } = await newSchool([quiz.id])
    expect(await removeStudent(coteacher, id, student.id)).toBe(true)
    expect(await findRole(student, id)).toBeNull()
    expect(await findAssignment(student, the(assignments[0]))).toBeNull()
    expect(await removeStudent(coteacher, id, student.id)).toBe(false)
    expect(await joinClass(student, code, noon)).toBe(id)
  })

  it('is never one of the staff', async () => {
    const { coteacher, id, teacher, observer } = await newSchool()
    for (const { id: userId } of [teacher, observer, coteacher])
      expect(await removeStudent(coteacher, id, userId)).toBe(false)
  })
})

describe('the staff', () => {
  it('are people with an account, in one part at a time', async () => {
    const { teacher, id, student, observer, code } = await newSchool()
    const joined = await newMember()
    await joinClass(joined, code, noon)
    expect(await addStaff(teacher, id, 'nobody@example.org', 'observer')).toBe('unknown')
    expect(await addStaff(teacher, id, await emailOf(observer), 'teacher')).toBe('staff')
    expect(await addStaff(teacher, id, await emailOf(joined), 'teacher')).toBe('student')
    expect(await recordRole(teacher, id, student.id, 'teacher')).toBe(false)
    expect(await recordRole(teacher, id, observer.id, 'coteacher')).toBe(true)
    expect(await findRole(observer, id)).toBe('coteacher')
    expect(await removeStaff(teacher, id, observer.id)).toBe(true)
    expect(await findRole(observer, id)).toBeNull()
  })

  it('are never without a teacher, however much happens at once', async () => {
    const { teacher, coteacher, id } = await newSchool()
    expect(await removeStaff(teacher, id, teacher.id)).toBe(false)
    expect(await recordRole(teacher, id, teacher.id, 'observer')).toBe(false)
    expect(await recordRole(teacher, id, coteacher.id, 'teacher')).toBe(true)
    const done = await Promise.all([
      removeStaff(teacher, id, coteacher.id),
      removeStaff(coteacher, id, teacher.id),
      recordRole(teacher, id, teacher.id, 'coteacher'),
      recordRole(coteacher, id, coteacher.id, 'observer'),
    ])
    expect(done).toContain(true)
    expect(await db().membership.count({ where: { classId: id, role: 'teacher' } })).toBe(1)
  })

  it('may leave by themselves, but for a teacher', async () => {
    const { teacher, coteacher, observer, student, id } = await newSchool()
    expect(await leaveStaff(teacher, id)).toBe(false)
    expect(await leaveStaff(student, id)).toBe(false)
    expect(await leaveStaff(coteacher, id)).toBe(true)
    expect(await leaveStaff(observer, id)).toBe(true)
  })
})

describe('a class that is over', () => {
  it('lets nobody begin, join or be added, until it is reopened', async () => {
    const quiz = await newQuiz()
    const { teacher, student, id, code, assignments } = await newSchool([quiz.id])
    const rows = [{ line: 1, name: 'A', username: null, sourcedId: null, leftOut: null }]
    const pupil = { name: 'A', username: `late-${newCode()}`.toLowerCase(), passwordHash: 'x' }
    const start = async () =>
      beginning(the(await findAssignment(student, the(assignments[0]))), after(DAY))
    expect(await start()).toMatchObject({ ok: true })
    expect(await recordArchived(teacher, id, noon)).toBe(true)
    const joiner = await newMember()
    const changed = await rowsChangedBy(async () => {
      expect(await start()).toEqual({ ok: false, rejection: 'class-over' })
      expect(await findByCode(code, noon)).toBeNull()
      expect(await joinClass(joiner, code, noon)).toBeNull()
      expect(await renewCode(teacher, id, newCode(), null)).toBe(false)
      expect(await addStudent(teacher, id, pupil)).toBe(false)
      expect(await findRosterPlan(teacher, id, rows)).toBeNull()
      expect(await recordRoster(teacher, id, rows, ['x'])).toBeNull()
    })
    expect(changed).toEqual([])
    expect((await findTaughtClass(teacher, id))?.archivedAt).toEqual(noon)
    expect(await recordArchived(teacher, id, null)).toBe(true)
    expect(await start()).toMatchObject({ ok: true })
    expect(await joinClass(joiner, code, noon)).toBe(id)
  })
})

type School = Awaited<ReturnType<typeof newSchool>>
const ROLES = ['teacher', 'coteacher', 'observer', 'student'] as const
const both = ['teacher', 'coteacher']
const staff = [...both, 'observer']
const matrix: [string, string[], (viewer: Viewer, school: School) => Promise<unknown>][] = [
  ['sees who is in it', staff, (viewer, { id }) => findClassPeople(viewer, id)],
  ['reads it as teachers do', staff, (viewer, { id }) => findTaughtClass(viewer, id)],
  [
    'is told the code',
    both,
    async (viewer, { id }) => (await findClassPeople(viewer, id))?.code ?? null,
  ],
  ['renews the code', both, (viewer, { id }) => renewCode(viewer, id, newCode(), null)],
  [
    'sets extra time',
    both,
    (viewer, { id, student }) => recordExtraTime(viewer, id, student.id, 'half'),
  ],
  [
    'makes a new first password',
    both,
    (viewer, { id, student }) => recordFirstPassword(viewer, id, student.id, 'hash'),
  ],
  ['takes a student out', both, (viewer, { id, student }) => removeStudent(viewer, id, student.id)],
  ['looks at a list', both, (viewer, { id }) => findRosterPlan(viewer, id, [])],
  ['writes a list', both, (viewer, { id }) => recordRoster(viewer, id, [], [])],
  [
    'adds to the staff',
    ['teacher'],
    (viewer, { id }) => addStaff(viewer, id, 'nobody@example.org', 'observer'),
  ],
  [
    'changes the staff',
    ['teacher'],
    (viewer, { id, observer }) => recordRole(viewer, id, observer.id, 'observer'),
  ],
  [
    'takes somebody off the staff',
    ['teacher'],
    (viewer, { id, observer }) => removeStaff(viewer, id, observer.id),
  ],
  ['ends the class', ['teacher'], (viewer, { id }) => recordArchived(viewer, id, noon)],
]

describe('of the four roles', () => {
  it.each(matrix)('who %s is exactly: %s', async (_what, may, run) => {
    for (const role of ROLES) {
      const school = await newSchool()
      let answer: unknown
      const changed = await rowsChangedBy(async () => {
        answer = await run(school[role], school)
      })
      const isDone = answer !== null && answer !== false
      expect(isDone, role).toBe(may.includes(role))
      if (!isDone) expect(changed, role).toEqual([])
    }
  })
})
