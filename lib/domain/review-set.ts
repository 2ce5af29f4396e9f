import type { Explanation } from './attempt'
import type { PublishedQuestion, StoredResponse } from './question/publish'
import type { EarnedGrade } from './schedule'
import type { Day } from './study-day'

/** A question that is asked again, as its learner sees it: no key is in it. */
export interface ReviewItem {
  courseSlug: string
  /** The how-manieth time it comes back, from 1. */
  turn: number
  /** The quiz version from which it is asked. */
  versionId: string
  question: PublishedQuestion
  /** Null where no lesson owns it. */
  lesson: { slug: string; title: string } | null
  /** What may be said of a wrong first try, while a second one is open; null before it. */
  hints: string[] | null
}

/** What comes back today. */
export interface ReviewSet {
  day: Day
  timeZone: string
  /** Whether the learner or a device of theirs has said so. */
  isZoneSet: boolean
  /** In the order in which they are asked: lessons mixed, the same on every device. */
  items: ReviewItem[]
  /** How many reviews of today are done. */
  done: number
  /** How many are due and wait for the next days. */
  waiting: number
  /** When the next one comes after today; null where none does. */
  nextOn: Day | null
}

/** An answer to a question of the set, from a form, or from a device on which it has waited. */
export interface ReviewAnswer {
  /** A UUID that the page has made: sent twice, an answer is kept once. */
  id: string
  courseSlug: string
  questionId: string
  versionId: string
  turn: number
  /** Null: the learner does not know. */
  value: StoredResponse | null
  /** No second try: it was given up, or nobody could say at once that it was wrong. */
  isFinal: boolean
  /** How many milliseconds ago it was given. */
  age: number
  /** In which it was given; null: the learner's usual one. */
  timeZone: string | null
}

/** No such card of this learner's, no such question in that version, or no such turn yet. */
export type ReviewRejection = 'unknown'

/** What became of it: kept under its id, or wrong at first with a second try open. */
export type ReviewState = { state: 'kept'; entryId: string } | { state: 'again'; hints: string[] }

/** One answer of the log, with all that explains it. */
export interface ReviewedItem {
  entryId: string
  courseSlug: string
  questionId: string
  question: PublishedQuestion
  explanation: Explanation
  /** All that was answered in this turn, the first one first. */
  answers: unknown[]
  grade: EarnedGrade
  isEasy: boolean
  /** Whether the learner may still say that it was easy. */
  mayBeEasy: boolean
  at: Date
  day: Day
  /** When it comes back, as things stand. */
  dueOn: Day
}

/** One line of what was answered today. */
export interface ReviewedLine {
  entryId: string
  prompt: string
  grade: EarnedGrade
  dueOn: Day
}
