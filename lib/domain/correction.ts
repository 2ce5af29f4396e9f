import { z } from 'zod'
import { explainAll, type ScorableAttempt, type Score, scoreOf } from './attempt'
import { compare, type Fraction, fraction, multiply, ZERO } from './fraction'
import { correctQuestion } from './question/correct'
import type { CorrectionTexts } from './question/kind'
import type { AuthoredQuestion } from './question/question'
import { type CorrectionOutcome, REMEDIES, type Remedy, type Treated, untreated } from './treatment'

const changeSchema = z.record(z.string(), z.array(z.string())).nullable()

/** What a teacher has decided about one question of a quiz that is set to a class. */
export interface CorrectionDraft {
  questionId: string
  remedy: Remedy
  /** Of a key that was put right: what its form says, for `correctQuestion`; else null. */
  change: CorrectionTexts | null
  reason: string
  /** Whether marks may fall by it. */
  mayLower: boolean
}

/** A correction in force. They are an ordered list over versions that never change. */
export interface Correction extends CorrectionDraft {
  id: string
  at: Date
}

/** A correction as it is kept. */
export const correctionSchema: z.ZodType<Correction> = z.object({
  id: z.string(),
  questionId: z.string(),
  remedy: z.enum(REMEDIES),
  change: changeSchema,
  reason: z.string(),
  mayLower: z.boolean(),
  at: z.coerce.date(),
})

/** What a score comes to of its points, 0 to 1; nothing where there are none. */
export const shareOf = ({ earned, points }: Score): Fraction =>
  points === 0 ? ZERO : multiply(earned, fraction(1, points))

/** The question as it would stand after this correction; null where it does not fit. */
function remedied(before: Treated, { remedy, change }: CorrectionDraft): Treated | null {
  if (remedy !== 'rekeyed') return { ...before, counts: remedy }
  const corrected = correctQuestion(before.shown, change ?? {})
  if (!corrected.ok) return null
  const { value } = corrected
  return { ...before, marked: value, shown: value, counts: 'as-answered' }
}

const treatedAs = <Attempt extends ScorableAttempt>(
  attempt: Attempt,
  id: string,
  treated: Treated,
): Attempt => ({ ...attempt, treated: new Map(attempt.treated).set(id, treated) })

/** What stands after a correction: all of it, its key alone where the mark is kept, or nothing of it. */
const standing: Record<CorrectionOutcome, (before: Treated, after: Treated) => Treated> = {
  applied: (_before, after) => after,
  'would-lower': (before, { shown }) => ({ ...before, shown }),
  'nothing-left': (before) => before,
  'does-not-fit': (before) => before,
}

function applyOne<Attempt extends ScorableAttempt>(
  attempt: Attempt,
  correction: Correction,
): Attempt {
  const { id, questionId, remedy, at, reason, mayLower } = correction
  const asked = attempt.version.questions.find((question) => question.id === questionId)
  if (!asked) return attempt
  const before = attempt.treated?.get(questionId) ?? untreated(asked)
  const after = remedied(before, correction)
  const outcomeOf = (treated: Treated): CorrectionOutcome => {
    const score = scoreOf(explainAll(treatedAs(attempt, questionId, treated)))
    if (score.points === 0) return 'nothing-left'
    const falls = compare(shareOf(score), shareOf(scoreOf(explainAll(attempt)))) < 0
    return falls && !mayLower ? 'would-lower' : 'applied'
  }
  const outcome = after ? outcomeOf(after) : 'does-not-fit'
  const stands = standing[outcome](before, after ?? before)
  const notices = [...before.notices, { id, remedy, at, reason, outcome }]
  return treatedAs(attempt, questionId, { ...stands, notices })
}

const inOrder = (corrections: readonly Correction[]) =>
  [...corrections].sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))

/**
 * The attempt as these corrections, in their order, leave it: its questions treated, its paper and
 * its answers as they are. One that may not lower marks holds in this attempt only where its share of
 * the points does not fall, compared exactly. One that would leave nothing to be marked never holds.
 * Always from the beginning, whatever the attempt was treated with before: so the answers and the
 * list of corrections are all that a mark depends on, and without one of them it is as if that had
 * never been.
 */
export const corrected = <Attempt extends ScorableAttempt>(
  attempt: Attempt,
  corrections: readonly Correction[],
): Attempt => inOrder(corrections).reduce(applyOne<Attempt>, { ...attempt, treated: new Map() })

/** A question as corrections leave it for whoever loses nothing by them: what its form begins with. */
export const standingOf = (
  question: AuthoredQuestion,
  corrections: readonly Correction[],
): Treated =>
  inOrder(corrections)
    .filter(({ questionId }) => questionId === question.id)
    .reduce((before, each) => remedied(before, each) ?? before, untreated(question))

/** What became of a correction in an attempt; null where the question was not asked. */
export const outcomeIn = (
  { treated }: ScorableAttempt,
  { id, questionId }: Pick<Correction, 'id' | 'questionId'>,
): CorrectionOutcome | null =>
  treated?.get(questionId)?.notices.find((notice) => notice.id === id)?.outcome ?? null
