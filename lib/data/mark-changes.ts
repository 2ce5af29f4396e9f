import { markedSchema, type ToldChange } from '@/lib/domain/mark-change'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'

type Row = Pick<ToldChange, 'id' | 'kind' | 'at' | 'reason'> & { before: unknown; after: unknown }

/**
 * By what the mark of an attempt has changed since it was handed in, the last first: for its learner,
 * and for whoever teaches or observes the class; nothing for everybody else.
 */
export async function listMarkChanges(viewer: Viewer, attemptId: string): Promise<ToldChange[]> {
  const rows = await db().$queryRaw<Row[]>`
    select g.id, g.kind, g.at, g.reason, g.before, g.after
    from "Attempt" a join "GradeChange" g on g."assignmentId" = a."assignmentId"
      and g."learnerId" = a."learnerId" and g.kind in ('correction', 'correction-undone')
      and g.after->>'attemptId' = a.id::text
    where a.id = ${attemptId}::uuid and (a."learnerId" = ${viewer.id}::uuid or exists (
      select from "Assignment" s join "Membership" m on m."classId" = s."classId"
      where s.id = a."assignmentId" and m."userId" = ${viewer.id}::uuid and m.role <> 'student'))
    order by g.id desc`
  return rows.map(({ before, after, ...row }) => {
    const [was, is] = [markedSchema.parse(before), markedSchema.parse(after)]
    return {
      ...row,
      questionId: is.questionId,
      before: { earned: was.earned, points: was.points },
      after: { earned: is.earned, points: is.points },
    }
  })
}
