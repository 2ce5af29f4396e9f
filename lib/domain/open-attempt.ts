import { type Explanation, explain, responseTo, type ScorableAttempt } from './attempt'
import { type Completeness, completeness } from './question/completeness'
import {
  type PublishedQuestion,
  publish,
  readResponse,
  type StoredResponse,
} from './question/publish'

/** One question of an open attempt as its learner sees it. */
export interface AttemptItem {
  number: number
  question: PublishedQuestion
  value: StoredResponse | null
  version: number
  flagged: boolean
  /** Null until the key is due: in practice when the answer is checked, in a test never here. */
  explanation: Explanation | null
}

export interface NavigatorItem {
  number: number
  id: string
  page: number
  completeness: Completeness
  flagged: boolean
  checked: boolean
}

const perPage = ({ behaviour, version }: ScorableAttempt) =>
  behaviour === 'immediate' ? 1 : version.perPage

/** The page (from 1) on which question `index` (from 0) stands. In practice each has its own. */
export const pageOf = (attempt: ScorableAttempt, index: number): number =>
  Math.floor(index / perPage(attempt)) + 1

/** The page on which to go on: that of the answer saved last, or the first. */
export function resumePage(attempt: ScorableAttempt): number {
  const [last] = [...attempt.responses].sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime())
  const index = attempt.version.questions.findIndex(({ id }) => id === last?.questionId)
  return index < 0 ? 1 : pageOf(attempt, index)
}

/** What the learner may see of question `index` (from 0) while the attempt is open. */
export function itemOf(attempt: ScorableAttempt, index: number): AttemptItem {
  const question = attempt.version.questions[index]
  if (!question) throw new RangeError(`This quiz has no question ${index + 1}`)
  const response = responseTo(attempt, question.id)
  const isDue = attempt.behaviour === 'immediate' && response?.checkedAt != null
  return {
    number: index + 1,
    question: publish(question, attempt.seed),
    value: readResponse(question.kind, response?.value ?? null),
    version: response?.version ?? 0,
    flagged: response?.flagged ?? false,
    explanation: isDue ? explain(attempt, index) : null,
  }
}

/** Every question's state in the open attempt; it reveals nothing about what is right. */
export function navigatorOf(attempt: ScorableAttempt): NavigatorItem[] {
  return attempt.version.questions.map((question, index) => {
    const { number, value, flagged, explanation, question: published } = itemOf(attempt, index)
    return {
      number,
      id: question.id,
      page: pageOf(attempt, index),
      completeness: completeness(published, value),
      flagged,
      checked: explanation !== null,
    }
  })
}

/** The questions of a page (from 1), as their learner sees them. */
export const itemsOn = (attempt: ScorableAttempt, page: number): AttemptItem[] =>
  attempt.version.questions.flatMap((_question, index) =>
    pageOf(attempt, index) === page ? [itemOf(attempt, index)] : [],
  )

/** All questions of an attempt, as their learner sees them. */
export const allItems = (attempt: ScorableAttempt): AttemptItem[] =>
  attempt.version.questions.map((_question, index) => itemOf(attempt, index))
