import { type Fraction, ONE, ZERO } from './fraction'
import type { AuthoredQuestion } from './question/question'

/** What a teacher can do about a question that is wrong or can be read in two ways. */
export const REMEDIES = ['rekeyed', 'voided', 'full-marks'] as const
export type Remedy = (typeof REMEDIES)[number]

/**
 * What became of a correction in one attempt: it holds; it would have lowered the mark and may not;
 * nothing would be left to be marked; or the question was another one there, with other options.
 */
export type CorrectionOutcome = 'applied' | 'would-lower' | 'nothing-left' | 'does-not-fit'

/** A correction as the explanation of a question tells of it. */
export interface CorrectionNotice {
  id: string
  remedy: Remedy
  at: Date
  /** In the teacher's words, which may tell the key; null while that is not due. */
  reason: string | null
  /** Null while it would tell the key. */
  outcome: CorrectionOutcome | null
}

/** What corrections have made of one question of an attempt. */
export interface Treated {
  /** By which the answer is marked. */
  marked: AuthoredQuestion
  /** By which it is explained: with the corrected key, also where an attempt has kept its mark. */
  shown: AuthoredQuestion
  counts: 'as-answered' | 'voided' | 'full-marks'
  notices: CorrectionNotice[]
}

export const untreated = (question: AuthoredQuestion): Treated => ({
  marked: question,
  shown: question,
  counts: 'as-answered',
  notices: [],
})

/**
 * What an answer's share comes to under a treatment, and what the question is worth: voided, it
 * counts 0 of 0 points; with full marks, all of them whatever was answered, a blank included.
 */
export function countedAs(
  { counts, marked }: Treated,
  share: Fraction,
): { share: Fraction; points: number } {
  if (counts === 'voided') return { share: ZERO, points: 0 }
  return { share: counts === 'full-marks' ? ONE : share, points: marked.points }
}

/** A notice as far as it tells no key: what was done and when. */
export const withoutKey = ({ id, remedy, at }: CorrectionNotice): CorrectionNotice => ({
  id,
  remedy,
  at,
  reason: null,
  outcome: null,
})
