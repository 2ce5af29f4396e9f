import type { Fraction } from './fraction'

export interface FormattedScore {
  /** A decimal of at most two places: "8.5", "3.92", "7". */
  text: string
  /** The score as a mixed fraction ("3 11/12") where `text` is rounded, else null. */
  exact: string | null
}

const NO_BREAK = '\u00A0'

/**
 * A score of 0 or more as a learner reads it, in the one notation that all pages have: a decimal of
 * at most two places. Rounding never turns a score into a whole number that it is not, so what looks
 * full is full, and what looks like nothing is nothing.
 */
export function formatScore({ n, d }: Fraction): FormattedScore {
  const whole = Math.floor(n / d)
  const rest = n - whole * d
  if (100 % d === 0) return { text: decimal(whole, (rest * 100) / d), exact: null }
  const hundredths = Math.min(99, Math.max(1, Math.round((rest * 100) / d)))
  const part = `${rest}/${d}`
  return {
    text: decimal(whole, hundredths),
    exact: whole === 0 ? part : `${whole}${NO_BREAK}${part}`,
  }
}

/** A mark that may be below 0, with its sign and a real minus: "+2", "0", "−6". */
export function signed({ n, d }: Fraction): string {
  const { text } = formatScore({ n: Math.abs(n), d })
  return n > 0 ? `+${text}` : n < 0 ? `\u2212${text}` : text
}

const decimal = (whole: number, hundredths: number): string =>
  hundredths === 0
    ? String(whole)
    : `${whole}.${String(hundredths).padStart(2, '0').replace(/0$/, '')}`

/**
 * A share of 0 to 1 in whole per cent, rounded down, so that a score which misses a bar is never
 * shown as reaching it; but never down to 0.
 */
export function percentOf({ n, d }: Fraction): number {
  if (n === 0) return 0
  return Math.max(1, Number((BigInt(n) * 100n) / BigInt(d)))
}
