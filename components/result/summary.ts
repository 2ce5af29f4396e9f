import type { Explanation, Verdict } from '@/lib/domain/attempt'

/** The order in which the sentence of a result speaks. */
export const VERDICTS = ['right', 'partly', 'wrong', 'blank'] as const satisfies readonly Verdict[]

/** How many questions came out as what. */
export function tally(explanations: readonly Explanation[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { right: 0, partly: 0, wrong: 0, blank: 0 }
  for (const { verdict } of explanations) counts[verdict]++
  return counts
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
  const missed = explanations.filter(({ verdict }) => verdict !== 'right')
  const next = missed.find((each) => each.number > number)
  if (next) return next.number
  return missed.at(-1)?.number === number ? 'last' : null
}
