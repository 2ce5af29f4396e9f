/** An exact rational number in lowest terms; `d` is always positive. Both are safe integers. */
export interface Fraction {
  readonly n: number
  readonly d: number
}

const gcd = (a: number, b: number): number => (b === 0 ? Math.abs(a) : gcd(b, a % b))

/** `n / d` in lowest terms. Throws when `d` is 0 or either number is no safe integer. */
export function fraction(n: number, d = 1): Fraction {
  if (!Number.isSafeInteger(n) || !Number.isSafeInteger(d) || d === 0)
    throw new RangeError(`No exact fraction: ${n}/${d}`)
  const common = gcd(n, d) * Math.sign(d)
  return { n: n / common + 0, d: d / common }
}

export const ZERO = fraction(0)
export const ONE = fraction(1)

const bigGcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : bigGcd(b, a % b))

/** The same from big integers: what is made of safe ones may be too large before it is reduced. */
function reduced(n: bigint, d: bigint): Fraction {
  const common = bigGcd(n, d)
  return fraction(Number(n / common), Number(d / common))
}

export function add(a: Fraction, b: Fraction): Fraction {
  const [first, second, d] = [a.n * b.d, b.n * a.d, a.d * b.d]
  if ([first, second, first + second, d].every(Number.isSafeInteger))
    return fraction(first + second, d)
  const big = BigInt
  return reduced(big(a.n) * big(b.d) + big(b.n) * big(a.d), big(a.d) * big(b.d))
}
export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, { n: -b.n, d: b.d })
export function multiply(a: Fraction, b: Fraction): Fraction {
  const [n, d] = [a.n * b.n, a.d * b.d]
  if (Number.isSafeInteger(n) && Number.isSafeInteger(d)) return fraction(n, d)
  return reduced(BigInt(a.n) * BigInt(b.n), BigInt(a.d) * BigInt(b.d))
}
export const sum = (all: readonly Fraction[]): Fraction => all.reduce(add, ZERO)
export const isSame = (a: Fraction, b: Fraction): boolean => a.n === b.n && a.d === b.d

/** In big integers, because products of safe integers need not be safe; used for its sign alone. */
const gapOf = (a: Fraction, b: Fraction): bigint =>
  BigInt(a.n) * BigInt(b.d) - BigInt(b.n) * BigInt(a.d)
/** -1, 0 or 1 as `a` is less than, equal to or greater than `b`. Total: any two fractions. */
export const compare = (a: Fraction, b: Fraction): number => {
  const gap = gapOf(a, b)
  return gap < 0n ? -1 : gap > 0n ? 1 : 0
}
/** Whether `a` and `b` are at most `by` apart. Total: any three fractions. */
export const isWithin = (a: Fraction, b: Fraction, by: Fraction): boolean => {
  const gap = gapOf(a, b)
  const wide = BigInt(by.n) * BigInt(a.d) * BigInt(b.d)
  return (gap < 0n ? -gap : gap) * BigInt(by.d) <= wide
}
/** For drawing and sorting only; a score is never computed from it. */
export const toNumber = (a: Fraction): number => a.n / a.d

/**
 * The exact value of a plain decimal such as "8.7" or "-40000" (at most 12 digits in all),
 * or null where the text is no such decimal.
 */
export function fromDecimal(text: string): Fraction | null {
  const found = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text)
  const whole = found?.[2] ?? ''
  const decimals = found?.[3] ?? ''
  const digits = whole + decimals
  if (!found || digits === '' || digits.length > 12) return null
  return fraction(Number(`${found[1]}${digits}`), 10 ** decimals.length)
}

/** As text, "-3/4", and back; only what `writeFraction` wrote. */
export const writeFraction = ({ n, d }: Fraction): string => `${n}/${d}`
export function readFraction(text: string): Fraction {
  const [n, d] = text.split('/')
  return fraction(Number(n), Number(d))
}
