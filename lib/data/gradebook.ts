import type { AttendedClass, GradebookRow, OwnAssignment } from '@/lib/domain/class'
import type { Taken } from '@/lib/domain/gradebook'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { type ExceptionRow, toException } from './exceptions'

type TakenRow = Omit<Taken, 'attempts' | 'exception'> & {
  exception: ExceptionRow | null
  attempts: {
    id: string
    submittedAt: string | null
    earnedN: number | null
    earnedD: number | null
    points: number | null
  }[]
}

export interface GradebookPage {
  rows: GradebookRow[]
  /** Where the next page begins; null on the last one. */
  next: { name: string; id: string } | null
}

const PAGE = 50

/**
 * Students by name with what they did for each assignment and what holds for them alone, 50 a page,
 * of a class that the viewer teaches or observes; of nobody else's. One statement, keyset paging.
 */
export async function listGradebook(
  viewer: Viewer,
  classId: string,
  after: { name: string; id: string } | null,
): Promise<GradebookPage> {
  const rows = await db().$queryRaw<(Omit<GradebookRow, 'taken'> & { taken: TakenRow[] })[]>`
    select u.id as "studentId", u.name, u.username, m."extraTime", coalesce(t.taken, '[]') as taken
    from "Membership" m join "User" u on u.id = m."userId"
    cross join lateral (
      select json_agg(json_build_object('assignmentId', s.id, 'exception', to_json(e),
        'attempts', coalesce(a.attempts, '[]'))) as taken
      from "Assignment" s
      left join "Exception" e on e."assignmentId" = s.id and e."userId" = u.id
      left join lateral (
        select json_agg(json_build_object('id', a.id, 'submittedAt', a."submittedAt",
          'earnedN', a."earnedN", 'earnedD', a."earnedD", 'points', a.points)) as attempts
        from "Attempt" a where a."assignmentId" = s.id and a."learnerId" = u.id
      ) a on true
      where s."classId" = m."classId" and (e."userId" is not null or a.attempts is not null)
    ) t
    where m."classId" = ${classId}::uuid and m.role = 'student'
      and exists (select from "Membership" t where t."classId" = m."classId"
        and t."userId" = ${viewer.id}::uuid and t.role <> 'student')
      and (${after?.id ?? null}::uuid is null
        or (u.name, u.id) > (${after?.name ?? ''}, ${after?.id ?? null}::uuid))
    order by u.name, u.id
    limit ${PAGE + 1}`
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  return {
    rows: page.map((row) => ({ ...row, taken: row.taken.map(toTaken) })),
    next: rows.length > PAGE && last ? { name: last.name, id: last.studentId } : null,
  }
}

const toTaken = ({ exception, attempts, ...taken }: TakenRow): Taken => ({
  ...taken,
  exception: toException(exception),
  attempts: attempts.map(({ id, submittedAt, earnedN, earnedD, points }) => ({
    id,
    submittedAt: submittedAt === null ? null : new Date(submittedAt),
    earned: earnedN === null || earnedD === null ? null : { n: earnedN, d: earnedD },
    points,
  })),
})

type OwnRow = Omit<OwnAssignment, 'assignedAt' | 'best'> & {
  assignedAt: string
  best: { attemptId: string; earnedN: number; earnedD: number; points: number } | null
}

/** A class that the viewer attends, with their own attempts and nobody else's. Null for every other. */
export async function findAttendedClass(viewer: Viewer, id: string): Promise<AttendedClass | null> {
  const [row] = await db().$queryRaw<
    (Omit<AttendedClass, 'assignments'> & { assignments: OwnRow[] })[]
  >`
    select c.id, c.name, c."timeZone",
      array(select u.name from "Membership" t join "User" u on u.id = t."userId"
        where t."classId" = c.id and t.role = 'teacher' order by u.name) as teachers,
      coalesce((select json_agg(json_build_object('assignmentId', s.id, 'courseSlug', q."courseSlug",
          'slug', q.slug, 'title', v.title, 'short', v.short,
          'assignedAt', s."assignedAt",
          'openAttemptId', (select a.id from "Attempt" a where a."assignmentId" = s.id
            and a."learnerId" = m."userId" and a."submittedAt" is null),
          'handedIn', (select count(*) from "Attempt" a where a."assignmentId" = s.id
            and a."learnerId" = m."userId" and a."submittedAt" is not null),
          'best', (select json_build_object('attemptId', a.id, 'earnedN', a."earnedN",
              'earnedD', a."earnedD", 'points', a.points) from "Attempt" a
            where a."assignmentId" = s.id and a."learnerId" = m."userId" and a."submittedAt" is not null
              and coalesce(s.rules->'review'->'afterSubmission', '["score"]') ? 'score'
            order by a."earnedN"::numeric / a."earnedD" / a.points desc, a."submittedAt", a.id limit 1)
        ) order by s."assignedAt", s.id)
        from "Assignment" s join "Quiz" q on q.id = s."quizId" join "QuizVersion" v on v.id = q."currentId"
        where s."classId" = c.id), '[]') as assignments
    from "Class" c join "Membership" m on m."classId" = c.id
    where c.id = ${id}::uuid and m."userId" = ${viewer.id}::uuid and m.role = 'student'`
  if (!row) return null
  return {
    ...row,
    assignments: row.assignments.map(({ best, assignedAt, ...assignment }) => ({
      ...assignment,
      assignedAt: new Date(assignedAt),
      best: best && {
        attemptId: best.attemptId,
        earned: { n: best.earnedN, d: best.earnedD },
        points: best.points,
      },
    })),
  }
}
