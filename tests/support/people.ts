import { randomBytes, randomUUID } from 'node:crypto'
import { recordAssignment } from '@/lib/data/assignments'
import { addStudent, createClass, findTaughtClass, joinClass } from '@/lib/data/classes'
import { createGuest, createMember, findCredentials } from '@/lib/data/users'
import { type Dates, DEFAULT_RULES, type Rules, SHOWABLES } from '@/lib/domain/assignment'
import { codeFrom } from '@/lib/domain/class'
import type { Viewer } from '@/lib/domain/viewer'
import { the } from './the'

/** Who asks, as `lib/auth` would mint it from a session. */
export const viewerOf = (id: string, name: string, isGuest = false): Viewer =>
  ({ id, name, isGuest }) as Viewer

/** A viewer with an account of their own. */
export async function newMember(name = 'Ada'): Promise<Viewer> {
  const email = `${randomUUID()}@example.org`
  return viewerOf(the(await createMember({ name, email, passwordHash: 'not a hash' })), name)
}

export const newGuest = async (name = 'Guest'): Promise<Viewer> =>
  viewerOf(await createGuest(name), name, true)

export const newCode = (): string => codeFrom(randomBytes(8))

export const NO_DATES: Dates = { opensAt: null, dueAt: null, closesAt: null }
/** Any number of attempts, and everything shown after handing in. */
export const OPEN_RULES: Rules = {
  ...DEFAULT_RULES,
  attempts: null,
  review: { ...DEFAULT_RULES.review, afterSubmission: [...SHOWABLES] },
}

export interface NewClass {
  id: string
  code: string
  /** The assignments in the order of the quizzes given. */
  assignments: string[]
}

/** A class of this teacher's, joined by the students, with the quizzes (by id) assigned. */
export async function newClass(
  teacher: Viewer,
  students: Viewer[] = [],
  quizzes: string[] = [],
  name = 'Class 9b',
): Promise<NewClass> {
  const code = newCode()
  const id = the(await createClass(teacher, { name, code, timeZone: 'Europe/Paris' }))
  for (const student of students) await joinClass(student, code, new Date())
  for (const quiz of quizzes) await recordAssignment(teacher, id, quiz, NO_DATES, OPEN_RULES)
  const assigned = the(await findTaughtClass(teacher, id)).quizzes
  return { id, code, assignments: assigned.map(({ assignmentId }) => assignmentId) }
}

/** A pupil whose account the teacher of the class makes. */
export async function newPupil(teacher: Viewer, classId: string, name: string): Promise<Viewer> {
  const username = `pupil-${randomBytes(8).toString('hex')}`
  await addStudent(teacher, classId, { name, username, passwordHash: 'not a hash' })
  return viewerOf(the(await findCredentials(username)).id, name)
}
