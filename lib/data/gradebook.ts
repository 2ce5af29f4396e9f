import { type GradebookRow, readCells, storedCellsSchema } from '@/lib/domain/gradebook-row'
import type { GradebookFilter, GradebookPlace, GradebookView } from '@/lib/domain/gradebook-view'
import type { Viewer } from '@/lib/domain/viewer'
import { BILLION } from '@/lib/domain/weighting'
import { db } from './db'
import { Prisma } from './generated/client'
import { refreshGradebook } from './gradebook-refresh'

export interface GradebookPage {
  rows: GradebookRow[]
  /** Where the next page begins; null on the last one. */
  next: GradebookPlace | null
}

type Row = Omit<GradebookRow, 'cells'> & {
  value: number
  assignmentIds: string[]
  cells: unknown
}

const PAGE = 50
const HALF = BILLION / 2
const { sql } = Prisma

/** Conditions on the last columns of the indexes, so that nothing is fetched that is not shown. */
const ofRows: Record<GradebookFilter, Prisma.Sql> = {
  idle: sql`and k."isIdle"`,
  below: sql`and k.total >= 0 and k.total < ${HALF}`,
  missing: sql`and k."hasMissing"`,
  late: sql`and k."hasLate"`,
}
const ofCells: Record<GradebookFilter, Prisma.Sql> = {
  idle: sql`and k."isIdle"`,
  below: sql`and k.share >= 0 and k.share < ${HALF}`,
  missing: sql`and k."isMissing"`,
  late: sql`and k."isLate"`,
}

const up = { order: sql`asc`, after: sql`>` }
const down = { order: sql`desc`, after: sql`<` }

type Column = 'name' | 'total' | 'share'
const columns: Record<Column, Prisma.Sql> = {
  name: sql`k.name`,
  total: sql`k.total`,
  share: sql`k.share`,
}

/** A page in the order of a column: what it begins after, its order, and the place of each line. */
function inOrder(view: GradebookView, by: Column, place: GradebookPlace | null) {
  const { order, after } = view.isDown ? down : up
  const column = columns[by]
  const first = by === 'name' ? Prisma.empty : sql`${column} ${order},`
  const sorted = sql`order by ${first} k.name ${order}, k."studentId" ${order}`
  const begin =
    by === 'name'
      ? sql`(k.name, k."studentId") ${after} (${place?.name}, ${place?.id}::uuid)`
      : sql`(${column}, k.name, k."studentId") ${after}
          (${place?.value}, ${place?.name}, ${place?.id}::uuid)`
  return {
    from: place ? sql`and ${begin}` : Prisma.empty,
    nth: sql`row_number() over (${sorted}) as nth`,
    value: by === 'name' ? sql`0 as value` : sql`${column} as value`,
    page: sql`${sorted} limit ${PAGE + 1}`,
  }
}

/** Lines by name or by total: the index of that order leads to them. */
function rowsOf(classId: string, view: GradebookView, place: GradebookPlace | null): Prisma.Sql {
  const by = view.sort === 'total' ? 'total' : 'name'
  const { from, nth, value, page } = inOrder(view, by, place)
  return sql`
    select k.*, ${value}, ${nth} from "GradebookRow" k
    where k."classId" = ${classId}::uuid ${view.filter ? ofRows[view.filter] : Prisma.empty} ${from}
    ${page}`
}

/** Lines by one assignment: its cells in their order, and then the lines of those students at once. */
function rowsBy(classId: string, view: GradebookView, place: GradebookPlace | null): Prisma.Sql {
  const { from, nth, value, page } = inOrder(view, 'share', place)
  return sql`
    with p as materialized (
      select k."studentId", ${value}, ${nth} from "GradebookCell" k
      where k."assignmentId" = (select s.id from "Assignment" s
          where s.id = ${view.sort}::uuid and s."classId" = ${classId}::uuid)
        ${view.filter ? ofCells[view.filter] : Prisma.empty} ${from}
      ${page}
    ), r as materialized (
      select * from "GradebookRow" where "classId" = ${classId}::uuid
        and "studentId" = any (array(select "studentId" from p))
    )
    select r.*, p.value, p.nth from p join r on r."studentId" = p."studentId"`
}

/** One statement: the page as it is stored, and whether something in the class is out of date. */
async function readPage(
  viewer: Viewer,
  classId: string,
  view: GradebookView,
  place: GradebookPlace | null,
  now: Date,
): Promise<{ isStale: boolean; rows: Row[] }> {
  const isByRow = view.sort === 'name' || view.sort === 'total'
  const found = await db().$queryRaw<({ isStale: boolean } & (Row | { studentId: null }))[]>`
    with seat as materialized (
      select (select k."studentId" from "GradebookMark" k where k."classId" = t."classId"
            order by k."studentId" limit 1) is not null
          or (select k."changesAt" <= ${now} from "GradebookRow" k
            where k."classId" = t."classId" and k."changesAt" is not null
            order by k."changesAt" limit 1) is true as "isStale"
      from "Membership" t
      where t."classId" = ${classId}::uuid and t."userId" = ${viewer.id}::uuid
        and t.role <> 'student'
    )
    select seat."isStale", r."studentId", r.name, r.username, r.total, r.value, r."assignmentIds",
      r.cells
    from seat left join lateral (${(isByRow ? rowsOf : rowsBy)(classId, view, place)}) r on true
    order by r.nth`
  return {
    isStale: found[0]?.isStale ?? false,
    rows: found.flatMap((row) => (row.studentId === null ? [] : [row])),
  }
}

/**
 * Students of a class that the viewer teaches or observes, 50 a page, in the order and with the
 * filter of a view; of nobody else's class. One statement, keyset paging. Where something was
 * written since, or time has passed that changes a cell, the lines are worked out anew first.
 */
export async function listGradebook(
  viewer: Viewer,
  classId: string,
  view: GradebookView,
  place: GradebookPlace | null,
  now: Date,
): Promise<GradebookPage> {
  let page = await readPage(viewer, classId, view, place, now)
  if (page.isStale) {
    await refreshGradebook(classId, now)
    page = await readPage(viewer, classId, view, place, now)
  }
  const rows = page.rows.slice(0, PAGE)
  const last = rows.at(-1)
  return {
    rows: rows.map(({ studentId, name, username, total, assignmentIds, cells }) => ({
      studentId,
      name,
      username,
      total,
      cells: readCells(assignmentIds, storedCellsSchema.parse(cells)),
    })),
    next:
      page.rows.length > PAGE && last
        ? { value: last.value, name: last.name, id: last.studentId }
        : null,
  }
}
