import type { PublishedQuestion, StoredResponse } from './question/publish'
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

export type ReviewRejection =
  /** No such card of this learner's, or no such turn yet. */
  | 'unknown'
  /** The question is another one now; nothing was counted. */
  | 'changed'

/** What became of it: kept under its id, or wrong at first with a second try open. */
export type ReviewState = { state: 'kept'; entryId: string } | { state: 'again'; hints: string[] }
