import { type ExtraTime, rulesSchema } from '@/lib/domain/assignment'
import { type MadeRow, rowOf, type SetAssignment, storeCells } from '@/lib/domain/gradebook-row'
import type { Weighting } from '@/lib/domain/weighting'
import { dateOf } from './exceptions'
import { TAKEN, type TakenRow, toTaken } from './taken'
import { inTransaction, type Transaction } from './transaction'

/** How many lines are worked out in one transaction. */
const AT_ONCE = 100

/** A line that is out of date: marked by a write, or (no mark) by the clock. */
interface Due {
  studentId: string
  mark: bigint | null
}

const listDue = (transaction: Transaction, classId: string, now: Date) =>
  transaction.$queryRaw<Due[]>`
    select "studentId", max(mark) as mark from (
      (select "studentId", mark from "GradebookMark" where "classId" = ${classId}::uuid
        order by "studentId" limit ${AT_ONCE})
      union all
      (select "studentId", null from "GradebookRow" where "classId" = ${classId}::uuid
        and "changesAt" <= ${now} order by "changesAt" limit ${AT_ONCE})
    ) due
    group by "studentId" order by "studentId" limit ${AT_ONCE}`

type Assigned = Omit<SetAssignment, 'rules' | 'opensAt' | 'dueAt' | 'closesAt'> & {
  rules: unknown
  opensAt: string | null
  dueAt: string | null
  closesAt: string | null
}

/** What is set in a class, in its order, and how it is weighed. */
async function readClass(transaction: Transaction, classId: string) {
  const [row] = await transaction.$queryRaw<(Weighting & { assignments: Assigned[] })[]>`
    select c.missing, c."otherWeight",
      coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name, 'weight', k.weight))
        from "Category" k where k."classId" = c.id), '[]') as categories,
      coalesce((select json_agg(json_build_object('assignmentId', s.id, 'opensAt', s."opensAt",
          'dueAt', s."dueAt", 'closesAt', s."closesAt", 'rules', s.rules,
          'categoryId', s."categoryId", 'weight', s.weight) order by s."assignedAt", s.id)
        from "Assignment" s where s."classId" = c.id), '[]') as assignments
    from "Class" c where c.id = ${classId}::uuid`
  if (!row) return null
  const { assignments, ...weighting } = row
  return {
    weighting,
    assignments: assignments.map((each) => ({
      ...each,
      opensAt: dateOf(each.opensAt),
      dueAt: dateOf(each.dueAt),
      closesAt: dateOf(each.closesAt),
      rules: rulesSchema.parse(each.rules),
    })),
  }
}

interface StudentRow {
  studentId: string
  name: string
  username: string | null
  extraTime: ExtraTime
  taken: TakenRow[]
}

/** What these students did for the class; those who are no students of it are left out. */
const readStudents = (transaction: Transaction, classId: string, ids: string[]) =>
  transaction.$queryRaw<StudentRow[]>`
    select u.id as "studentId", u.name, u.username, m."extraTime", ${TAKEN}
    from "Membership" m join "User" u on u.id = m."userId"
    where m."classId" = ${classId}::uuid and m.role = 'student' and m."userId" = any (${ids}::uuid[])`

/** Writes lines, and of their cells those that are others than before. */
async function recordRows(
  transaction: Transaction,
  classId: string,
  assignmentIds: string[],
  rows: readonly MadeRow[],
): Promise<void> {
  const lines = rows.map(({ marks, cells, ...row }) => ({ ...row, cells: storeCells(cells) }))
  await transaction.$executeRaw`
    insert into "GradebookRow" ("classId", "studentId", name, username, total, "isIdle", "hasMissing",
      "hasLate", "assignmentIds", cells, "changesAt")
    select ${classId}::uuid, r."studentId", r.name, r.username, r.total, r."isIdle", r."hasMissing",
      r."hasLate", ${assignmentIds}::uuid[], r.cells, r."changesAt"
    from json_to_recordset(${JSON.stringify(lines)}::json) as r("studentId" uuid, name text,
      username text, total int, "isIdle" boolean, "hasMissing" boolean, "hasLate" boolean,
      cells json, "changesAt" timestamptz)
    on conflict ("classId", "studentId") do update set name = excluded.name,
      username = excluded.username, total = excluded.total, "isIdle" = excluded."isIdle",
      "hasMissing" = excluded."hasMissing", "hasLate" = excluded."hasLate",
      "assignmentIds" = excluded."assignmentIds", cells = excluded.cells,
      "changesAt" = excluded."changesAt"`
  const all = rows.flatMap(({ studentId, name, marks }) =>
    marks.map((mark, place) => ({ studentId, name, assignmentId: assignmentIds[place], ...mark })),
  )
  const of = <Name extends keyof (typeof all)[number]>(name: Name) => all.map((each) => each[name])
  await transaction.$executeRaw`
    insert into "GradebookCell" as c ("assignmentId", "studentId", name, share, "isIdle", "isMissing",
      "isLate")
    select * from unnest(${of('assignmentId')}::uuid[], ${of('studentId')}::uuid[],
      ${of('name')}::text[], ${of('share')}::int[], ${of('isIdle')}::boolean[],
      ${of('isMissing')}::boolean[], ${of('isLate')}::boolean[])
    on conflict ("assignmentId", "studentId") do update set name = excluded.name,
      share = excluded.share, "isIdle" = excluded."isIdle", "isMissing" = excluded."isMissing",
      "isLate" = excluded."isLate"
    where (c.name, c.share, c."isIdle", c."isMissing", c."isLate") is distinct from
      (excluded.name, excluded.share, excluded."isIdle", excluded."isMissing", excluded."isLate")`
}

/**
 * Works out anew the lines of a class that are out of date, at most a hundred; how many they were.
 * Those who do it at the same time wait for one another on the class's row; everything that is read
 * is read after that, and a mark that came meanwhile stays, since it has another number.
 */
async function refreshSome(transaction: Transaction, classId: string, now: Date): Promise<number> {
  await transaction.$queryRaw`
    select id from "Class" where id = ${classId}::uuid for no key update`
  const due = await listDue(transaction, classId, now)
  const found = due.length > 0 ? await readClass(transaction, classId) : null
  if (!found) return 0
  const { assignments, weighting } = found
  const ids = due.map(({ studentId }) => studentId)
  const students = await readStudents(transaction, classId, ids)
  const rows = students.map(({ taken, ...student }) =>
    rowOf({ ...student, taken: taken.map(toTaken) }, assignments, weighting, now),
  )
  const assignmentIds = assignments.map(({ assignmentId }) => assignmentId)
  if (rows.length > 0) await recordRows(transaction, classId, assignmentIds, rows)
  const stay = new Set(students.map(({ studentId }) => studentId))
  const gone = ids.filter((id) => !stay.has(id))
  if (gone.length > 0)
    await transaction.$executeRaw`delete from "GradebookRow"
      where "classId" = ${classId}::uuid and "studentId" = any (${gone}::uuid[])`
  const marked = due.filter(({ mark }) => mark !== null)
  await transaction.$executeRaw`
    delete from "GradebookMark" g
    using unnest(${marked.map(({ studentId }) => studentId)}::uuid[],
      ${marked.map(({ mark }) => String(mark))}::bigint[]) as m("studentId", mark)
    where g."classId" = ${classId}::uuid and g."studentId" = m."studentId" and g.mark = m.mark`
  return due.length
}

/**
 * Works out anew every line of a class that a write or the clock has made another one; with none it
 * is one short transaction. Nobody in particular asks: whoever reads the lines has been asked.
 */
export async function refreshGradebook(classId: string, now: Date): Promise<void> {
  let count: number
  do {
    count = await inTransaction((transaction) => refreshSome(transaction, classId, now))
  } while (count === AT_ONCE)
}
