import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'

/**
 * Tells the teachers of a class that something is wrong with a question of an attempt that the viewer
 * has handed in there: once for each question of an attempt. False where it is told already, and for
 * everything that is not the viewer's to report.
 */
export async function recordReport(
  viewer: Viewer,
  attemptId: string,
  questionId: string,
  text: string,
  now: Date,
): Promise<boolean> {
  const [row] = await db().$queryRaw<{ id: string }[]>`
    insert into "QuestionReport" (id, "attemptId", "questionId", text, at)
    select ${uuid()}::uuid, a.id, ${questionId}, ${text}, ${now}
    from "Attempt" a join "Assignment" s on s.id = a."assignmentId"
    join "Class" c on c.id = s."classId" and c."archivedAt" is null
    join "Membership" m on m."classId" = s."classId" and m."userId" = a."learnerId"
      and m.role = 'student'
    join "QuizVersion" v on v.id = a."versionId" and ${questionId} = any (v."questionIds")
    where a.id = ${attemptId}::uuid and a."learnerId" = ${viewer.id}::uuid
      and a."submittedAt" is not null
    on conflict do nothing
    returning id`
  return row !== undefined
}

/** Marks a report as settled; false where it is not one to a class that the viewer teaches. */
export async function recordReportSettled(viewer: Viewer, id: string, now: Date): Promise<boolean> {
  const { count } = await db().questionReport.updateMany({
    where: {
      id,
      settledAt: null,
      attempt: {
        assignment: {
          class: {
            archivedAt: null,
            memberships: {
              some: { userId: viewer.id, role: { in: ['teacher', 'coteacher'] } },
            },
          },
        },
      },
    },
    data: { settledAt: now, settledById: viewer.id },
  })
  return count === 1
}

/** A quiz that is set in a class, with how many reports about it are not settled. */
export interface WaitingReports {
  quizId: string
  title: string
  count: number
}

/** The quizzes of a class that the viewer teaches or observes about which reports are not settled. */
export const listWaitingReports = (viewer: Viewer, classId: string): Promise<WaitingReports[]> =>
  db().$queryRaw<WaitingReports[]>`
    select s."quizId", v.title, count(*)::int as count
    from "Assignment" s
    join "Membership" t on t."classId" = s."classId" and t."userId" = ${viewer.id}::uuid
      and t.role <> 'student'
    join "Attempt" a on a."assignmentId" = s.id
    join "QuestionReport" r on r."attemptId" = a.id and r."settledAt" is null
    join "Quiz" q on q.id = s."quizId" join "QuizVersion" v on v.id = q."currentId"
    where s."classId" = ${classId}::uuid
    group by s."quizId", v.title, s."assignedAt" order by s."assignedAt", s."quizId"`
