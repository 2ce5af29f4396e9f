import type { Fact } from './fact'
import { writeFact } from './fact'
import type { Fraction } from './fraction'
import type { Which } from './item-analysis'

/** Whose attempt it is and where it can be looked at. */
export interface Who {
  /** Of the attempt. */
  id: string
  learner: { id: string; name: string }
}

/** An attempt behind a figure. */
export interface Behind extends Who {
  submittedAt: Date
  earned: Fraction
  points: number
}

/** Which attempts at a quiz that is set in a class are analysed. */
export interface Analysed {
  assignmentId: string
  which: Which
  versionId: string
}

/** With more attempts than this the page names nobody; every figure leads to a list instead. */
export const MOST_NAMED = 100

/** Those behind a figure: how many, and who where the page names them. */
export interface Counted {
  count: number
  fact: Fact
  /** By name. */
  who: Who[] | null
}

export const byName = (a: Who, b: Who) =>
  a.learner.name < b.learner.name ? -1 : a.learner.name > b.learner.name ? 1 : a.id < b.id ? -1 : 1

/**
 * Who is behind which fact, from all attempts that are analysed; nobody is named where there are
 * none to be read.
 */
export function namesBehind(
  all: readonly (Who & { facts: readonly string[] })[] | null,
): (fact: Fact) => Who[] | null {
  if (!all) return () => null
  const behind = new Map<string, Who[]>()
  for (const { id, learner, facts } of [...all].sort(byName))
    for (const fact of facts) behind.set(fact, [...(behind.get(fact) ?? []), { id, learner }])
  return (fact) => behind.get(writeFact(fact)) ?? []
}
