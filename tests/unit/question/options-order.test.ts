import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KINDS } from '@/lib/domain/question/kind'
import { publish } from '@/lib/domain/question/publish'
import { codeFor, sample } from './samples'

const seeds = fc.string({ minLength: 1, maxLength: 32 })
const textsIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  const own = 'text' in value && typeof value.text === 'string' ? [value.text] : []
  return [...own, ...Object.values(value).flatMap(textsIn)]
}
const words = ['one', 'two', 'three', 'four', 'five']

describe('options that are not shuffled', () => {
  it.each([
    ['single-choice', words.map((word) => `single ${word}`)],
    ['multiple-response', words.map((word) => `multiple ${word}`)],
    ['cloze', words.slice(0, 3).map((word) => `gap y ${word}`)],
  ] as const)('stand in the author’s order: %s', (kind, texts) => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(textsIn(publish(sample(kind), seed, true).face)).toEqual(texts)
      }),
    )
  })

  it('are known by the same hidden codes as shuffled ones', () => {
    const question = sample('single-choice')
    const { face } = publish(question, 'seed', true)
    expect(JSON.stringify(face)).toContain(codeFor(question, 'single three', 'seed'))
    for (const kind of KINDS)
      expect(JSON.stringify(publish(sample(kind), 'seed', true)), kind).not.toContain('canary')
  })

  it('change nothing where an order or a pair is the key: that is never shown', () => {
    const key = ['c', 'a', 'd', 'b'].map((id) => `item ${id}`)
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const kind of ['ordering', 'matching'] as const)
          expect(publish(sample(kind), seed, true)).toEqual(publish(sample(kind), seed))
        expect(textsIn(publish(sample('ordering'), seed, true).face)).not.toEqual(key)
      }),
    )
  })
})
