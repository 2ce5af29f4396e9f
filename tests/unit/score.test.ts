import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, fraction } from '@/lib/domain/fraction'
import { formatScore, percentOf } from '@/lib/domain/score-format'

const score = fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 400 }))
const share = fc
  .tuple(fc.nat(5000), fc.integer({ min: 1, max: 5000 }))
  .map(([n, d]) => fraction(Math.min(n, d), d))

describe('a score', () => {
  it.each([
    [0, 1, '0', null],
    [7, 1, '7', null],
    [17, 2, '8.5', null],
    [1, 4, '0.25', null],
    [1, 20, '0.05', null],
    [77, 11, '7', null],
    [1, 3, '0.33', '1/3'],
    [2, 3, '0.67', '2/3'],
    [47, 12, '3.92', '3\u00a011/12'],
    [9, 8, '1.13', '1\u00a01/8'],
    [100, 63, '1.59', '1\u00a037/63'],
    [9999, 1000, '9.99', '9\u00a0999/1000'],
    [2519, 2520, '0.99', '2519/2520'],
    [1, 1000, '0.01', '1/1000'],
    [5001, 1000, '5.01', '5\u00a01/1000'],
  ])('%i/%i is %s, and where that is rounded, exactly %s', (n, d, text, exact) => {
    expect(formatScore(fraction(n, d))).toEqual({ text, exact })
  })

  it('is a decimal of at most two places, without a nought at its end', () => {
    fc.assert(
      fc.property(score, ([n, d]) => {
        expect(formatScore(fraction(n, d)).text).toMatch(/^\d+(\.\d?[1-9])?$/)
      }),
    )
  })

  it('is a whole number where the score is one, and nowhere else: full and nothing are what they say', () => {
    fc.assert(
      fc.property(score, ([n, d]) => {
        expect(/^\d+$/.test(formatScore(fraction(n, d)).text)).toBe(n % d === 0)
      }),
    )
  })

  it('is within a hundredth of what it is, and has its exact value beside it where it differs', () => {
    fc.assert(
      fc.property(score, ([n, d]) => {
        const { text, exact } = formatScore(fraction(n, d))
        expect(Math.abs(Number(text) - n / d)).toBeLessThan(0.01)
        expect(exact === null).toBe((n * 100) % d === 0)
        const [, whole = '0', top = '0', bottom = '1'] =
          /^(?:(\d+)\u00a0)?(\d+)\/(\d+)$/.exec(exact ?? '') ?? []
        if (exact !== null)
          expect(fraction(Number(whole) * Number(bottom) + Number(top), Number(bottom))).toEqual(
            fraction(n, d),
          )
      }),
    )
  })

  it('never looks like less than a smaller one', () => {
    fc.assert(
      fc.property(score, score, (one, other) => {
        const [less, more] = [fraction(...one), fraction(...other)].sort(compare)
        if (less && more)
          expect(Number(formatScore(less).text)).toBeLessThanOrEqual(Number(formatScore(more).text))
      }),
    )
  })
})

describe('a score in per cent', () => {
  it.each([
    [0, 1, 0],
    [1, 1, 100],
    [2, 3, 66],
    [47, 120, 39],
    [999, 1000, 99],
    [1, 1000, 1],
  ])('%i/%i is %i', (n, d, percent) => expect(percentOf(fraction(n, d))).toBe(percent))

  it('is never shown as reaching a bar that it misses', () => {
    expect(percentOf(fraction(599, 1000))).toBe(59)
    expect(percentOf(fraction(67, 96))).toBe(69)
    fc.assert(
      fc.property(share, fc.integer({ min: 2, max: 100 }), (any, bar) => {
        expect(percentOf(any) >= bar).toBe(compare(any, fraction(bar, 100)) >= 0)
      }),
    )
  })

  it('is 0 for nothing and 100 for everything, and for nothing else; within one of what it is', () => {
    fc.assert(
      fc.property(share, (any) => {
        const percent = percentOf(any)
        expect(percent === 0).toBe(any.n === 0)
        expect(percent === 100).toBe(any.n === any.d)
        expect(Math.abs(percent - (any.n * 100) / any.d)).toBeLessThan(1)
      }),
    )
  })
})
