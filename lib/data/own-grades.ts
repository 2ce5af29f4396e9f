import { type ExtraTime, rulesSchema } from '@/lib/domain/assignment'
import type { OwnTaken } from '@/lib/domain/own-grades'
import type { Viewer } from '@/lib/domain/viewer'
import type { Weighting } from '@/lib/domain/weighting'
import { db } from './db'
import { dateOf, type ExceptionRow, toException } from './exceptions'
import { type TakenRow, toTaken } from './taken'

export interface FoundGrades {
  extraTime: ExtraTime
  weighting: Weighting
  taken: OwnTaken[]
}

type Row = TakenRow & {
  title: string
  opensAt: string | null
  dueAt: string | null
  closesAt: string | null
  rules: unknown
  categoryId: string | null
  weight: number
  reason: string | null
  overriddenAt: string | null
  seats: { extraTime: ExtraTime; exception: ExceptionRow | null }[]
  underWay: { isEndless: boolean; lastDeadline: string | null }
}

/**
 * What the viewer did in a class that they attend and what it counts, nobody else's; null for every
 * other class. The seats of others are asked for only where a score waits for the last close. One
 * statement.
 */
export async function findOwnGrades(viewer: Viewer, classId: string): Promise<FoundGrades | null> {
  const [row] = await db().$queryRaw<(Weighting & { extraTime: ExtraTime; rows: Row[] })[]>`
    select m."extraTime", c.missing, c."otherWeight",
      coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name, 'weight', k.weight)
          order by k.id)
        from "Category" k where k."classId" = c.id), '[]') as categories,
      coalesce((select json_agg(json_build_object('assignmentId', s.id, 'title', v.title,
          'opensAt', s."opensAt", 'dueAt', s."dueAt", 'closesAt', s."closesAt", 'rules', s.rules,
          'categoryId', s."categoryId", 'weight', s.weight, 'exception', to_json(e),
          'attempts', coalesce((select json_agg(json_build_object('id', a.id,
              'submittedAt', a."submittedAt", 'earnedN', a."earnedN", 'earnedD', a."earnedD",
              'points', a.points))
            from "Attempt" a where a."assignmentId" = s.id and a."learnerId" = m."userId"), '[]'),
          'n', o.n, 'd', o.d, 'reason', o.reason, 'overriddenAt', o.at, 'comment', g.text,
          'seats', coalesce(w.seats, '[]'),
          'underWay', coalesce(w."underWay", '{"isEndless": false, "lastDeadline": null}'))
          order by s."assignedAt", s.id)
        from "Assignment" s
        join "Quiz" q on q.id = s."quizId" join "QuizVersion" v on v.id = q."currentId"
        left join "Exception" e on e."assignmentId" = s.id and e."userId" = m."userId"
        left join "Override" o on o."assignmentId" = s.id and o."learnerId" = m."userId"
        left join "GradeComment" g on g."assignmentId" = s.id and g."learnerId" = m."userId"
        left join lateral (
          select (select json_agg(json_build_object('extraTime', x."extraTime",
                'exception', to_json(y)))
              from "Membership" x
              left join "Exception" y on y."assignmentId" = s.id and y."userId" = x."userId"
              where x."classId" = s."classId" and x.role = 'student'
                and (x."extraTime" <> 'none' or y."userId" is not null)) as seats,
            (select json_build_object('isEndless', coalesce(bool_or(a.deadline is null), false),
                'lastDeadline', max(a.deadline))
              from "Attempt" a where a."assignmentId" = s.id and a."submittedAt" is null) as "underWay"
          where coalesce(s.rules->'review'->'afterSubmission' ? 'score', true)
            is distinct from coalesce(s.rules->'review'->'afterClose' ? 'score', true)
        ) w on true
        where s."classId" = c.id), '[]') as rows
    from "Membership" m join "Class" c on c.id = m."classId"
    where m."classId" = ${classId}::uuid and m."userId" = ${viewer.id}::uuid and m.role = 'student'`
  if (!row) return null
  const { extraTime, rows, ...weighting } = row
  return { extraTime, weighting, taken: rows.map(toOwn) }
}

function toOwn({ reason, overriddenAt, comment, underWay, ...row }: Row): OwnTaken {
  const { assignmentId, attempts, n, d } = row
  const taken = toTaken({ assignmentId, attempts, n, d, exception: row.exception, comment })
  const at = dateOf(overriddenAt)
  return {
    assignmentId,
    title: row.title,
    attempts: taken.attempts,
    exception: taken.exception,
    opensAt: dateOf(row.opensAt),
    dueAt: dateOf(row.dueAt),
    closesAt: dateOf(row.closesAt),
    rules: rulesSchema.parse(row.rules),
    categoryId: row.categoryId,
    weight: row.weight,
    override:
      taken.override && reason !== null && at ? { share: taken.override, reason, at } : null,
    comment,
    seats: row.seats.map((seat) => ({ ...seat, exception: toException(seat.exception) })),
    underWay: { ...underWay, lastDeadline: dateOf(underWay.lastDeadline) },
  }
}
