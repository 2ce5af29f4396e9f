import type { Memory, Reviewed } from '@/lib/domain/schedule'
import { toDate } from '@/lib/domain/study-day'
import type { DemoAttempt } from './demo'
import type { Transaction } from './transaction'

/** One answer in the log of a demo learner. */
export interface DemoEntry extends Omit<Reviewed, 'grade'> {
  courseSlug: string
  questionId: string
  versionId: string
  source: 'quiz' | 'review'
  attemptId: string | null
  turn: number | null
  answers: unknown[]
  grade: 1 | 2 | 3
}

export interface DemoCard extends Memory {
  courseSlug: string
  questionId: string
  seed: string
  turn: number
}

/** Somebody who learns alone, with all that they have done; made in `prisma/demo`. */
export interface DemoLearner {
  id: string
  name: string
  username: string
  timeZone: string
  weeklyGoal: number
  createdAt: Date
  attempts: DemoAttempt[]
  reads: { courseSlug: string; lessonSlug: string; readAt: Date }[]
  places: { courseSlug: string; lessonSlug: string; anchor: string; at: Date }[]
  entries: DemoEntry[]
  cards: DemoCard[]
}

/** Writes the account of a demo learner, what they have read and set. */
export async function recordLearner(
  transaction: Transaction,
  { id: userId, name, username, timeZone, weeklyGoal, createdAt, reads, places }: DemoLearner,
  passwordHash: string,
): Promise<void> {
  await transaction.user.create({ data: { id: userId, name, username, passwordHash, createdAt } })
  await transaction.studySettings.create({ data: { userId, timeZone, weeklyGoal } })
  await transaction.lessonRead.createMany({ data: reads.map((read) => ({ ...read, userId })) })
  await transaction.lessonPlace.createMany({ data: places.map((place) => ({ ...place, userId })) })
}

/** Writes what comes back to a demo learner, and the log from which it follows. */
export async function recordMemory(
  transaction: Transaction,
  { id: learnerId, timeZone, entries, cards }: DemoLearner,
): Promise<void> {
  await transaction.reviewEntry.createMany({
    data: entries.map(({ day, answers, ...entry }) => ({
      ...entry,
      learnerId,
      timeZone,
      answers: JSON.parse(JSON.stringify(answers)),
      receivedAt: entry.at,
      day: toDate(day),
    })),
  })
  await transaction.reviewCard.createMany({
    data: cards.map(({ dueOn, lastOn, ...card }) => ({
      ...card,
      learnerId,
      dueOn: toDate(dueOn),
      lastOn: toDate(lastOn),
    })),
  })
}
