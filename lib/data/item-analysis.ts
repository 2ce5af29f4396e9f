import type { Role } from '@/lib/domain/class'
import { type Correction, correctionSchema } from '@/lib/domain/correction'
import type { Which } from '@/lib/domain/item-analysis'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { type StoredSummary, unpackSummary } from './rollup-store'

export interface AnalysableQuiz {
  assignmentId: string
  className: string
  /** The viewer's, in the class. */
  role: Role
  title: string
  short: string
  /** Whether something has changed that is not counted yet. */
  isWaiting: boolean
  /** In force, in this class. */
  corrections: Correction[]
}

/**
 * A quiz that is set in a class, for whoever teaches or observes it. Null for everybody else, and
 * where the quiz is not set. One statement.
 */
export async function findAnalysable(
  viewer: Viewer,
  classId: string,
  quizId: string,
): Promise<AnalysableQuiz | null> {
  const [row] = await db().$queryRaw<AnalysableQuiz[]>`
    select s.id as "assignmentId", c.name as "className", m.role, v.title, v.short,
      exists (select from "TallyChange" t where t."assignmentId" = s.id) as "isWaiting",
      coalesce((select json_agg(row_to_json(k)) from "Correction" k
        where k."assignmentId" = s.id and k."undoneAt" is null), '[]') as corrections
    from "Assignment" s join "Class" c on c.id = s."classId"
    join "Membership" m on m."classId" = s."classId" and m."userId" = ${viewer.id}::uuid
      and m.role <> 'student'
    join "Quiz" q on q.id = s."quizId" join "QuizVersion" v on v.id = q."currentId"
    where s."classId" = ${classId}::uuid and s."quizId" = ${quizId}::uuid`
  return row ? { ...row, corrections: correctionSchema.array().parse(row.corrections) } : null
}

/**
 * What is counted of a quiz in a class that the viewer teaches or observes, for one choice of
 * attempts; null for everybody else, and where nothing is counted. One statement, which reads as
 * much for a million responses as for ten.
 */
export async function findSummary(
  viewer: Viewer,
  classId: string,
  quizId: string,
  which: Which,
): Promise<StoredSummary | null> {
  const [row] = await db().$queryRaw<{ summary: Uint8Array }[]>`
    select r.summary
    from "Membership" m join "Rollup" r on r."classId" = m."classId"
    where m."classId" = ${classId}::uuid and m."userId" = ${viewer.id}::uuid
      and m.role <> 'student' and r."quizId" = ${quizId}::uuid and r.which = ${which}`
  return row ? unpackSummary(row.summary) : null
}
