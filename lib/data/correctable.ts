import { correctionSchema } from '@/lib/domain/correction'
import { paperOf } from '@/lib/domain/draw'
import type { CorrectableQuiz, ListedCorrection, QuestionReport } from '@/lib/domain/questions-page'
import type { QuizVersion } from '@/lib/domain/quiz'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { dateOf } from './exceptions'
import { findVersion } from './quizzes'

/** So many reports are shown at the most: those that are not settled first, then the last ones. */
const MOST_REPORTS = 500

interface ReportRow {
  id: string
  questionId: string
  attemptId: string
  learnerId: string
  name: string
  text: string
  at: string
  settledAt: string | null
  versionId: string
  seed: string
  isShuffled: boolean
  asked: number | null
}

interface CorrectionRow {
  by: string | null
  undoneAt: string | null
  undoneBy: string | null
}

const toCorrection = (row: CorrectionRow): ListedCorrection => ({
  ...correctionSchema.parse(row),
  by: row.by,
  undoneAt: dateOf(row.undoneAt),
  undoneBy: row.undoneBy,
})

/** A report with the place of its question on the paper of its attempt. */
function toReport(row: ReportRow, versions: ReadonlyMap<string, QuizVersion>): QuestionReport[] {
  const version = versions.get(row.versionId)
  if (!version) return []
  const { id, questionId, attemptId, learnerId, name, text, at, settledAt } = row
  const paper = paperOf(version, row.seed, row.isShuffled, row.asked).questions
  return [
    {
      id,
      questionId,
      attemptId,
      learner: { id: learnerId, name },
      number: paper.findIndex((question) => question.id === questionId) + 1,
      text,
      at: new Date(at),
      settledAt: dateOf(settledAt),
    },
  ]
}

/**
 * A quiz that is set in a class with all that was put right and reported, keys included, for whoever
 * teaches or observes the class; null for everybody else, and where the quiz is not set. One
 * statement, and one more for each version that is not in memory.
 */
export async function findCorrectable(
  viewer: Viewer,
  classId: string,
  quizId: string,
): Promise<CorrectableQuiz | null> {
  const [row] = await db().$queryRaw<
    (Omit<CorrectableQuiz, 'versions' | 'corrections' | 'reports'> & {
      versionIds: string[]
      corrections: CorrectionRow[]
      reports: ReportRow[]
    })[]
  >`
    select c.name as "className", c."timeZone", c."archivedAt", m.role, v.title, v.short,
      array(select q."currentId" union all
        (select a."versionId" from "Attempt" a where a."assignmentId" = s.id
          and a."versionId" <> q."currentId"
          group by a."versionId" order by max(a."startedAt") desc)) as "versionIds",
      coalesce((select json_agg(to_jsonb(k) || jsonb_build_object('by', u.name, 'undoneBy', w.name)
          order by k.at, k.id)
        from "Correction" k left join "User" u on u.id = k."byId"
        left join "User" w on w.id = k."undoneById" where k."assignmentId" = s.id), '[]') as corrections,
      coalesce((select json_agg(row_to_json(t)) from (
        select r.id, r."questionId", r."attemptId", r.text, r.at, r."settledAt",
          a."learnerId", u.name, a."versionId", a.seed, a."isShuffled",
          a.asked
        from "QuestionReport" r join "Attempt" a on a.id = r."attemptId" and a."assignmentId" = s.id
        join "User" u on u.id = a."learnerId"
        order by r."settledAt" is not null, r.at desc, r.id limit ${MOST_REPORTS}) t), '[]') as reports
    from "Assignment" s join "Class" c on c.id = s."classId"
    join "Membership" m on m."classId" = s."classId" and m."userId" = ${viewer.id}::uuid
      and m.role <> 'student'
    join "Quiz" q on q.id = s."quizId" join "QuizVersion" v on v.id = q."currentId"
    where s."classId" = ${classId}::uuid and s."quizId" = ${quizId}::uuid`
  if (!row) return null
  const { versionIds, corrections, reports, ...quiz } = row
  const versions = new Map<string, QuizVersion>()
  for (const id of versionIds) {
    const version = await findVersion(id)
    if (version) versions.set(id, version)
  }
  return {
    ...quiz,
    versions: [...versions.values()],
    corrections: corrections.map(toCorrection),
    reports: reports.flatMap((report) => toReport(report, versions)),
  }
}
