import { markedSchema, type OwnReport, type ToldChange } from '@/lib/domain/mark-change'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { dateOf } from './exceptions'

interface Row {
  changes: (Pick<ToldChange, 'id' | 'kind' | 'reason'> & {
    at: string
    before: unknown
    after: unknown
  })[]
  reports: { questionId: string; text: string; at: string; settledAt: string | null }[]
}

/** What came after an attempt was handed in. */
export interface Aftermath {
  /** By what its mark has changed, the last first. */
  changes: ToldChange[]
  /** What its learner has reported; none for anybody else. */
  reports: OwnReport[]
}

const NOTHING: Aftermath = { changes: [], reports: [] }

/**
 * By what the mark of an attempt has changed since it was handed in, for its learner and for whoever
 * teaches or observes the class, and what its learner has reported, for them alone; nothing for
 * everybody else. One statement.
 */
export async function findAftermath(viewer: Viewer, attemptId: string): Promise<Aftermath> {
  const [row] = await db().$queryRaw<Row[]>`
    select coalesce((select json_agg(row_to_json(g) order by g.id desc) from "GradeChange" g
        where g."assignmentId" = a."assignmentId" and g."learnerId" = a."learnerId"
          and g.kind in ('correction', 'correction-undone')
          and g.after->>'attemptId' = a.id::text), '[]') as changes,
      coalesce((select json_agg(row_to_json(r) order by r.id) from "QuestionReport" r
        where r."attemptId" = a.id and a."learnerId" = ${viewer.id}::uuid), '[]') as reports
    from "Attempt" a
    where a.id = ${attemptId}::uuid and (a."learnerId" = ${viewer.id}::uuid or exists (
      select from "Assignment" s join "Membership" m on m."classId" = s."classId"
      where s.id = a."assignmentId" and m."userId" = ${viewer.id}::uuid and m.role <> 'student'))`
  if (!row) return NOTHING
  return {
    changes: row.changes.map(({ id, kind, at, reason, before, after }) => {
      const [was, is] = [markedSchema.parse(before), markedSchema.parse(after)]
      return {
        id,
        kind,
        at: new Date(at),
        reason,
        questionId: is.questionId,
        before: { earned: was.earned, points: was.points },
        after: { earned: is.earned, points: is.points },
      }
    }),
    reports: row.reports.map(({ questionId, text, at, settledAt }) => ({
      questionId,
      text,
      at: new Date(at),
      settledAt: dateOf(settledAt),
    })),
  }
}
