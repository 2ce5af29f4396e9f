import type { Fraction } from './fraction'

export interface FormattedScore {
  text: string
  /** False where `text` is rounded; it is then shown with "about". */
  isExact: boolean
}

/** The largest denominator that is read as a fraction: "6 2/3" but not "6 11/63". */
const READABLE = 12
const NO_BREAK = '\u00A0'

/**
 * A score of 0 or more as a learner reads it: exact as a decimal of at most two places ("8.5"), else
 * exact as a mixed fraction ("6 2/3"), else rounded to two places. Rounding never turns a score into
 * a whole number that it is not, so what looks full is full.
 */
export function formatScore({ n, d }: Fraction): FormattedScore {
  const whole = Math.floor(n / d)
  const rest = n - whole * d
  if (100 % d === 0) return { text: decimal(whole, (rest * 100) / d), isExact: true }
  if (d <= READABLE) {
    const part = `${rest}/${d}`
    return { text: whole === 0 ? part : `${whole}${NO_BREAK}${part}`, isExact: true }
  }
  const hundredths = Math.min(99, Math.max(1, Math.round((rest * 100) / d)))
  return { text: decimal(whole, hundredths), isExact: false }
}

const decimal = (whole: number, hundredths: number): string =>
  hundredths === 0
    ? String(whole)
    : `${whole}.${String(hundredths).padStart(2, '0').replace(/0$/, '')}`
