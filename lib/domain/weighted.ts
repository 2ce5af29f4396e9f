/** Numbers with how many times each of them occurs. */
export interface Weighted {
  values: readonly number[]
  /** As long as `values`; whole numbers above 0. */
  counts: readonly number[]
}

export const sum = (values: readonly number[]): number =>
  values.reduce((total, value) => total + value, 0)

/** Sums of doubles differ in their last bits; what differs by less than this share is the same. */
export const NOISE = 1e-12

export const once = (values: readonly number[]): Weighted => ({
  values,
  counts: values.map(() => 1),
})
export const sizeOf = ({ counts }: Weighted): number => sum(counts)

/** The sum of `of` over all of them. */
const sumOver = ({ values, counts }: Weighted, of: (value: number) => number): number =>
  values.reduce((total, value, at) => total + (counts[at] ?? 0) * of(value), 0)

/** NaN where there are none. */
export const meanOf = (all: Weighted): number => sumOver(all, (value) => value) / sizeOf(all)

/** The mean power of what they are. */
export const momentOf = (all: Weighted, power: number): number =>
  sumOver(all, (value) => value ** power) / sizeOf(all)

/** How far each is from the mean; exactly 0 where all are the same but for rounding. */
export function centred(all: Weighted): Weighted {
  const { values, counts } = all
  const low = values.reduce((least, value) => Math.min(least, value), Infinity)
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity)
  if (high - low <= NOISE * Math.max(Math.abs(low), Math.abs(high)))
    return { values: values.map(() => 0), counts }
  const mean = meanOf(all)
  return { values: values.map((value) => value - mean), counts }
}

/** The sample variance; NaN for fewer than two. */
export const varianceOf = (all: Weighted): number =>
  sumOver(centred(all), (value) => value ** 2) / (sizeOf(all) - 1)

/** The middle value or the mean of the two middle ones; null where there are none. */
export function medianOf(all: Weighted): number | null {
  const size = sizeOf(all)
  if (size === 0) return null
  const sorted = all.values
    .map((value, at) => ({ value, count: all.counts[at] ?? 0 }))
    .sort((a, b) => a.value - b.value)
  /** The value at a place, from 0, of all in their order. */
  const at = (place: number): number => {
    let passed = 0
    for (const { value, count } of sorted) {
      passed += count
      if (passed > place) return value
    }
    return sorted.at(-1)?.value ?? 0
  }
  return (at(Math.ceil(size / 2) - 1) + at(Math.floor(size / 2))) / 2
}
