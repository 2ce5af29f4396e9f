import { compare, type Fraction, fraction, fromDecimal, multiply, ONE } from './fraction'
import { accept, type Outcome, refuse } from './outcome'

export const REASON_LENGTH = 500
export const COMMENT_LENGTH = 2000

/** In which unit a grade is written. */
export const GRADE_UNITS = ['percent', 'points'] as const
export type GradeUnit = (typeof GRADE_UNITS)[number]

export type GradeRejection = 'grade' | 'gradeTooHigh'

/**
 * A typed grade as the exact share of the whole: a decimal of at most six digits, four of them after a
 * point or a comma, in per cent or in points. Refused where it is none, or not from nothing to the whole.
 *
 * @param points what the quiz is worth; null where it is not known, so that only per cent can be meant
 */
export function readGrade(
  text: string,
  unit: GradeUnit,
  points: number | null,
): Outcome<Fraction, GradeRejection> {
  const typed = text.trim().replace(/\s*%$/, '').replace(',', '.')
  const isShort = /^\d{0,6}(\.\d{0,4})?$/.test(typed) && typed.replace('.', '').length <= 6
  const value = isShort ? fromDecimal(typed) : null
  const whole = unit === 'percent' ? 100 : points
  if (!value || !whole) return refuse('grade')
  const share = multiply(value, fraction(1, whole))
  return compare(share, ONE) > 0 ? refuse('gradeTooHigh') : accept(share)
}
