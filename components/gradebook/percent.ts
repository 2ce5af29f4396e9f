import { type Fraction, fraction, multiply } from '@/lib/domain/fraction'
import { formatScore } from '@/lib/domain/score-format'

/** A share of 0 to 1 in per cent, with at most two places. */
export const percentText = (share: Fraction): string =>
  formatScore(multiply(share, fraction(100))).text
