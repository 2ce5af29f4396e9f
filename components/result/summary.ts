import type { Explanation, Verdict } from '@/lib/domain/attempt'

/** The order in which the sentence of a result speaks. */
export const VERDICTS = [
  'right',
  'partly',
  'wrong',
  'blank',
  'full-marks',
  'voided',
] as const satisfies readonly Verdict[]

const TO_LOOK_AT: readonly Verdict[] = ['partly', 'wrong', 'blank']

/** How many questions came out as what. */
export function tally(explanations: readonly Explanation[]): Record<Verdict, number> {
  const count = (verdict: Verdict) =>
    explanations.filter((explanation) => explanation.verdict === verdict).length
  return {
    right: count('right'),
    partly: count('partly'),
    wrong: count('wrong'),
    blank: count('blank'),
    'full-marks': count('full-marks'),
    voided: count('voided'),
  }
}

/** The first letter of a sentence as a capital. */
export const capitalised = (text: string): string =>
  text.slice(0, 1).toLocaleUpperCase('en') + text.slice(1)

/**
 * The number of the next question after this one that was not fully right. After the last of them
 * that it was the last; null where there is none and this is none.
 */
export function nextToLookAt(
  explanations: readonly Explanation[],
  number: number,
): number | 'last' | null {
  const missed = explanations.filter(({ verdict }) => TO_LOOK_AT.includes(verdict))
  const next = missed.find((each) => each.number > number)
  if (next) return next.number
  return missed.at(-1)?.number === number ? 'last' : null
}
