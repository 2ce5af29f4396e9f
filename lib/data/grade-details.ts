import { rulesSchema } from '@/lib/domain/assignment'
import { type GradeChangeKind, readChangeValue } from '@/lib/domain/grade-change'
import type { GradeDetails } from '@/lib/domain/grade-details'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { dateOf, type ExceptionRow, toException } from './exceptions'
import type { CellPlace } from './seat'
import type { TakenRow } from './taken'

type Row = Omit<
  GradeDetails,
  'rules' | 'exception' | 'attempts' | 'override' | 'comment' | 'history'
> & {
  rules: unknown
  exception: ExceptionRow | null
  attempts: (TakenRow['attempts'][number] & { number: number; startedAt: string })[]
  override: { n: number; d: number; reason: string; at: string; by: string | null } | null
  comment: { text: string; at: string; by: string | null } | null
  history: {
    id: string
    at: string
    by: string | null
    kind: GradeChangeKind
    before: unknown
    after: unknown
    reason: string | null
  }[]
}

/**
 * Everything about one student's grade in a quiz that is set to a class which the viewer teaches or
 * observes; null for everybody else, and where they are no student of it. One statement.
 */
export async function findGradeDetails(
  viewer: Viewer,
  { classId, quizId, studentId }: CellPlace,
): Promise<GradeDetails | null> {
  const [row] = await db().$queryRaw<Row[]>`
    select s.id as "assignmentId", c.name as "className", c."timeZone", c."archivedAt", t.role, v.title,
      v.short, s."opensAt", s."dueAt", s."closesAt", s.rules,
      json_build_object('id', u.id, 'name', u.name, 'username', u.username,
        'extraTime', m."extraTime") as student,
      (select row_to_json(e) from "Exception" e
        where e."assignmentId" = s.id and e."userId" = u.id) as exception,
      coalesce((select json_agg(json_build_object('id', a.id, 'number', a.number,
          'startedAt', a."startedAt", 'submittedAt', a."submittedAt", 'earnedN', a."earnedN",
          'earnedD', a."earnedD", 'points', a.points))
        from "Attempt" a where a."assignmentId" = s.id and a."learnerId" = u.id), '[]') as attempts,
      (select json_build_object('n', o.n, 'd', o.d, 'reason', o.reason, 'at', o.at, 'by', b.name)
        from "Override" o left join "User" b on b.id = o."byId"
        where o."assignmentId" = s.id and o."learnerId" = u.id) as override,
      (select json_build_object('text', g.text, 'at', g.at, 'by', b.name)
        from "GradeComment" g left join "User" b on b.id = g."byId"
        where g."assignmentId" = s.id and g."learnerId" = u.id) as comment,
      coalesce((select json_agg(json_build_object('id', h.id, 'at', h.at, 'by', b.name, 'kind', h.kind,
          'before', h.before, 'after', h.after, 'reason', h.reason) order by h.id desc)
        from (select * from "GradeChange" where "assignmentId" = s.id and "learnerId" = u.id
          order by id desc limit 500) h
        left join "User" b on b.id = h."byId"), '[]') as history
    from "Assignment" s join "Class" c on c.id = s."classId"
    join "Membership" t on t."classId" = c.id and t."userId" = ${viewer.id}::uuid
      and t.role <> 'student'
    join "Membership" m on m."classId" = c.id and m."userId" = ${studentId}::uuid
      and m.role = 'student'
    join "User" u on u.id = m."userId"
    join "Quiz" q on q.id = s."quizId" join "QuizVersion" v on v.id = q."currentId"
    where s."classId" = ${classId}::uuid and s."quizId" = ${quizId}::uuid`
  if (!row) return null
  const { override, comment } = row
  return {
    ...row,
    rules: rulesSchema.parse(row.rules),
    exception: toException(row.exception),
    attempts: row.attempts.map(({ earnedN, earnedD, points, ...attempt }) => ({
      id: attempt.id,
      number: attempt.number,
      startedAt: new Date(attempt.startedAt),
      submittedAt: dateOf(attempt.submittedAt),
      earned: earnedN === null || earnedD === null ? null : { n: earnedN, d: earnedD },
      points,
    })),
    override: override && {
      share: { n: override.n, d: override.d },
      reason: override.reason,
      at: new Date(override.at),
      by: override.by,
    },
    comment: comment && { ...comment, at: new Date(comment.at) },
    history: row.history.map(({ at, before, after, ...change }) => ({
      ...change,
      at: new Date(at),
      before: readChangeValue(before),
      after: readChangeValue(after),
    })),
  }
}
