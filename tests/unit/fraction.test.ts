import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  compare,
  type Fraction,
  fraction,
  fromDecimal,
  isSame,
  isWithin,
  multiply,
  ONE,
  subtract,
  sum,
  toNumber,
  ZERO,
} from '@/lib/domain/fraction'

const small = fc
  .tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 1, max: 100 }))
  .map(([n, d]) => fraction(n, d))
const any = fc
  .tuple(fc.maxSafeInteger(), fc.maxSafeInteger())
  .filter(([, d]) => d !== 0)
  .map(([n, d]) => fraction(n, d))

describe('a fraction', () => {
  it('stands in lowest terms over a positive number', () => {
    expect(fraction(6, -4)).toEqual({ n: -3, d: 2 })
    expect(fraction(0, -5)).toStrictEqual({ n: 0, d: 1 })
    fc.assert(
      fc.property(any, ({ n, d }) => {
        expect(d).toBeGreaterThan(0)
        expect(Object.is(n, -0)).toBe(false)
        expect(fraction(n, d)).toEqual({ n, d })
      }),
    )
  })
  it.each([
    [1, 0],
    [0.5, 1],
    [1, 0.5],
    [2 ** 53, 1],
    [Number.NaN, 1],
    [1, Number.POSITIVE_INFINITY],
  ])('is refused as %s/%s', (n, d) => {
    expect(() => fraction(n, d)).toThrow(RangeError)
  })
  it('is made wherever it can be, also where the way to it leads over larger numbers', () => {
    const large = fraction(3, 2 ** 40)
    expect(multiply(large, fraction(2 ** 40, 3))).toEqual(ONE)
    expect(add(large, large)).toEqual(fraction(3, 2 ** 39))
    expect(subtract(large, large)).toEqual(ZERO)
    expect(() => multiply(large, fraction(1, 2 ** 40))).toThrow(RangeError)
  })
  it('drifts by nothing where decimals drift: ten tenths are one', () => {
    expect(sum(Array.from({ length: 10 }, () => fraction(1, 10)))).toEqual(ONE)
    expect([0.1, 0.2].reduce((a, b) => a + b)).not.toBe(0.3)
    expect(add(fraction(1, 10), fraction(2, 10))).toEqual(fraction(3, 10))
  })
  it('adds the shares of a hundred questions of any kind exactly', () => {
    const shares = Array.from({ length: 100 }, (_, at) => fraction(at % 12, (at % 12) + 1))
    const exact = Array.from({ length: 100 }, (_, at) => ({ n: at % 12, d: (at % 12) + 1 }))
    const over = 27720n
    const total = exact.reduce((n, each) => n + (BigInt(each.n) * over) / BigInt(each.d), 0n)
    const { n, d } = sum(shares)
    expect(BigInt(n) * over).toBe(total * BigInt(d))
  })
})

describe('the laws of reckoning', () => {
  const holds = (law: (a: Fraction, b: Fraction, c: Fraction) => void) =>
    fc.assert(fc.property(small, small, small, law))

  it('addition and multiplication may be grouped and turned round', () => {
    holds((a, b, c) => {
      expect(add(add(a, b), c)).toEqual(add(a, add(b, c)))
      expect(add(a, b)).toEqual(add(b, a))
      expect(multiply(multiply(a, b), c)).toEqual(multiply(a, multiply(b, c)))
      expect(multiply(a, b)).toEqual(multiply(b, a))
    })
  })
  it('multiplication reaches into a sum', () => {
    holds((a, b, c) => {
      expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)))
    })
  })
  it('nothing and one change nothing, and taking away undoes adding', () => {
    holds((a, b) => {
      expect(add(a, ZERO)).toEqual(a)
      expect(multiply(a, ONE)).toEqual(a)
      expect(subtract(add(a, b), b)).toEqual(a)
      expect(isSame(subtract(a, a), ZERO)).toBe(true)
    })
  })
})

describe('comparing', () => {
  it('agrees with exact integers for any two fractions, and never throws', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        const gap = BigInt(a.n) * BigInt(b.d) - BigInt(b.n) * BigInt(a.d)
        expect(compare(a, b)).toBe(gap < 0n ? -1 : gap > 0n ? 1 : 0)
        expect(compare(a, b) === 0).toBe(isSame(a, b))
      }),
    )
  })
  it('finds what is within a distance, both ends included', () => {
    const within = (a: string, b: string, by: string) =>
      isWithin(
        ...([a, b, by].map((text) => fromDecimal(text) ?? ZERO) as [Fraction, Fraction, Fraction]),
      )
    expect(within('8.75', '8.7', '0.05')).toBe(true)
    expect(within('8.65', '8.7', '0.05')).toBe(true)
    expect(within('8.7500001', '8.7', '0.05')).toBe(false)
    expect(within('-40', '40', '79.99999')).toBe(false)
    expect(within('0.00000000001', '121000', '0')).toBe(false)
    fc.assert(fc.property(any, any, any, (a, b, by) => void isWithin(a, b, by)))
  })
})

describe('a decimal', () => {
  it.each<[string, Fraction]>([
    ['8.7', { n: 87, d: 10 }],
    ['-40000', { n: -40000, d: 1 }],
    ['.5', { n: 1, d: 2 }],
    ['5.', { n: 5, d: 1 }],
    ['0012', { n: 12, d: 1 }],
    ['-0', { n: 0, d: 1 }],
    ['999999999999', { n: 999999999999, d: 1 }],
    ['0.00000000001', { n: 1, d: 100000000000 }],
  ])('%s is read exactly', (text, expected) => {
    expect(fromDecimal(text)).toStrictEqual(expected)
  })
  it.each(['', '-', '.', '1e3', '1,5', ' 1', '+1', '1.2.3', '½', '1234567890123', 'NaN'])(
    '%j is none',
    (text) => {
      expect(fromDecimal(text)).toBeNull()
    },
  )
  it('is as a number what it was as a fraction', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99999, max: 99999 }), (n) => {
        expect(toNumber(fraction(n, 100))).toBe(n / 100)
        expect(fromDecimal((n / 100).toFixed(2))).toEqual(fraction(n, 100))
      }),
    )
  })
})
