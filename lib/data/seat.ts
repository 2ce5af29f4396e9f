import type { Viewer } from '@/lib/domain/viewer'
import type { Transaction } from './transaction'

/** One student's cell: what is set in which class, and whose it is. */
export interface CellPlace {
  classId: string
  quizId: string
  studentId: string
}

/**
 * Holds a student's seat in a class that the viewer teaches until the transaction ends, so that
 * changes of one seat come one after the other; the assignment's id. Null where the class is not
 * theirs or is over, the quiz not set, or they are no student of it.
 */
export async function holdSeat(
  transaction: Transaction,
  viewer: Pick<Viewer, 'id'>,
  { classId, quizId, studentId }: CellPlace,
): Promise<string | null> {
  const [row] = await transaction.$queryRaw<{ id: string }[]>`
    select s.id from "Membership" m
    join "Assignment" s on s."classId" = m."classId" and s."quizId" = ${quizId}::uuid
    join "Membership" t on t."classId" = m."classId" and t."userId" = ${viewer.id}::uuid
      and t.role in ('teacher', 'coteacher')
    join "Class" c on c.id = m."classId" and c."archivedAt" is null
    where m."classId" = ${classId}::uuid and m."userId" = ${studentId}::uuid and m.role = 'student'
    for no key update of m`
  return row?.id ?? null
}
