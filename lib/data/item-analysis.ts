import type { Role } from '@/lib/domain/class'
import { type Correction, correctionSchema } from '@/lib/domain/correction'
import type { AnalysedAttempt } from '@/lib/domain/item-analysis'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'

/** So many attempts are read at the most: those that were handed in last. */
export const MOST_ATTEMPTS = 5_000

export interface AnalysableQuiz {
  className: string
  /** The viewer's, in the class. */
  role: Role
  title: string
  short: string
  /** Of students, handed in; `attempts` are all of them or the last `MOST_ATTEMPTS`. */
  handedIn: number
  attempts: AnalysedAttempt[]
  /** In force, in this class. */
  corrections: Correction[]
}

type AttemptRow = {
  id: string
  learnerId: string
  name: string
  versionId: string
  seed: string
  startedAt: string
  submittedAt: string
  earnedN: number
  earnedD: number
  points: number
  responses: [questionId: string, value: unknown, earnedN: number | null, earnedD: number | null][]
}

/**
 * What students have handed in of a quiz that is set in a class, for whoever teaches or observes it;
 * attempts of its staff are left out. Null for everybody else, and where the quiz is not set. One
 * statement.
 */
export async function findAnalysable(
  viewer: Viewer,
  classId: string,
  quizId: string,
): Promise<AnalysableQuiz | null> {
  const [row] = await db().$queryRaw<
    (Omit<AnalysableQuiz, 'attempts' | 'corrections'> & {
      attempts: AttemptRow[]
      corrections: unknown[]
    })[]
  >`
    with found as (
      select s.id, s."classId", c.name as "className", m.role, v.title, v.short
      from "Assignment" s join "Class" c on c.id = s."classId"
      join "Membership" m on m."classId" = s."classId" and m."userId" = ${viewer.id}::uuid
        and m.role <> 'student'
      join "Quiz" q on q.id = s."quizId" join "QuizVersion" v on v.id = q."currentId"
      where s."classId" = ${classId}::uuid and s."quizId" = ${quizId}::uuid
    ), handed as (
      select a.id, l."userId" as "learnerId", a."versionId", a.seed, a."startedAt", a."submittedAt",
        a."earnedN", a."earnedD", a.points
      from found f join "Attempt" a on a."assignmentId" = f.id and a."submittedAt" is not null
      join "Membership" l on l."classId" = f."classId" and l."userId" = a."learnerId"
        and l.role = 'student'
    )
    select f."className", f.role, f.title, f.short, (select count(*)::int from handed) as "handedIn",
      coalesce((select json_agg(row_to_json(t)) from (
        select h.*, u.name, coalesce((
          select json_agg(json_build_array(r."questionId", r.value, r."earnedN", r."earnedD"))
          from "Response" r where r."attemptId" = h.id), '[]') as responses
        from (select * from handed order by "submittedAt" desc, id desc limit ${MOST_ATTEMPTS}) h
        join "User" u on u.id = h."learnerId") t), '[]') as attempts,
      coalesce((select json_agg(row_to_json(k)) from "Correction" k
        where k."assignmentId" = f.id and k."undoneAt" is null), '[]') as corrections
    from found f`
  if (!row) return null
  return {
    ...row,
    corrections: correctionSchema.array().parse(row.corrections),
    attempts: row.attempts.map(({ learnerId, name, earnedN, earnedD, responses, ...attempt }) => ({
      ...attempt,
      learner: { id: learnerId, name },
      startedAt: new Date(attempt.startedAt),
      submittedAt: new Date(attempt.submittedAt),
      earned: { n: earnedN, d: earnedD },
      responses: responses.map(([questionId, value, n, d]) => ({
        questionId,
        value,
        earned: n === null || d === null ? null : { n, d },
      })),
    })),
  }
}
