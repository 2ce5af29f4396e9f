import type { Showable } from './assignment'
import type { Explanation } from './attempt'
import type { ToldChange } from './mark-change'
import type { Part } from './question/kind'
import { withoutKey } from './treatment'

/** A part as far as it is the learner's own: what was given and how it came out. */
const ownPart = ({ ref, label, given, verdict, feedback }: Part, hasFeedback: boolean): Part => ({
  ref,
  label,
  given,
  expected: null,
  verdict,
  feedback: hasFeedback ? feedback : null,
})

/**
 * An explanation as far as its learner may see it now. While right answers are not due, it holds the
 * learner's own answers and how they came out, and nothing from which the key could be read: no
 * expected answer, no option that was missed, no reason of an option not chosen, no passage, and of
 * an order not even its rows, whose sequence is the key.
 */
export function reviewed(explanation: Explanation, shown: ReadonlySet<Showable>): Explanation {
  if (shown.has('rightAnswers'))
    return shown.has('feedback')
      ? explanation
      : {
          ...explanation,
          parts: explanation.parts.map((part) => ({ ...part, feedback: null })),
          others: [],
        }
  const { id, number, title, prompt, points, earned, verdict, rule, basis, corrections } =
    explanation
  const { tries, certainty, certaintyCounts } = explanation
  // Parts that come out otherwise than the mark that was kept would tell what the key is now.
  const isKept = corrections.some(({ outcome }) => outcome === 'would-lower')
  const own = explanation.order.length > 0 || isKept ? [] : explanation.parts
  return {
    id,
    number,
    title,
    prompt,
    points,
    earned,
    verdict,
    tries,
    certainty,
    certaintyCounts,
    rule,
    basis,
    parts: own
      .filter((part) => part.verdict !== 'missed')
      .map((part) => ownPart(part, shown.has('feedback'))),
    others: [],
    order: [],
    explanation: '',
    passages: [],
    facts: [],
    sentences: [],
    corrections: corrections.map(withoutKey),
  }
}

/** Whether questions are shown at all; they are not where not even right and wrong may be seen. */
const showsQuestions = (shown: ReadonlySet<Showable>): boolean =>
  shown.has('correctness') || shown.has('feedback') || shown.has('rightAnswers')

/** All questions of a result as they may be seen; none where not even right and wrong may. */
export const reviewedAll = (
  explanations: readonly Explanation[],
  shown: ReadonlySet<Showable>,
): Explanation[] =>
  showsQuestions(shown) ? explanations.map((explanation) => reviewed(explanation, shown)) : []

/**
 * Changes of a mark as they may be told: none where no score is shown, no question where none is, and
 * no reason that tells a key.
 */
export const reviewedChanges = (
  changes: readonly ToldChange[],
  shown: ReadonlySet<Showable>,
): ToldChange[] =>
  shown.has('score')
    ? changes.map((change) => ({
        ...change,
        questionId: showsQuestions(shown) ? change.questionId : null,
        reason: shown.has('rightAnswers') ? change.reason : null,
      }))
    : []
