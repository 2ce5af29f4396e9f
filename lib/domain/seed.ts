/**
 * Everything that looks random to a learner and must come out the same tomorrow: the order of
 * questions and options, and the codes that stand for option ids on a learner's screen. All follow
 * from a seed that is kept with the attempt and never leaves the server.
 *
 * The numbers are pinned by tests: a change here would reorder attempts that are under way.
 */
const MASK = (1n << 64n) - 1n

/** FNV-1a over UTF-16 units, finished with the mixer of SplitMix64 (Steele, Lea, Flood 2014). */
export function mix(text: string): bigint {
  let hash = 0xcbf29ce484222325n
  for (let i = 0; i < text.length; i++) {
    hash = ((hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n) & MASK
  }
  hash = ((hash ^ (hash >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK
  hash = ((hash ^ (hash >> 27n)) * 0x94d049bb133111ebn) & MASK
  return hash ^ (hash >> 31n)
}

/** A copy of `items` in the order that `seed` decides; the same seed gives the same order. */
export function shuffle<Item>(items: readonly Item[], seed: string): Item[] {
  return items
    .map((item, place) => ({ item, rank: mix(`${seed}/${place}`) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : 0))
    .map(({ item }) => item)
}

/** A code of 12 hexadecimal digits that stands for `id` under `seed` and says nothing about it. */
export const codeOf = (seed: string, id: string): string =>
  mix(`${seed}#${id}`).toString(16).padStart(16, '0').slice(4)
