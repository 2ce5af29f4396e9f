import type { ClassEntry, Role, TaughtClass } from '@/lib/domain/class'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { type SetQuizRow, setQuizzes, toSetQuiz } from './set-quizzes'
import { inTransaction, isTaken } from './transaction'

/** Who may change what a class is given and who is in it. */
const TEACHING = ['teacher', 'coteacher'] as const

/** Every class that the viewer belongs to, newest first. */
export function listClasses(viewer: Viewer): Promise<ClassEntry[]> {
  return db().$queryRaw<ClassEntry[]>`
    select c.id, c.name, c."archivedAt", m.role,
      (select count(*)::int from "Membership" s where s."classId" = c.id and s.role = 'student') as students,
      (select count(*)::int from "Assignment" a where a."classId" = c.id) as assignments
    from "Membership" m join "Class" c on c.id = m."classId"
    where m."userId" = ${viewer.id}::uuid
    order by c."createdAt" desc, c.id desc
    limit 200`
}

/** A new class that the viewer teaches; its id. The code must be free, else null. */
export async function createClass(
  viewer: Viewer,
  { name, code, timeZone }: { name: string; code: string; timeZone: string },
): Promise<string | null> {
  try {
    return await inTransaction(async (transaction) => {
      const { id } = await transaction.class.create({
        data: {
          name,
          code,
          timeZone,
          memberships: { create: { userId: viewer.id, role: 'teacher' } },
        },
        select: { id: true },
      })
      return id
    })
  } catch (error) {
    if (isTaken(error)) return null
    throw error
  }
}

/** The viewer's role in a class, or null where they have none. */
export async function findRole(viewer: Viewer, classId: string): Promise<Role | null> {
  const membership = await db().membership.findUnique({
    where: { classId_userId: { classId, userId: viewer.id } },
    select: { role: true },
  })
  const role = membership?.role ?? null
  return role === 'erased' ? null : role
}

/**
 * What the owner of a code may know before joining: the class's name. Null for a code that is unknown
 * or has run out, and for a class that is over.
 */
export function findByCode(code: string, now: Date): Promise<{ id: string; name: string } | null> {
  return db().class.findFirst({
    where: {
      code,
      archivedAt: null,
      OR: [{ codeExpiresAt: null }, { codeExpiresAt: { gt: now } }],
    },
    select: { id: true, name: true },
  })
}

/**
 * Makes the viewer a student of the class that the code opens; who belongs to it already stays what
 * they are. Null where `findByCode` finds nothing.
 */
export async function joinClass(viewer: Viewer, code: string, now: Date): Promise<string | null> {
  const [row] = await db().$queryRaw<{ id: string }[]>`
    with found as (
      select id from "Class" where code = ${code} and "archivedAt" is null
        and ("codeExpiresAt" is null or "codeExpiresAt" > ${now})
    ), joined as (
      insert into "Membership" ("classId", "userId", role)
      select id, ${viewer.id}::uuid, 'student' from found on conflict do nothing
    )
    select id from found`
  return row?.id ?? null
}

/**
 * A class that the viewer teaches or observes, with what is assigned to it; null for every other.
 * Observers are not told the code: they bring nobody in.
 */
export async function findTaughtClass(viewer: Viewer, id: string): Promise<TaughtClass | null> {
  const [row] = await db().$queryRaw<(Omit<TaughtClass, 'quizzes'> & { quizzes: SetQuizRow[] })[]>`
    select c.id, c.name, c."timeZone", m.role, c."archivedAt",
      case when m.role <> 'observer' then c.code end as code,
      ${setQuizzes(id)}
    from "Class" c join "Membership" m on m."classId" = c.id
    where c.id = ${id}::uuid and m."userId" = ${viewer.id}::uuid and m.role <> 'student'`
  return row ? { ...row, quizzes: row.quizzes.map(toSetQuiz) } : null
}

/**
 * Gives a class that the viewer teaches a new code, which opens it until `expiresAt`; the old one is
 * void. False where it is taken, the class not theirs or over.
 */
export async function renewCode(
  viewer: Viewer,
  id: string,
  code: string,
  expiresAt: Date | null,
): Promise<boolean> {
  try {
    const { count } = await db().class.updateMany({
      where: {
        id,
        archivedAt: null,
        memberships: { some: { userId: viewer.id, role: { in: [...TEACHING] } } },
      },
      data: { code, codeExpiresAt: expiresAt },
    })
    return count === 1
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

/**
 * An account for a pupil without e-mail, and a seat in a class that the viewer teaches; its password
 * has to be changed at the first sign-in. False where the class is not theirs or over; null where the
 * username is taken.
 */
export async function addStudent(
  viewer: Viewer,
  classId: string,
  student: { name: string; username: string; passwordHash: string },
): Promise<boolean | null> {
  try {
    return await inTransaction(async (transaction) => {
      const teaches = await transaction.membership.count({
        where: {
          classId,
          userId: viewer.id,
          role: { in: [...TEACHING] },
          class: { archivedAt: null },
        },
      })
      if (teaches === 0) return false
      await transaction.user.create({
        data: {
          ...student,
          mustChangePassword: true,
          homeClassId: classId,
          memberships: { create: { classId, role: 'student' } },
        },
        select: { id: true },
      })
      return true
    })
  } catch (error) {
    if (isTaken(error)) return null
    throw error
  }
}
