/**
 * With fewer attempts than this neither discrimination nor alpha is told. The number is a choice: with
 * nine attempts a question that discriminates not at all is expected anywhere from -0.66 to 0.66
 * (95 %, Fisher's z), so that "check the key" and "good" would both be chance.
 */
export const LEAST_ATTEMPTS = 10
/** With fewer attempts than this the figures are hints, and the page says so. */
export const HINTS_BELOW = 30

export interface Range {
  from: number
  to: number
}

/** The normal quantile of a two-sided range of 95 %. */
const Z95 = 1.959963984540054

/**
 * Wilson's score range (1927) for a facility of 0 to 1 over `attempts`, as Newcombe (1998) has it as
 * method 3. For partial credit it is on the safe side: no shares between 0 and 1 spread wider than
 * all or nothing does. Null without attempts.
 */
export function facilityRange(facility: number, attempts: number): Range | null {
  if (attempts === 0) return null
  const square = Z95 ** 2
  const middle = facility + square / (2 * attempts)
  const reach =
    Z95 * Math.sqrt((facility * (1 - facility)) / attempts + square / (4 * attempts ** 2))
  const whole = 1 + square / attempts
  return {
    from: Math.max(0, (middle - reach) / whole),
    to: Math.min(1, (middle + reach) / whole),
  }
}

/**
 * The range of a correlation of -1 to 1 over `attempts`, by Fisher's z. Null with three attempts or
 * fewer, and where the correlation is perfect, for which z is not defined.
 */
export function correlationRange(correlation: number, attempts: number): Range | null {
  if (attempts < 4 || Math.abs(correlation) >= 1 - 1e-12) return null
  const z = Math.atanh(correlation)
  const reach = Z95 / Math.sqrt(attempts - 3)
  return { from: Math.tanh(z - reach), to: Math.tanh(z + reach) }
}

/** What the figures of a question come to, the most urgent first. */
export const READINGS = [
  'check-the-key',
  'too-hard',
  'very-weak',
  'weak',
  'too-easy',
  'adequate',
  'good',
  'no-spread',
  'too-few',
] as const
export type Reading = (typeof READINGS)[number]

/** Those that ask an author to look at the question. */
const ASKS = READINGS.slice(0, READINGS.indexOf('too-easy') + 1)
export const asksForALook = (reading: Reading): boolean => ASKS.includes(reading)

/**
 * The reading of one question, by the bands of Moodle's reading aid
 * (docs.moodle.org/28/en/Development:Quiz_report_statistics): a facility of at most 5 % is "extremely
 * difficult or something wrong", of at least 95 % "extremely easy"; a discrimination below 0 is
 * "probably invalid", below 20 very weak, below 30 weak, below 50 adequate, from 50 very good.
 * Facility speaks first: where nearly all or nearly none earn the points, discrimination rests on one
 * or two attempts. Moodle's own flag, an efficiency below 15, is among the very weak: efficiency is
 * never nearer to 0 than discrimination is.
 *
 * @param facility 0 to 1
 * @param discrimination in per cent, or null where all earned the same
 */
export function readItem(
  attempts: number,
  facility: number | null,
  discrimination: number | null,
): Reading {
  if (attempts < LEAST_ATTEMPTS || facility === null) return 'too-few'
  if (facility <= 0.05) return 'too-hard'
  if (facility >= 0.95) return 'too-easy'
  if (discrimination === null) return 'no-spread'
  if (discrimination < 0) return 'check-the-key'
  if (discrimination < 20) return 'very-weak'
  if (discrimination < 30) return 'weak'
  return discrimination < 50 ? 'adequate' : 'good'
}

/** What alpha comes to, or why there is none. */
export type AlphaReading =
  | 'too-few'
  | 'drawn'
  | 'undefined'
  | 'negative'
  | 'unsatisfactory'
  | 'fair'
  | 'satisfactory'

/**
 * The reading of a quiz's internal consistency in per cent, by the same page: above 75 it is
 * satisfactory, below 64 it is not. Papers that differ have no alpha, since it compares the same
 * questions over all attempts.
 */
export function readAlpha(attempts: number, alpha: number | null, isDrawn: boolean): AlphaReading {
  if (isDrawn) return 'drawn'
  if (attempts < LEAST_ATTEMPTS) return 'too-few'
  if (alpha === null) return 'undefined'
  if (alpha < 0) return 'negative'
  if (alpha < 64) return 'unsatisfactory'
  return alpha > 75 ? 'satisfactory' : 'fair'
}
