import { z } from 'zod'
import {
  type Explanation,
  explain,
  explainAll,
  type ScorableAttempt,
  type Score,
  scoreOf,
} from './attempt'
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

/** An attempt with how each of its questions is marked: a correction changes one of them. */
export interface Remarked<Attempt> {
  attempt: Attempt
  scores: ReadonlyMap<string, Explanation>
}

/** The score of an attempt from how its questions are marked. */
export const totalOf = ({ scores }: Pick<Remarked<unknown>, 'scores'>): Score =>
  scoreOf([...scores.values()])

/** The attempt after one more correction; nothing changes where its question was not asked. */
export function afterOne<Attempt extends ScorableAttempt>(
  remarked: Remarked<Attempt>,
  correction: Correction,
): Remarked<Attempt> {
  const { attempt, scores } = remarked
  const { id, questionId, remedy, at, reason, mayLower } = correction
  const index = attempt.version.questions.findIndex((question) => question.id === questionId)
  const asked = attempt.version.questions[index]
  if (!asked) return remarked
  const before = attempt.treated?.get(questionId) ?? untreated(asked)
  const after = remedied(before, correction)
  const scored = new Map(scores)
  if (after) scored.set(questionId, explain(treatedAs(attempt, questionId, after), index))
  const outcomeOf = (): CorrectionOutcome => {
    const score = totalOf({ scores: scored })
    if (score.points === 0) return 'nothing-left'
    const falls = compare(shareOf(score), shareOf(totalOf(remarked))) < 0
    return falls && !mayLower ? 'would-lower' : 'applied'
  }
  const outcome = after ? outcomeOf() : 'does-not-fit'
  const stands = standing[outcome](before, after ?? before)
  const notices = [...before.notices, { id, remedy, at, reason, outcome }]
  return {
    attempt: treatedAs(attempt, questionId, { ...stands, notices }),
    scores: outcome === 'applied' ? scored : scores,
  }
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
export function remark<Attempt extends ScorableAttempt>(
  attempt: Attempt,
  corrections: readonly Correction[],
): Remarked<Attempt> {
  const bare: Attempt = { ...attempt, treated: new Map() }
  const scores = new Map(explainAll(bare).map((each) => [each.id, each]))
  return inOrder(corrections).reduce(afterOne<Attempt>, { attempt: bare, scores })
}

/** The same without its score; where none of its questions was corrected, nothing is marked. */
export function corrected<Attempt extends ScorableAttempt>(
  attempt: Attempt,
  corrections: readonly Correction[],
): Attempt {
  const asked = new Set(attempt.version.questions.map(({ id }) => id))
  return corrections.some(({ questionId }) => asked.has(questionId))
    ? remark(attempt, corrections).attempt
    : { ...attempt, treated: new Map() }
}

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
