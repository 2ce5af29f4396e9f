import { type Correction, standingOf } from './correction'
import { fraction, multiply, sum } from './fraction'
import type { AnalysedAttempt } from './item-analysis'
import { mark } from './question/publish'
import type { QuizVersion } from './quiz'

/**
 * The attempts at one version as an analysis counts them where questions were put right: by the
 * corrected keys, for everybody alike, whoever has kept a mark. A question that does not count any
 * more, or gives everybody full marks, is counted as it was answered: how it worked is what an analysis
 * is asked. What was not put right keeps what it earned when it was handed in.
 */
export function recounted(
  version: QuizVersion,
  attempts: readonly AnalysedAttempt[],
  corrections: readonly Correction[],
): { version: QuizVersion; attempts: AnalysedAttempt[]; corrected: number } {
  const keys = corrections.filter(({ remedy }) => remedy === 'rekeyed')
  const touched = new Set(corrections.map(({ questionId }) => questionId))
  const questions = version.questions.map((question) =>
    touched.has(question.id) ? standingOf(question, keys).shown : question,
  )
  const corrected = questions.filter(({ id }) => touched.has(id)).length
  if (corrected === 0) return { version, attempts: [...attempts], corrected }
  const byId = new Map(questions.map((question) => [question.id, question]))
  const recount = (attempt: AnalysedAttempt): AnalysedAttempt => {
    const responses = attempt.responses.map((response) => {
      const question = byId.get(response.questionId)
      if (!question || !response.earned || !touched.has(question.id)) return response
      const { share } = mark(question, attempt.seed, response.value)
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
  return { version: { ...version, questions }, attempts: attempts.map(recount), corrected }
}
