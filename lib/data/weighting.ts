import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/domain/viewer'
import type { Weighed, Weighting } from '@/lib/domain/weighting'
import type { NewWeighting } from '@/lib/domain/weighting-form'
import { db } from './db'
import { inTransaction } from './transaction'

export interface ClassWeighting extends Weighting {
  assignments: (Weighed & { assignmentId: string; title: string })[]
}

/** How the grades of a class come to a total, for whoever belongs to it; null for everybody else. */
export async function findWeighting(
  viewer: Viewer,
  classId: string,
): Promise<ClassWeighting | null> {
  const [row] = await db().$queryRaw<ClassWeighting[]>`
    select c.missing, c."otherWeight",
      coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name, 'weight', k.weight)
          order by k.id)
        from "Category" k where k."classId" = c.id), '[]') as categories,
      coalesce((select json_agg(json_build_object('assignmentId', s.id, 'title', v.title,
          'categoryId', s."categoryId", 'weight', s.weight) order by s."assignedAt", s.id)
        from "Assignment" s
        join "Quiz" q on q.id = s."quizId" join "QuizVersion" v on v.id = q."currentId"
        where s."classId" = c.id), '[]') as assignments
    from "Class" c join "Membership" m on m."classId" = c.id
    where c.id = ${classId}::uuid and m."userId" = ${viewer.id}::uuid`
  return row ?? null
}

/**
 * Weighs the grades of a class that the viewer teaches anew: categories that are not named go, those
 * without an id are made. False where the class is not theirs or over.
 */
export function recordWeighting(
  viewer: Viewer,
  classId: string,
  { missing, otherWeight, categories, assignments }: NewWeighting,
): Promise<boolean> {
  return inTransaction(async (transaction) => {
    const [held] = await transaction.$queryRaw<{ id: string }[]>`
      select c.id from "Class" c
      join "Membership" m on m."classId" = c.id and m."userId" = ${viewer.id}::uuid
        and m.role in ('teacher', 'coteacher')
      where c.id = ${classId}::uuid and c."archivedAt" is null for no key update of c`
    if (!held) return false
    await transaction.class.update({
      where: { id: classId },
      data: { missing, otherWeight },
      select: { id: true },
    })
    const kept = categories.flatMap(({ id }) => (id === null ? [] : [id]))
    await transaction.category.deleteMany({ where: { classId, id: { notIn: kept } } })
    await transaction.$executeRaw`
      insert into "Category" as k (id, "classId", name, weight)
      select c.id, ${classId}::uuid, c.name, c.weight
      from unnest(${categories.map(({ id }) => id ?? uuid())}::uuid[],
        ${categories.map(({ name }) => name)}::text[],
        ${categories.map(({ weight }) => weight)}::int[]) as c(id, name, weight)
      on conflict (id) do update set name = excluded.name, weight = excluded.weight
        where k."classId" = excluded."classId"
          and (k.name, k.weight) is distinct from (excluded.name, excluded.weight)`
    await transaction.$executeRaw`
      update "Assignment" s set "categoryId" = k.id, weight = a.weight
      from unnest(${assignments.map(({ assignmentId }) => assignmentId)}::uuid[],
        ${assignments.map(({ categoryId }) => categoryId)}::uuid[],
        ${assignments.map(({ weight }) => weight)}::int[]) as a(id, "categoryId", weight)
      left join "Category" k on k.id = a."categoryId" and k."classId" = ${classId}::uuid
      where s.id = a.id and s."classId" = ${classId}::uuid
        and (s."categoryId", s.weight) is distinct from (k.id, a.weight)`
    return true
  })
}
