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

/** The students of one page, and by what they are sorted; each from one index, in its order. */
function keysOf(classId: string, view: GradebookView, place: GradebookPlace | null): Prisma.Sql {
  const { order, after } = view.isDown ? down : up
  const own = (conditions: Record<GradebookFilter, Prisma.Sql>) =>
    view.filter ? conditions[view.filter] : Prisma.empty
  if (view.sort === 'name')
    return sql`
      select k."studentId", k.name, 0 as value from "GradebookRow" k
      where k."classId" = ${classId}::uuid ${own(ofRows)} ${
        place
          ? sql`and (k.name, k."studentId") ${after} (${place.name}, ${place.id}::uuid)`
          : Prisma.empty
      }
      order by k.name ${order}, k."studentId" ${order} limit ${PAGE + 1}`
  const [from, column, filter] =
    view.sort === 'total'
      ? [sql`"GradebookRow" k where k."classId" = ${classId}::uuid`, sql`k.total`, own(ofRows)]
      : [
          sql`"GradebookCell" k where k."assignmentId" = ${view.sort}::uuid
            and k."classId" = ${classId}::uuid`,
          sql`k.share`,
          own(ofCells),
        ]
  return sql`
    select k."studentId", k.name, ${column} as value from ${from} ${filter} ${
      place
        ? sql`and (${column}, k.name, k."studentId") ${after}
            (${place.value}, ${place.name}, ${place.id}::uuid)`
        : Prisma.empty
    }
    order by ${column} ${order}, k.name ${order}, k."studentId" ${order} limit ${PAGE + 1}`
}

/** One statement: the page as it is stored, and whether something in the class is out of date. */
async function readPage(
  viewer: Viewer,
  classId: string,
  view: GradebookView,
  place: GradebookPlace | null,
  now: Date,
): Promise<{ isStale: boolean; rows: Row[] } | null> {
  const { order } = view.isDown ? down : up
  const [page] = await db().$queryRaw<{ isStale: boolean; rows: Row[] }[]>`
    select exists (select from "GradebookMark" k where k."classId" = t."classId")
        or exists (select from "GradebookRow" k where k."classId" = t."classId"
          and k."changesAt" <= ${now}) as "isStale",
      coalesce((select json_agg(json_build_object('studentId', r."studentId", 'name', r.name,
          'username', r.username, 'total', r.total, 'value', p.value,
          'assignmentIds', r."assignmentIds", 'cells', r.cells)
          order by p.value ${order}, p.name ${order}, p."studentId" ${order})
        from (${keysOf(classId, view, place)}) p
        join "GradebookRow" r on r."classId" = ${classId}::uuid and r."studentId" = p."studentId"),
        '[]') as rows
    from "Membership" t
    where t."classId" = ${classId}::uuid and t."userId" = ${viewer.id}::uuid and t.role <> 'student'`
  return page ?? null
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
  if (page?.isStale) {
    await refreshGradebook(classId, now)
    page = await readPage(viewer, classId, view, place, now)
  }
  const found = page?.rows ?? []
  const rows = found.slice(0, PAGE)
  const last = rows.at(-1)
  return {
    rows: rows.map(({ value: _, assignmentIds, cells, ...row }) => ({
      ...row,
      cells: readCells(assignmentIds, storedCellsSchema.parse(cells)),
    })),
    next:
      found.length > PAGE && last
        ? { value: last.value, name: last.name, id: last.studentId }
        : null,
  }
}
