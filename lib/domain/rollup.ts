import { type Exact, NOTHING, plus, times } from './exact'
import { isSame, writeFraction, ZERO } from './fraction'
import type { TalliedAnswer, TalliedItem, Tally } from './tally'

/** How often something was counted; what is counted no longer is not there. */
export type Counts = Map<string, number>

/** What was typed and how it was spelt, with the misconception that it comes from. */
export type TypedAnswer = Omit<TalliedAnswer, 'typed'> & NonNullable<TalliedAnswer['typed']>

export interface ItemRollup {
  asked: number
  blank: number
  /** Shares of the question's points and of the rest of the papers, as "n/d". */
  marks: Counts
  rests: Counts
  /** The sum of share times rest over all who were asked. */
  products: Exact
  /** Answers that stood there to be chosen, as [part, id] in JSON. */
  picks: Counts
  /** All others, as `TypedAnswer` in JSON. */
  typed: Counts
  /** Attempts with at least one answer of a misconception, by its short name. */
  whys: Counts
}

/**
 * The attempts at one version, counted. All is whole numbers and exact fractions, so neither the
 * order in which attempts are added nor what was added and taken away in between leaves a trace: a
 * rollup equals the one that is made anew from the attempts that are in it.
 */
export interface Rollup {
  attempts: number
  /** Shares of the points of the papers, as "n/d", and those points. */
  totals: Counts
  papers: Counts
  items: Map<string, ItemRollup>
}

export const emptyRollup = (): Rollup => ({
  attempts: 0,
  totals: new Map(),
  papers: new Map(),
  items: new Map(),
})

const emptyItem = (): ItemRollup => ({
  asked: 0,
  blank: 0,
  marks: new Map(),
  rests: new Map(),
  products: NOTHING,
  picks: new Map(),
  typed: new Map(),
  whys: new Map(),
})

type Step = 1 | -1

function count(counts: Counts, key: string, by: Step): void {
  const now = (counts.get(key) ?? 0) + by
  if (now < 0) throw new RangeError(`Taken away without having been added: ${key}`)
  if (now === 0) counts.delete(key)
  else counts.set(key, now)
}

function countAnswers(into: ItemRollup, answers: readonly TalliedAnswer[], by: Step): void {
  for (const { part, id, why, typed } of answers) {
    if (!typed) count(into.picks, JSON.stringify([part, id]), by)
    else {
      const { text, feedback } = typed
      count(into.typed, JSON.stringify({ part, id, why, text, feedback }), by)
    }
  }
  for (const why of new Set(answers.flatMap((answer) => answer.why ?? [])))
    count(into.whys, why, by)
}

function countItem(into: ItemRollup, item: TalliedItem, by: Step): void {
  const { share, rest, isBlank, answers } = item
  into.asked += by
  if (isBlank) into.blank += by
  count(into.marks, writeFraction(share), by)
  count(into.rests, writeFraction(rest), by)
  if (!isSame(share, ZERO) && !isSame(rest, ZERO))
    into.products = plus(into.products, times(share, rest, by))
  countAnswers(into, answers, by)
}

function countAttempt(rollup: Rollup, { share, points, items }: Tally, by: Step): void {
  rollup.attempts += by
  count(rollup.totals, writeFraction(share), by)
  count(rollup.papers, String(points), by)
  for (const item of items) {
    const into = rollup.items.get(item.id) ?? emptyItem()
    rollup.items.set(item.id, into)
    countItem(into, item, by)
    if (into.asked === 0) rollup.items.delete(item.id)
  }
}

/** Counts an attempt in. Changes the rollup that it is given. */
export const addTally = (rollup: Rollup, tally: Tally): void => countAttempt(rollup, tally, 1)

/**
 * Takes an attempt out again, as it was counted in. Changes the rollup that it is given.
 * @throws RangeError where it was never counted in
 */
export const removeTally = (rollup: Rollup, tally: Tally): void => countAttempt(rollup, tally, -1)
