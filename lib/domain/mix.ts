const MASK = (1n << 64n) - 1n

/**
 * 64 well mixed bits of a text: FNV-1a over UTF-16 units, finished with the mixer of SplitMix64
 * (Steele, Lea, Flood 2014). For names and drawings; it hides nothing, see `seed.ts` for that.
 */
export function mix(text: string): bigint {
  let hash = 0xcbf29ce484222325n
  for (let i = 0; i < text.length; i++) {
    hash = ((hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n) & MASK
  }
  hash = ((hash ^ (hash >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK
  hash = ((hash ^ (hash >> 27n)) * 0x94d049bb133111ebn) & MASK
  return hash ^ (hash >> 31n)
}
