import { mark } from './question/publish'
import type { AuthoredQuestion } from './question/question'
import type { QuizVersion } from './quiz'
import type { Grade, Memory } from './schedule'
import type { Day } from './study-day'

/** A question that has come back to a learner, as a flash card elsewhere: with its answer. */
export interface DeckCard extends Memory {
  courseSlug: string
  questionId: string
  courseTitle: string
  question: string
  /** What is right, a line for each part. */
  answer: string[]
  why: string
  /** Where the answer stands; null where no passage is kept. */
  source: { lesson: string; sentence: string } | null
  reviews: { at: Date; day: Day; grade: Grade }[]
}

/** What is right, in words: of an order the items in it, else each part with its label. */
export function answerInWords(question: AuthoredQuestion): string[] {
  const { parts, order = [] } = mark(question, 'deck', null)
  if (order.length > 0) return order.map((item, place) => `${place + 1}. ${item}`)
  return parts.flatMap(({ label, expected }) =>
    expected === null ? [] : [label ? `${label}: ${expected}` : expected],
  )
}

/** What a card says of its question. */
export const faceOf = (version: QuizVersion, question: AuthoredQuestion) => {
  const [passage] = version.passages[question.id] ?? []
  return {
    courseTitle: version.course.title,
    question: question.prompt,
    answer: answerInWords(question),
    why: question.explanation,
    source: passage ? { lesson: passage.lessonTitle, sentence: passage.sentence } : null,
  }
}
