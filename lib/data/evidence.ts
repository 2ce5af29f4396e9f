import type { Evidence } from '@/lib/domain/evidence'
import { compare, fraction } from '@/lib/domain/fraction'
import type { QuizVersion } from '@/lib/domain/quiz'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { findVersion } from './quizzes'
import { toldBy } from './told'

interface AttemptRow {
  id: string
  versionId: string
  isTest: boolean
  at: string
  answers:
    | {
        questionId: string
        isBlank: boolean
        tries: number
        earnedN: number
        earnedD: number
      }[]
    | null
}
interface ReviewRow {
  id: string
  versionId: string
  questionId: string
  grade: number
  at: string
}

/** The last so many attempts and reviews are looked at. */
const MOST_ATTEMPTS = 500
const MOST_REVIEWS = 5_000

/** Where the answer to a question stands; that it is the lesson of its objective is a rule of content. */
const lessonOf = ({ passages, lesson }: QuizVersion, questionId: string): string =>
  passages[questionId]?.[0]?.lesson ?? lesson?.slug ?? ''

const questionIn = (version: QuizVersion, questionId: string) =>
  version.questions.find(({ id }) => id === questionId)

function sitting({ id, at, isTest, answers }: AttemptRow, version: QuizVersion): Evidence {
  const told = (answers ?? []).flatMap(({ questionId, isBlank, tries, earnedN, earnedD }) => {
    const question = questionIn(version, questionId)
    // Not answered in practice is not wrong: it was broken off.
    if (!question || (isBlank && !isTest)) return []
    const isFull = compare(fraction(earnedN, earnedD), fraction(question.points)) === 0
    return [{ questionId, objective: question.objective, isRight: isFull && tries <= 1 }]
  })
  const lessons = new Set(told.map(({ questionId }) => lessonOf(version, questionId)))
  return { id, at: new Date(at), kind: lessons.size > 1 ? 'mixed' : 'exercise', answers: told }
}

/**
 * What is known of the viewer's command of a course: their attempts that were handed in, and their
 * reviews. An attempt of a class counts once its rules show how it came out: a level must not tell what
 * a teacher holds back. One statement.
 */
export async function findEvidence(
  viewer: Viewer,
  courseSlug: string,
  now: Date,
): Promise<Evidence[]> {
  const [row] = await db().$queryRaw<{ attempts: AttemptRow[]; reviews: ReviewRow[] }[]>`
    select coalesce((select json_agg(row_to_json(t)) from (
        select a.id, a."versionId", a.mode = 'test' as "isTest", a."submittedAt" as at,
          (select json_agg(json_build_object('questionId', r."questionId", 'isBlank', r.value is null,
            'tries', jsonb_array_length(r.tries), 'earnedN', r."earnedN", 'earnedD', r."earnedD"))
            from "Response" r where r."attemptId" = a.id and r."earnedN" is not null) as answers
        from "Attempt" a join "Quiz" q on q.id = a."quizId"
        left join "Assignment" s on s.id = a."assignmentId"
        where a."learnerId" = ${viewer.id}::uuid and q."courseSlug" = ${courseSlug}
          and a."submittedAt" is not null
          and ${toldBy(now)}
        order by a."startedAt" desc, a.id desc limit ${MOST_ATTEMPTS}) t), '[]') as attempts,
      coalesce((select json_agg(row_to_json(t)) from (
        select id, "versionId", "questionId", grade, at from "ReviewEntry"
        where "learnerId" = ${viewer.id}::uuid and "courseSlug" = ${courseSlug} and source = 'review'
        order by at desc, id desc limit ${MOST_REVIEWS}) t), '[]') as reviews`
  const evidence: Evidence[] = []
  for (const attempt of row?.attempts ?? []) {
    const version = await findVersion(attempt.versionId)
    if (version && attempt.answers) evidence.push(sitting(attempt, version))
  }
  for (const { id, versionId, questionId, grade, at } of row?.reviews ?? []) {
    const version = await findVersion(versionId)
    const question = version && questionIn(version, questionId)
    if (!question) continue
    const { objective } = question
    const answers = [{ questionId, objective, isRight: grade === 3 }]
    evidence.push({ id, at: new Date(at), kind: 'review', answers })
  }
  return evidence
}
