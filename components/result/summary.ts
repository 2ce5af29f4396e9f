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

/** The number of the next question after this one, round the end, that was not fully right. */
export function nextToLookAt(explanations: readonly Explanation[], number: number): number | null {
  const open = explanations.filter((each) => each.verdict !== 'right' && each.number !== number)
  const next = open.find((each) => each.number > number) ?? open[0]
  return next?.number ?? null
}
