import type { Response, ScorableAttempt } from './attempt'
import { compare, ONE } from './fraction'
import { hintsTo } from './hints'
import { mark, readResponse } from './question/publish'
import type { AuthoredQuestion } from './question/question'
import type { QuizVersion } from './quiz'
import type { ReviewAnswer } from './review-set'
import type { EarnedGrade } from './schedule'
import { countedAnswer, isSameAnswer, type Try } from './tries'

/** What an answer in a review comes to. */
export type ReviewDecision =
  | { state: 'again'; firstTry: unknown; hints: string[] }
  | { state: 'kept'; grade: EarnedGrade; answers: unknown[] }

const isRight = (question: AuthoredQuestion, seed: string, value: unknown) =>
  compare(mark(question, seed, value).share, ONE) === 0

/**
 * Grades an answer in a review: 3 where it is wholly right, 2 at the second try, 1 where it is wrong or
 * given up; partly right is not right. How long it took never counts. A first wrong answer opens a
 * second try, unless the learner gives up or nobody could tell them at once that it was wrong. The same
 * wrong answer again is no second try.
 *
 * @param seed of this turn, under which the answer was given
 * @param firstTry the wrong answer of this turn; null where there was none
 */
export function decideReview(
  question: AuthoredQuestion,
  seed: string,
  firstTry: unknown,
  { value, isFinal }: Pick<ReviewAnswer, 'value' | 'isFinal'>,
): ReviewDecision {
  const answer = readResponse(question.kind, value)
  const before = firstTry === null ? [] : [firstTry]
  if (answer === null) return { state: 'kept', grade: 1, answers: before }
  const answers = isSameAnswer(answer, firstTry) ? before : [...before, answer]
  if (isRight(question, seed, answer))
    return { state: 'kept', grade: before.length === 0 ? 3 : 2, answers }
  if (isFinal || answers.length > 1) return { state: 'kept', grade: 1, answers }
  return { state: 'again', firstTry: answer, hints: hintsTo(question, seed, answer) }
}

/**
 * What an answer in a quiz enters the log with: wholly right 3, at a later try 2, else 1; null where
 * nothing was answered.
 *
 * @param seed the attempt's
 */
export function gradeOfQuiz(
  question: AuthoredQuestion,
  seed: string,
  response: { value: unknown; tries: Try[] },
): EarnedGrade | null {
  const { value, used } = countedAnswer(question, seed, response)
  if (readResponse(question.kind, value) === null) return null
  return isRight(question, seed, value) ? (used > 1 ? 2 : 3) : 1
}

/**
 * A review as an attempt at its one question, so that it is explained as every answer is.
 *
 * @param answers all that were given in this turn, the first one first
 */
export function asAttempt(
  version: QuizVersion,
  question: AuthoredQuestion,
  { id, seed, at, answers }: { id: string; seed: string; at: Date; answers: readonly unknown[] },
): ScorableAttempt {
  const value = answers.at(-1) ?? null
  const response: Response = {
    ...{ questionId: question.id, value, version: 1, flagged: false, savedAt: at, checkedAt: at },
    ...{ tries: answers.map((each) => ({ value: each, at })), certainty: null },
  }
  return {
    ...{ id, mode: 'practice', behaviour: 'interactive', seed, optionsFixed: false },
    ...{ tries: 2, penalty: 0, startedAt: at, deadline: null, submittedAt: at },
    version: { ...version, questions: [question] },
    responses: [response],
  }
}
