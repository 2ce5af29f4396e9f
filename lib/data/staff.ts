import { STAFF_ROLES, type StaffRole } from '@/lib/domain/people'
import { type Day, toDate } from '@/lib/domain/study-day'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { inTransaction, type Transaction } from './transaction'

/**
 * Runs `work` while nobody else changes the staff of a class that the viewer is a teacher of, so that
 * two of them can never dismiss each other at once. Null where they are not.
 */
function asTeacher<Result>(
  viewer: Viewer,
  classId: string,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result | null> {
  return inTransaction(async (transaction) => {
    await transaction.$queryRaw`select id from "Class" where id = ${classId}::uuid for update`
    const teaches = await transaction.membership.count({
      where: { classId, userId: viewer.id, role: 'teacher' },
    })
    return teaches === 1 ? work(transaction) : null
  })
}

const isWithoutTeacher = async (transaction: Transaction, classId: string, but: string) =>
  (await transaction.membership.count({
    where: { classId, role: 'teacher', userId: { not: but } },
  })) === 0

export type NewStaff = 'added' | 'unknown' | 'student' | 'staff'

/**
 * Gives somebody who has an account a part in a class that the viewer is a teacher of. Null where
 * the viewer is not; who sits in the class already stays what they are.
 */
export function addStaff(
  viewer: Viewer,
  classId: string,
  identifier: string,
  role: StaffRole,
): Promise<NewStaff | null> {
  return asTeacher(viewer, classId, async (transaction) => {
    const person = await transaction.user.findFirst({
      where: identifier.includes('@') ? { email: identifier } : { username: identifier },
      select: { id: true, memberships: { where: { classId }, select: { role: true } } },
    })
    if (!person) return 'unknown'
    if (await transaction.class.count({ where: { id: classId, NOT: { archivedAt: null } } }))
      return null
    const [seat] = person.memberships
    if (seat) return seat.role === 'student' ? 'student' : 'staff'
    // Joining by code takes no lock: whoever was quicker stays what they have become.
    const { count } = await transaction.membership.createMany({
      data: { classId, userId: person.id, role },
      skipDuplicates: true,
    })
    return count === 1 ? 'added' : 'student'
  })
}

/**
 * Changes what somebody of the staff is. False where the class is not the viewer's as a teacher, the
 * person none of its staff, or the class would be left without a teacher.
 */
export async function recordRole(
  viewer: Viewer,
  classId: string,
  userId: string,
  role: StaffRole,
): Promise<boolean> {
  const changed = await asTeacher(viewer, classId, async (transaction) => {
    if (role !== 'teacher' && (await isWithoutTeacher(transaction, classId, userId))) return 0
    const { count } = await transaction.membership.updateMany({
      where: { classId, userId, role: { in: [...STAFF_ROLES] } },
      data: { role },
    })
    return count
  })
  return changed === 1
}

/** Takes somebody off the staff; false as in `recordRole`. */
export async function removeStaff(
  viewer: Viewer,
  classId: string,
  userId: string,
): Promise<boolean> {
  const removed = await asTeacher(viewer, classId, async (transaction) => {
    if (await isWithoutTeacher(transaction, classId, userId)) return 0
    const { count } = await transaction.membership.deleteMany({
      where: { classId, userId, role: { in: [...STAFF_ROLES] } },
    })
    return count
  })
  return removed === 1
}

/** The viewer leaves a class that they coteach or observe; a teacher hands it on first. */
export async function leaveStaff(viewer: Viewer, classId: string): Promise<boolean> {
  const { count } = await db().membership.deleteMany({
    where: { classId, userId: viewer.id, role: { in: ['coteacher', 'observer'] } },
  })
  return count === 1
}

/**
 * Ends a class that the viewer is a teacher of, or reopens it (null). What is under way in it ends with
 * it: its time is over at that instant, and the clock hands it in as it stands. Ended again, the class
 * keeps its end. False where it is not theirs.
 */
export async function recordArchived(
  viewer: Viewer,
  classId: string,
  archivedAt: Date | null,
): Promise<boolean> {
  const done = await asTeacher(viewer, classId, async (transaction) => {
    // A statement of its own, after the lock: so it sees whoever has begun just before.
    await transaction.$executeRaw`
      with changed as (
        update "Class" set "archivedAt" = ${archivedAt}::timestamptz
        where id = ${classId}::uuid
          and (${archivedAt}::timestamptz is null) <> ("archivedAt" is null)
        returning id, "archivedAt"
      )
      update "Attempt" a set deadline = greatest(a."startedAt", changed."archivedAt")
      from changed join "Assignment" s on s."classId" = changed.id
      where changed."archivedAt" is not null and a."assignmentId" = s.id and a."submittedAt" is null
        and (a.deadline is null or a.deadline > changed."archivedAt")`
    return true
  })
  return done === true
}

/** The last day on which a class is kept that the viewer is a teacher of, or none; false where it is not theirs. */
export async function recordKept(
  viewer: Viewer,
  classId: string,
  until: Day | null,
): Promise<boolean> {
  const { count } = await db().class.updateMany({
    where: { id: classId, memberships: { some: { userId: viewer.id, role: 'teacher' } } },
    data: { keptUntil: until && toDate(until) },
  })
  return count === 1
}
