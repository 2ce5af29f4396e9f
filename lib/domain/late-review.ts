import {
  type Explanation,
  explain,
  responseTo,
  type ScorableAttempt,
  type Verdict,
} from './attempt'
import { type Correction, corrected } from './correction'
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

/**
 * The late answers of a handed-in attempt in the order of its questions; what it does not ask is left
 * out. Whether a correction holds depends on the answer, so each is marked as accepting it would.
 */
export function lateShown(
  attempt: ScorableAttempt & { corrections: readonly Correction[] },
  late: readonly LateAnswer[],
): LateShown[] {
  return attempt.version.questions.flatMap((question, index) => {
    const answer = late.find(({ questionId }) => questionId === question.id)
    if (!answer) return []
    const others = attempt.responses.filter(({ questionId }) => questionId !== question.id)
    const blank = { version: 0, flagged: false, checkedAt: null, tries: [], certainty: null }
    const before = responseTo(attempt, question.id) ?? blank
    const response = {
      ...before,
      questionId: question.id,
      value: answer.value,
      certainty: answer.certainty ?? before.certainty,
      savedAt: answer.givenAt,
    }
    const saved = explain(attempt, index)
    const accepted = { ...attempt, responses: [...others, response] }
    const changed = explain(corrected(accepted, attempt.corrections), index)
    const { number, prompt } = saved
    return [{ ...answer, number, prompt, saved: shown(saved), late: shown(changed) }]
  })
}
