import type { ExtraTime } from './assignment'
import type { Role } from './class'
import type { Day } from './study-day'

/** Everybody of a class but its students. */
export const STAFF_ROLES = ['teacher', 'coteacher', 'observer'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

export interface StaffEntry {
  userId: string
  name: string
  role: StaffRole
}

export interface StudentEntry {
  userId: string
  name: string
  username: string | null
  extraTime: ExtraTime
  /** Whether the account was made in this class, whose teachers may set a new first password. */
  isOurs: boolean
  /** Whether the first password has not been changed yet. */
  hasFirstPassword: boolean
}

/** A class with who belongs to it, for whoever teaches or observes it. */
export interface ClassPeople {
  id: string
  name: string
  timeZone: string
  archivedAt: Date | null
  /** The last day on which the class is kept; null where none is set. */
  keptUntil: Day | null
  /** The viewer's own. */
  role: StaffRole
  /** What opens the class; null for observers, who bring nobody in. */
  code: string | null
  codeExpiresAt: Date | null
  staff: StaffEntry[]
  students: StudentEntry[]
}

/** What somebody may do with the people of a class: see lib/data for where it is held. */
export interface PeopleRights {
  /** Bring students in and out, set their extra time and first passwords, renew the code. */
  changesStudents: boolean
  /** Choose who else teaches or observes, end the class and reopen it. */
  changesStaff: boolean
}

export const rightsOf = (role: Role): PeopleRights => ({
  changesStudents: role === 'teacher' || role === 'coteacher',
  changesStaff: role === 'teacher',
})

/** Whether this is the last teacher, without whom nobody could end the class or name another. */
export const isLastTeacher = (staff: readonly StaffEntry[], userId: string): boolean =>
  staff.every(({ role, userId: id }) => role !== 'teacher' || id === userId) &&
  staff.some((each) => each.userId === userId && each.role === 'teacher')
