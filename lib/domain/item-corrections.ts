import { type Correction, standingOf } from './correction'
import { fraction, multiply, sum } from './fraction'
import type { AnalysedAttempt } from './item-analysis'
import { mark } from './question/publish'
import type { QuizVersion } from './quiz'
import { afterTries, countedAnswer } from './tries'

/**
 * A version as an analysis counts it where questions were put right: with the corrected keys, and how
 * many of its questions were put right.
 */
export function counted(
  version: QuizVersion,
  corrections: readonly Correction[],
): { version: QuizVersion; corrected: number } {
  const keys = corrections.filter(({ remedy }) => remedy === 'rekeyed')
  const touched = touchedBy(corrections)
  const questions = version.questions.map((question) =>
    touched.has(question.id) ? standingOf(question, keys).shown : question,
  )
  const corrected = questions.filter(({ id }) => touched.has(id)).length
  return corrected === 0
    ? { version, corrected }
    : { version: { ...version, questions }, corrected }
}

const touchedBy = (corrections: readonly Correction[]) =>
  new Set(corrections.map(({ questionId }) => questionId))

/**
 * An attempt as an analysis counts it where questions were put right: by the corrected keys, for
 * everybody alike, whoever has kept a mark. A question that does not count any more, or gives everybody
 * full marks, is counted as it was answered: how it worked is what an analysis is asked. What was not
 * put right keeps what it earned when it was handed in. Further tries cost what they cost.
 *
 * @param version as `counted` makes it
 */
export function recounted(
  version: QuizVersion,
  attempt: AnalysedAttempt,
  corrections: readonly Correction[],
): AnalysedAttempt {
  const touched = touchedBy(corrections)
  if (touched.size === 0) return attempt
  const byId = new Map(version.questions.map((question) => [question.id, question]))
  const responses = attempt.responses.map((response) => {
    const question = byId.get(response.questionId)
    if (!question || !response.earned || !touched.has(question.id)) return response
    const given = { value: response.value, tries: response.tries ?? [] }
    const { value, used } = countedAnswer(question, attempt.seed, given)
    const { share: whole } = mark(question, attempt.seed, value)
    const share = afterTries(whole, used, attempt.penalty ?? 0)
    return { ...response, earned: multiply(share, fraction(question.points)) }
  })
  const asked = responses.flatMap(({ questionId, earned }) => {
    const question = byId.get(questionId)
    return question && earned ? [{ earned, points: question.points }] : []
  })
  return {
    ...attempt,
    responses,
    earned: sum(asked.map(({ earned }) => earned)),
    points: asked.reduce((total, { points }) => total + points, 0),
  }
}
