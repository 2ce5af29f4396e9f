import type { Grading, LatePolicy } from './assignment'
import { exactly, NOTHING, plus, toShare } from './exact'
import { add, compare, type Fraction, fraction, ZERO } from './fraction'

/** An attempt as the grade sees it: its share of the points, and when it was handed in. */
export interface GradedAttempt {
  /** 0 to 1. */
  share: Fraction
  submittedAt: Date
}

const DAY = 24 * 60 * 60 * 1000

/** Days begun after the due date; 0 where it was in time or nothing is due. */
export const daysLate = (submittedAt: Date, dueAt: Date | null): number =>
  dueAt ? Math.max(0, Math.ceil((submittedAt.getTime() - dueAt.getTime()) / DAY)) : 0

/** The share that is left after the late policy: what is taken off is of the whole, never below 0. */
export function shareAfterLate(
  { share, submittedAt }: GradedAttempt,
  dueAt: Date | null,
  policy: { late: LatePolicy; latePercent: number },
): Fraction {
  if (policy.late !== 'deducted') return share
  const off = Math.min(100, policy.latePercent * daysLate(submittedAt, dueAt))
  const left = add(share, fraction(-off, 100))
  return left.n > 0 ? left : ZERO
}

const byTime = (a: GradedAttempt, b: GradedAttempt) =>
  a.submittedAt.getTime() - b.submittedAt.getTime()

/** In big integers: attempts that are worth different points have no small common denominator. */
function meanOf(shares: readonly Fraction[]): Fraction {
  const { n, d } = shares.map(exactly).reduce(plus, NOTHING)
  return toShare({ n, d: d * BigInt(shares.length) })
}

const methods: Record<Grading, (inOrder: readonly GradedAttempt[]) => Fraction | null> = {
  highest: ([first, ...others]) =>
    first === undefined
      ? null
      : others.reduce((best, { share }) => (compare(share, best) > 0 ? share : best), first.share),
  average: (all) => (all.length === 0 ? null : meanOf(all.map(({ share }) => share))),
  first: (all) => all[0]?.share ?? null,
  last: (all) => all.at(-1)?.share ?? null,
}

/**
 * The grade from all attempts that were handed in, by Moodle's four grading methods
 * (`mod/quiz/classes/grade_calculator.php`): exact, but for a mean of too many parts (`toShare`), and
 * null without an attempt.
 */
export const gradeOf = (method: Grading, attempts: readonly GradedAttempt[]): Fraction | null =>
  methods[method]([...attempts].sort(byTime))
