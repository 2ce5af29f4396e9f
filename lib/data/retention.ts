import { type Day, toDate } from '@/lib/domain/study-day'
import { db } from './db'
import { inTransaction } from './transaction'

/** A class with until when it is kept, for whoever runs the instance. */
export interface KeptClass {
  id: string
  name: string
  teachers: string[]
  students: number
  attempts: number
  archivedAt: Date | null
  keptUntil: Day | null
}

/** Every class of the instance, those first that go first. Nobody but who runs it asks. */
export async function listKept(): Promise<KeptClass[]> {
  return db().$queryRaw<KeptClass[]>`
    select c.id, c.name, c."archivedAt", c."keptUntil"::text,
      array(select u.name from "Membership" m join "User" u on u.id = m."userId"
        where m."classId" = c.id and m.role = 'teacher' order by 1) as teachers,
      (select count(*)::int from "Membership" m
        where m."classId" = c.id and m.role = 'student') as students,
      (select count(*)::int from "Attempt" a join "Assignment" s on s.id = a."assignmentId"
        where s."classId" = c.id) as attempts
    from "Class" c order by c."keptUntil" nulls last, c.name, c.id`
}

/** What went with a class. */
export interface ErasedClass {
  name: string
  attempts: number
  /** Accounts that were made in it and are in no other class. */
  accounts: number
}

/**
 * Erases a class with everything in it: what is set, every attempt, grade and remark, what stood in
 * for erased students, and the accounts that its teachers made for pupils, where they are in no other
 * class. Other accounts stay. Nobody but who runs the instance asks. Null where there is no such class.
 */
export function eraseClass(id: string): Promise<ErasedClass | null> {
  return inTransaction(async (transaction) => {
    const found = await transaction.$queryRaw<{ name: string }[]>`
      select name from "Class" where id = ${id}::uuid for update`
    const [row] = found
    if (!row) return null
    const attempts = await transaction.$executeRaw`
      delete from "Attempt" a using "Assignment" s
      where s.id = a."assignmentId" and s."classId" = ${id}::uuid`
    const accounts = await transaction.$executeRaw`
      delete from "User" u where u."homeClassId" = ${id}::uuid and not exists (
        select from "Membership" m where m."userId" = u.id and m."classId" <> ${id}::uuid)`
    await transaction.$executeRaw`
      delete from "User" u using "Membership" m
      where m."userId" = u.id and m."classId" = ${id}::uuid and m.role = 'erased'`
    await transaction.$executeRaw`
      delete from "TallyChange" t using "Assignment" s
      where s.id = t."assignmentId" and s."classId" = ${id}::uuid`
    await transaction.$executeRaw`delete from "Class" where id = ${id}::uuid`
    await transaction.$executeRaw`delete from "GradebookMark" where "classId" = ${id}::uuid`
    return { name: row.name, attempts, accounts }
  }, 120_000)
}

/** The classes that were kept until a day before `today`, by id. */
export async function listOver(today: Day): Promise<string[]> {
  const rows = await db().class.findMany({
    where: { keptUntil: { lt: toDate(today) } },
    select: { id: true, keptUntil: true },
    orderBy: [{ keptUntil: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id }) => id)
}

/** The last day on which a class is kept, set by who runs the instance; false where there is none. */
export async function recordKeptUntil(id: string, until: Day | null): Promise<boolean> {
  const { count } = await db().class.updateMany({
    where: { id },
    data: { keptUntil: until && toDate(until) },
  })
  return count === 1
}
