import type { Certainty } from '@/lib/domain/certainty'
import { compare, fraction } from '@/lib/domain/fraction'
import type { EarnedGrade } from '@/lib/domain/schedule'
import { type Day, fromDate } from '@/lib/domain/study-day'
import type { OwnCard, OwnEntry } from '@/lib/domain/study-history'
import { type StudySettings, USUAL_SETTINGS } from '@/lib/domain/study-settings'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { findVersion } from './quizzes'
import { toldBy } from './told'

/** What a learner has done, as the page of their progress draws it. */
export interface StudyHistory {
  settings: StudySettings
  cards: OwnCard[]
  /** The days on which something was reviewed, of the last twelve months, the first one first. */
  reviewed: Day[]
  /** How many cards were reviewed on each of these days. */
  reviewedOn: Map<Day, number>
  /** How sure the viewer was of answers that are marked, and whether they were right. */
  sure: { certainty: Certainty; isRight: boolean }[]
}

interface Row {
  settings: StudySettings | null
  cards: (Omit<OwnCard, 'prompt' | 'lesson'> & { versionId: string })[]
  days: { day: Day; count: number }[]
  sure: {
    versionId: string
    questionId: string
    certainty: Certainty
    earnedN: number
    earnedD: number
  }[]
}

const MOST = 2_000

/** What the viewer's progress is drawn from, beside attempts and lessons read: one statement. */
export async function findStudyHistory(viewer: Viewer, now: Date): Promise<StudyHistory> {
  const since = new Date(now.getTime() - 366 * 24 * 60 * 60_000)
  const [row] = await db().$queryRaw<Row[]>`
    select (select json_build_object('timeZone', s."timeZone", 'dailyCap', s."dailyCap",
        'weeklyGoal', s."weeklyGoal", 'asksCertainty', s."asksCertainty")
        from "StudySettings" s where s."userId" = ${viewer.id}::uuid) as settings,
      coalesce((select json_agg(row_to_json(t)) from (
        select c."courseSlug", c."questionId", c."dueOn", c."lastOn", c.stability, c.reps,
          v.id as "versionId"
        from "ReviewCard" c cross join lateral (
          select v.id from "Quiz" q join "QuizVersion" v on v.id = q."currentId"
          where q."courseSlug" = c."courseSlug" and c."questionId" = any (v."questionIds")
          order by v."lessonPlace" nulls last, q.slug limit 1) v
        where c."learnerId" = ${viewer.id}::uuid
        order by c."dueOn", c."courseSlug", c."questionId" limit ${MOST}) t), '[]') as cards,
      coalesce((select json_agg(row_to_json(t)) from (
        select e.day, count(distinct (e."courseSlug", e."questionId"))::int as count
        from "ReviewEntry" e
        where e."learnerId" = ${viewer.id}::uuid and e.source = 'review' and e.at > ${since}
        group by e.day order by e.day) t), '[]') as days,
      coalesce((select json_agg(row_to_json(t)) from (
        select a."versionId", r."questionId", r.certainty, r."earnedN", r."earnedD"
        from "Attempt" a join "Response" r on r."attemptId" = a.id
        left join "Assignment" s on s.id = a."assignmentId"
        where a."learnerId" = ${viewer.id}::uuid and a."submittedAt" is not null
          and r.certainty is not null and r.value is not null and r."earnedN" is not null
          and ${toldBy(now)}
        order by a."startedAt" desc limit ${MOST}) t), '[]') as sure`
  if (!row) throw new Error('A statement without a condition gives one row')
  const cards: OwnCard[] = []
  for (const { versionId, ...card } of row.cards) {
    const version = await findVersion(versionId)
    const question = version?.questions.find(({ id }) => id === card.questionId)
    if (question)
      cards.push({ ...card, prompt: question.prompt, lesson: version?.lesson?.title ?? null })
  }
  const sure: StudyHistory['sure'] = []
  for (const { versionId, questionId, certainty, earnedN, earnedD } of row.sure) {
    const version = await findVersion(versionId)
    const question = version?.questions.find(({ id }) => id === questionId)
    if (!question) continue
    const isRight = compare(fraction(earnedN, earnedD), fraction(question.points)) === 0
    sure.push({ certainty, isRight })
  }
  return {
    ...{ settings: row.settings ?? USUAL_SETTINGS, cards, sure },
    reviewed: row.days.map(({ day }) => day),
    reviewedOn: new Map(row.days.map(({ day, count }) => [day, count])),
  }
}

/** The whole log of one question of the viewer's own with its prompt; null where there is none. */
export async function findCardLog(
  viewer: Viewer,
  courseSlug: string,
  questionId: string,
): Promise<{ prompt: string; lesson: string | null; entries: OwnEntry[] } | null> {
  const rows = await db().reviewEntry.findMany({
    where: { learnerId: viewer.id, courseSlug, questionId },
    select: {
      ...{ id: true, at: true, day: true, source: true, grade: true, isEasy: true },
      versionId: true,
    },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const version = rows[0] && (await findVersion(rows[0].versionId))
  const question = version?.questions.find(({ id }) => id === questionId)
  if (!version || !question) return null
  return {
    prompt: question.prompt,
    lesson: version.lesson?.title ?? null,
    entries: rows.map(({ versionId: _, day, grade, ...entry }) => ({
      ...entry,
      day: fromDate(day),
      grade: grade as EarnedGrade,
    })),
  }
}
