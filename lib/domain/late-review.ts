import { type Explanation, explain, type ScorableAttempt, type Verdict } from './attempt'
import type { Fraction } from './fraction'
import type { LateAnswer } from './late-answer'
import type { ScoringRule } from './question/kind'

/** One answer in words, and what it earns. */
export interface AnswerShown {
  lines: { label: string | null; given: string }[]
  rule: ScoringRule
  verdict: Verdict
  earned: Fraction
  points: number
}

/** A late answer beside what is saved, for who decides. */
export interface LateShown extends LateAnswer {
  number: number
  prompt: string
  saved: AnswerShown
  late: AnswerShown
}

const shown = ({ parts, rule, verdict, earned, points }: Explanation): AnswerShown => ({
  lines: parts.flatMap(({ label, given }) => (given === null ? [] : [{ label, given }])),
  rule,
  verdict,
  earned,
  points,
})

/** The late answers of a handed-in attempt in the order of its questions; what it does not ask is left out. */
export function lateShown(attempt: ScorableAttempt, late: readonly LateAnswer[]): LateShown[] {
  return attempt.version.questions.flatMap((question, index) => {
    const answer = late.find(({ questionId }) => questionId === question.id)
    if (!answer) return []
    const others = attempt.responses.filter(({ questionId }) => questionId !== question.id)
    const response = {
      questionId: question.id,
      value: answer.value,
      version: 1,
      flagged: false,
      savedAt: answer.givenAt,
      checkedAt: null,
    }
    const saved = explain(attempt, index)
    const changed = explain({ ...attempt, responses: [...others, response] }, index)
    const { number, prompt } = saved
    return [{ ...answer, number, prompt, saved: shown(saved), late: shown(changed) }]
  })
}
