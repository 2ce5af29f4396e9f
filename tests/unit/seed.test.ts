import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mix } from '@/lib/domain/mix'
import { codeOf, shuffle } from '@/lib/domain/seed'

/** Reckoned a second time, by an independent program; a change reorders attempts under way. */
describe('the pinned numbers', () => {
  it.each([
    ['', 0xf52a15e9a9b5e89bn],
    ['a', 0x2c0bdbf481420f8n],
    ['seed/0', 0xe81fc6ad68c76c09n],
    ['Chang’e 6', 0x2cc52a4306cbf982n],
  ])('mix %j', (text, expected) => {
    expect(mix(text)).toBe(expected)
  })
  it.each([
    ['seed', 'edbfca'],
    ['other', 'acfdbe'],
  ])('shuffle by %j', (seed, expected) => {
    expect(shuffle([...'abcdef'], seed).join('')).toBe(expected)
  })
  it.each([
    ['seed', 'paris', 'd674b04531e9'],
    ['seed', 'bern', '33bdb87d2f05'],
    ['other', 'paris', 'c3acf51064ad'],
  ])('the code of %j, %j', (seed, id, expected) => {
    expect(codeOf(seed, id)).toBe(expected)
  })
})

describe('a shuffle', () => {
  it('loses and adds nothing and leaves its input alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.string(), (items, seed) => {
        const before = [...items]
        expect(shuffle(items, seed).toSorted((a, b) => a - b)).toEqual(
          items.toSorted((a, b) => a - b),
        )
        expect(items).toEqual(before)
      }),
    )
  })
  it('puts each of three items into each place about equally often', () => {
    const first = new Map<string, number>()
    for (let n = 0; n < 6000; n++) {
      const order = shuffle(['a', 'b', 'c'], `attempt-${n}`).join('')
      first.set(order, (first.get(order) ?? 0) + 1)
    }
    expect(first.size).toBe(6)
    const chi = [...first.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0)
    expect(chi).toBeLessThan(20.5)
  })
})

describe('a code', () => {
  it('is twelve hexadecimal digits, whatever it stands for', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (seed, id) => {
        expect(codeOf(seed, id)).toMatch(/^[0-9a-f]{12}$/)
      }),
    )
  })
  it('does not meet another in ten thousand', () => {
    const codes = Array.from({ length: 10_000 }, (_, n) => codeOf(`seed-${n % 100}`, `id-${n}`))
    expect(new Set(codes).size).toBe(10_000)
  })
})
