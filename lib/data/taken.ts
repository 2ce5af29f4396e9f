import type { Taken } from '@/lib/domain/gradebook'
import { dateOf, type ExceptionRow, toException } from './exceptions'
import { Prisma } from './generated/client'

/** What one student did for one assignment, as JSON from Postgres brings it. */
export interface TakenRow {
  assignmentId: string
  exception: ExceptionRow | null
  attempts: {
    id: string
    submittedAt: string | null
    earnedN: number | null
    earnedD: number | null
    points: number | null
  }[]
  /** The override's share. */
  n: number | null
  d: number | null
  comment: string | null
}

/**
 * What the user `u` did in the class of the seat `m`, assignment by assignment, as one column; none
 * of what they have not begun and where nothing special holds.
 */
export const TAKEN = Prisma.sql`
  coalesce((select json_agg(json_build_object('assignmentId', s.id, 'exception', to_json(e),
      'attempts', coalesce(a.attempts, '[]'), 'n', o.n, 'd', o.d, 'comment', g.text))
    from "Assignment" s
    left join "Exception" e on e."assignmentId" = s.id and e."userId" = u.id
    left join "Override" o on o."assignmentId" = s.id and o."learnerId" = u.id
    left join "GradeComment" g on g."assignmentId" = s.id and g."learnerId" = u.id
    left join (
      select a."assignmentId", json_agg(json_build_object('id', a.id, 'submittedAt', a."submittedAt",
        'earnedN', a."earnedN", 'earnedD', a."earnedD", 'points', a.points)) as attempts
      from "Attempt" a
      where a."learnerId" = u.id and a."assignmentId" is not null
      group by 1
    ) a on a."assignmentId" = s.id
    where s."classId" = m."classId" and (e."userId" is not null or o."learnerId" is not null
      or g."learnerId" is not null or a.attempts is not null)), '[]') as taken`

export const toTaken = ({ exception, attempts, n, d, comment, ...taken }: TakenRow): Taken => ({
  ...taken,
  hasComment: comment !== null,
  exception: toException(exception),
  override: n === null || d === null ? null : { n, d },
  attempts: attempts.map(({ id, submittedAt, earnedN, earnedD, points }) => ({
    id,
    submittedAt: dateOf(submittedAt),
    earned: earnedN === null || earnedD === null ? null : { n: earnedN, d: earnedD },
    points,
  })),
})
