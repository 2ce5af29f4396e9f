import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * Everything that looks random to a learner and must come out the same tomorrow: the order of
 * questions and options, and the codes that stand for option ids on a learner's screen. All follow
 * from a seed of 128 bits that is kept with the attempt and never leaves the server. The hash goes
 * one way: whoever guesses what ids an author gave still cannot tell which code is whose.
 *
 * The numbers are pinned by tests: a change here would reorder attempts that are under way.
 */
const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** A copy of `items` in the order that `seed` decides; the same seed gives the same order. */
export function shuffle<Item>(items: readonly Item[], seed: string): Item[] {
  return items
    .map((item, place) => ({ item, rank: digest(`${seed}/${place}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ item }) => item)
}

/**
 * A function that gives whole numbers from 0 to below its argument (at most 65,536), as `seed`
 * decides: each call takes the next 32 bits of a row of digests, so the bias is under 1 in 65,000.
 */
export function picker(seed: string): (below: number) => number {
  let taken = 0
  let block = ''
  return (below) => {
    if (taken % 8 === 0) block = digest(`${seed}/${taken / 8}`)
    const at = (taken % 8) * 8
    taken++
    return Number.parseInt(block.slice(at, at + 8), 16) % below
  }
}

/** A code of 12 hexadecimal digits that stands for `id` under `seed` and says nothing about it. */
export const codeOf = (seed: string, id: string): string => digest(`${seed}#${id}`).slice(0, 12)

/** Twelve hexadecimal digits that stand for a text, the same for everybody. */
export const shortDigest = (text: string): string => digest(text).slice(0, 12)
