import { CERTAINTIES, type Certainty, FITTING } from './certainty'
import { toNumber } from './fraction'

/** How often answers of one certainty were right. */
export interface CalibrationGroup {
  certainty: Certainty
  count: number
  right: number
  /** 0 to 1, with the range in which it lies in 95 of 100 cases; null where there is no answer. */
  share: { value: number; low: number; high: number } | null
  /** Between which chances of being right this certainty is the best to choose. */
  fitting: { from: number; to: number }
  /** What the range says: more right than it fits, fewer, or nothing against it. */
  reading: 'under' | 'over' | 'fits' | 'none'
}

const Z = 1.96

/**
 * The range of a share of `count` at a confidence of 95 %, by Wilson's score (1927): it stays within 0
 * and 1 and is honest about small numbers. `count` is at least 1.
 */
export function wilson(right: number, count: number): { low: number; high: number } {
  const share = right / count
  const square = Z * Z
  const middle = (share + square / (2 * count)) / (1 + square / count)
  const half =
    (Z / (1 + square / count)) *
    Math.sqrt((share * (1 - share)) / count + square / (4 * count * count))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/** How sure against how right: one group for each certainty, the least sure first. */
export function calibrate(
  answers: readonly { certainty: Certainty; isRight: boolean }[],
): CalibrationGroup[] {
  return CERTAINTIES.map((certainty) => {
    const own = answers.filter((answer) => answer.certainty === certainty)
    const right = own.filter(({ isRight }) => isRight).length
    const range = own.length > 0 ? wilson(right, own.length) : null
    const fitting = {
      from: toNumber(FITTING[certainty].from),
      to: toNumber(FITTING[certainty].to),
    }
    return {
      ...{ certainty, count: own.length, right, fitting },
      share: range && { value: right / own.length, ...range },
      reading: !range
        ? 'none'
        : range.high < fitting.from
          ? 'over'
          : range.low > fitting.to
            ? 'under'
            : 'fits',
    }
  })
}
