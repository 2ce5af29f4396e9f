import { v7 as uuid } from 'uuid'
import { db } from '@/lib/data/db'
import { findReviewSet } from '@/lib/data/review-sets'
import { recordReview } from '@/lib/data/reviews'
import type { ReviewAnswer, ReviewItem } from '@/lib/domain/review-set'
import { type EarnedGrade, gradeWith, type Memory, remember } from '@/lib/domain/schedule'
import { fromDate } from '@/lib/domain/study-day'
import type { Viewer } from '@/lib/domain/viewer'
import { begin, handIn, type PublishedQuiz, answer as save } from './attempts'

export const DAY = 24 * 60 * 60_000
/** The instant so many days after another. */
export const daysAfter = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY)

/** A practice of statements that is handed in, of which the first `right` are answered rightly. */
export async function practised(
  viewer: Viewer,
  quiz: PublishedQuiz,
  count: number,
  right: number,
  now: Date,
): Promise<string> {
  const id = await begin(viewer, quiz, { mode: 'test', now })
  const answers = Array.from({ length: count }, (_, place) => [
    `q${place + 1}`,
    place < right ? 'true' : 'false',
  ])
  await save(viewer, id, Object.fromEntries(answers), now)
  await handIn(viewer, id, now)
  return id
}

/** An answer to an item of the set as a page sends it. */
export const answerTo = (
  { courseSlug, turn, versionId, question }: ReviewItem,
  value: ReviewAnswer['value'],
  more: Partial<ReviewAnswer> = {},
): ReviewAnswer => ({
  ...{ id: uuid(), courseSlug, turn, versionId, questionId: question.id, value },
  ...{ isFinal: true, age: 0, timeZone: null, ...more },
})

/** Answers everything that comes back now, rightly where `isRight` says so; how many it was. */
export async function reviewAll(
  viewer: Viewer,
  now: Date,
  isRight: (questionId: string) => boolean = () => true,
): Promise<number> {
  const { items } = await findReviewSet(viewer, now)
  for (const item of items)
    await recordReview(viewer, answerTo(item, String(isRight(item.question.id))), now)
  return items.length
}

/** The cards of a learner as they are stored, and as their log alone makes them; both by question. */
export async function cardsOf({ id: learnerId }: Viewer) {
  const rows = await db().reviewCard.findMany({ where: { learnerId } })
  const stored = new Map<string, Memory>()
  const folded = new Map<string, Memory | null>()
  for (const { questionId, dueOn, lastOn, stability, difficulty, reps, lapses } of rows) {
    stored.set(questionId, {
      ...{ dueOn: fromDate(dueOn), lastOn: fromDate(lastOn) },
      ...{ stability, difficulty, reps, lapses },
    })
    const log = await db().reviewEntry.findMany({ where: { learnerId, questionId } })
    const entries = log.map(({ id, at, day, grade, isEasy }) => ({
      ...{ id, at, day: fromDate(day), grade: gradeWith(grade as EarnedGrade, isEasy) },
    }))
    folded.set(questionId, remember(entries))
  }
  return { stored, folded }
}
