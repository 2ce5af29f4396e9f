import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fraction } from '@/lib/domain/fraction'
import { formatScore } from '@/lib/domain/score-format'

const shown = (n: number, d = 1) => {
  const { text, isExact } = formatScore(fraction(n, d))
  return `${isExact ? '' : 'about '}${text}`
}

describe('a score in words', () => {
  it.each([
    [0, 1, '0'],
    [7, 1, '7'],
    [17, 2, '8.5'],
    [1, 4, '0.25'],
    [1, 20, '0.05'],
    [1, 3, '1/3'],
    [20, 3, '6\u00a02/3'],
    [1, 12, '1/12'],
    [77, 11, '7'],
    [1, 13, 'about 0.08'],
    [9999, 1000, 'about 9.99'],
    [1, 1000, 'about 0.01'],
    [5001, 1000, 'about 5.01'],
  ])('%i/%i is %s', (n, d, text) => {
    expect(shown(n, d)).toBe(text)
  })

  const score = fc.tuple(fc.nat(5000), fc.integer({ min: 1, max: 400 }))

  it('is a whole number where the score is one, and nowhere else', () => {
    fc.assert(
      fc.property(score, ([n, d]) => {
        expect(/^\d+$/.test(formatScore(fraction(n, d)).text)).toBe(n % d === 0)
      }),
    )
  })

  it('says what it says exactly, or says that it does not', () => {
    fc.assert(
      fc.property(score, ([n, d]) => {
        const { text, isExact } = formatScore(fraction(n, d))
        const [, whole = '0', top = '0', bottom = '1'] =
          /^(?:([\d.]+)(?:\u00a0|$))?(?:(\d+)\/(\d+))?$/.exec(text) ?? []
        const value = Number(whole) + Number(top) / Number(bottom)
        if (isExact) expect(value).toBeCloseTo(n / d, 10)
        else expect(Math.abs(value - n / d)).toBeLessThan(0.0101)
      }),
    )
  })
})
