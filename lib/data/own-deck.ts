import { type DeckCard, faceOf } from '@/lib/domain/deck'
import { type EarnedGrade, gradeWith, inTurn } from '@/lib/domain/schedule'
import { fromDate } from '@/lib/domain/study-day'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { findVersion } from './quizzes'

/**
 * The questions that come back to the viewer, with their answers: all of them were answered by the
 * viewer, and explained. Of the version by which each was answered last.
 */
export async function listDeck({ id: learnerId }: Viewer): Promise<DeckCard[]> {
  const cards = await db().reviewCard.findMany({
    where: { learnerId },
    orderBy: [{ courseSlug: 'asc' }, { questionId: 'asc' }],
  })
  const entries = await db().reviewEntry.findMany({ where: { learnerId } })
  const logs = new Map<string, typeof entries>()
  for (const entry of entries) {
    const key = `${entry.courseSlug}/${entry.questionId}`
    logs.set(key, [...(logs.get(key) ?? []), entry])
  }
  const deck: DeckCard[] = []
  for (const { courseSlug, questionId, dueOn, lastOn, ...card } of cards) {
    const log = inTurn(logs.get(`${courseSlug}/${questionId}`) ?? [])
    const last = log.at(-1)
    const version = last && (await findVersion(last.versionId))
    const question = version?.questions.find(({ id }) => id === questionId)
    if (!version || !question) continue
    const { stability, difficulty, reps, lapses } = card
    deck.push({
      ...{ courseSlug, questionId, stability, difficulty, reps, lapses },
      ...{ dueOn: fromDate(dueOn), lastOn: fromDate(lastOn), ...faceOf(version, question) },
      reviews: log.map(({ at, day, grade, isEasy }) => ({
        ...{ at, day: fromDate(day), grade: gradeWith(grade as EarnedGrade, isEasy) },
      })),
    })
  }
  return deck
}
