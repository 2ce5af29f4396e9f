import { type Fraction, fraction } from './fraction'

/** An exact rational number of any size, not always in lowest terms; `d` is always positive. */
export interface Exact {
  readonly n: bigint
  readonly d: bigint
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))

export const NOTHING: Exact = { n: 0n, d: 1n }

/** `by` times `a` times `b`. */
export const times = (a: Fraction, b: Fraction, by = 1): Exact => ({
  n: BigInt(a.n) * BigInt(b.n) * BigInt(by),
  d: BigInt(a.d) * BigInt(b.d),
})

export const exactly = ({ n, d }: Fraction): Exact => ({ n: BigInt(n), d: BigInt(d) })

const BILLION = 1_000_000_000n
/** What is made of so many parts at the most can still be multiplied by the points of any quiz. */
const MOST_PARTS = 1_000_000_000_000n

/** A share of 0 to 1 as a fraction, exactly; of more than a million million parts, rounded down to billionths. */
export function toShare({ n, d }: Exact): Fraction {
  const common = gcd(n, d)
  if (d / common <= MOST_PARTS) return fraction(Number(n / common), Number(d / common))
  return fraction(Number((n * BILLION) / d), Number(BILLION))
}

/** Over the least common denominator: sums of many have few, and are seldom worth reducing. */
export function plus(a: Exact, b: Exact): Exact {
  if (a.d === b.d) return { n: a.n + b.n, d: a.d }
  if (a.d % b.d === 0n) return { n: a.n + b.n * (a.d / b.d), d: a.d }
  const missing = b.d / gcd(a.d, b.d)
  return { n: a.n * missing + b.n * ((a.d * missing) / b.d), d: a.d * missing }
}

/** Nearest double of a quotient of whole numbers of any size. */
function quotient(n: bigint, d: bigint): number {
  // Beyond this a double has no room for the parts; a shift of both leaves the quotient as it is.
  const excess = Math.max(n.toString(2).length, d.toString(2).length) - 1000
  const shift = BigInt(Math.max(0, excess))
  return Number(n >> shift) / Number(d >> shift)
}

/** The nearest double, for drawing and for what is no rational number. */
export const toDouble = ({ n, d }: Exact): number => quotient(n, d)

/**
 * The sample covariance of two lists of `size` numbers from their sums and the sum of their products;
 * 0 exactly where it is 0. Only for `size` of at least 2.
 */
export function covarianceOf(size: number, products: Exact, a: Exact, b: Exact): number {
  const count = BigInt(size)
  const gap = plus({ n: count * products.n, d: products.d }, { n: -(a.n * b.n), d: a.d * b.d })
  return quotient(gap.n, gap.d * count * (count - 1n))
}

/** As text in lowest terms, "-3/4", and back. */
export function writeExact({ n, d }: Exact): string {
  const common = gcd(n, d)
  return `${n / common}/${d / common}`
}
export function readExact(text: string): Exact {
  const [n = '0', d = '1'] = text.split('/')
  return { n: BigInt(n), d: BigInt(d) }
}
