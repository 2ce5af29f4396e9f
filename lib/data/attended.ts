import type { AttendedClass, OwnAssignment } from '@/lib/domain/class'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'

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
