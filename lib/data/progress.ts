import type { LessonReadAt, OwnAttempt, OwnProgress } from '@/lib/domain/progress'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'

type AttemptRow = Omit<OwnAttempt, 'earned' | 'startedAt' | 'submittedAt'> & {
  startedAt: string
  submittedAt: string | null
  earnedN: number | null
  earnedD: number | null
}

/** The viewer's own last 500 attempts and all lessons that they have read: one statement. */
export async function findProgress(viewer: Viewer): Promise<OwnProgress> {
  const [row] = await db().$queryRaw<
    { attempts: AttemptRow[]; reads: (Omit<LessonReadAt, 'readAt'> & { readAt: string })[] }[]
  >`
    select
      coalesce((select json_agg(row_to_json(t)) from (
        select a.id, q."courseSlug", q.slug, v.title, v."lessonSlug", a."assignmentId", a.mode, a.purpose, a."startedAt", a."submittedAt",
          case when s.known then a."earnedN" end as "earnedN", case when s.known then a."earnedD" end as "earnedD",
          case when s.known then a.points end as points
        from "Attempt" a
        cross join lateral (select not exists (select from "Assignment" s where s.id = a."assignmentId"
          and not coalesce(s.rules->'review'->'afterSubmission', '["score"]') ? 'score') as known) s
        join "Quiz" q on q.id = a."quizId" join "QuizVersion" v on v.id = a."versionId"
        where a."learnerId" = ${viewer.id}::uuid
        order by a."startedAt" desc, a.id desc limit 500) t), '[]') as attempts,
      coalesce((select json_agg(json_build_object('courseSlug', r."courseSlug",
          'lessonSlug', r."lessonSlug", 'readAt', r."readAt"))
        from "LessonRead" r where r."userId" = ${viewer.id}::uuid), '[]') as reads`
  if (!row) return { attempts: [], reads: [] }
  return {
    attempts: row.attempts.map(({ earnedN, earnedD, ...attempt }) => ({
      ...attempt,
      startedAt: new Date(attempt.startedAt),
      submittedAt: attempt.submittedAt === null ? null : new Date(attempt.submittedAt),
      earned: earnedN === null || earnedD === null ? null : { n: earnedN, d: earnedD },
    })),
    reads: row.reads.map((read) => ({ ...read, readAt: new Date(read.readAt) })),
  }
}

/** Notes that the viewer has read a lesson; the first time counts. */
export async function recordLessonRead(
  viewer: Viewer,
  courseSlug: string,
  lessonSlug: string,
): Promise<void> {
  await db().lessonRead.createMany({
    data: { userId: viewer.id, courseSlug, lessonSlug },
    skipDuplicates: true,
  })
}
