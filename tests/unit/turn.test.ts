import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KINDS, type Kind } from '@/lib/domain/question/kind'
import { publish } from '@/lib/domain/question/publish'
import { seedOfTurn } from '@/lib/domain/turn'
import { codeFor, sample } from './question/samples'

const seeds = fc.stringMatching(/^[0-9a-f]{32}$/)
const turns = fc.integer({ min: 1, max: 12 })
/** What the eye sees: the texts where they stand. */
const seen = (kind: Kind, seed: string) =>
  JSON.stringify(publish(sample(kind), seed).face, (key, value) =>
    key === 'id' ? undefined : value,
  )
const arranged = ['single-choice', 'multiple-response', 'matching', 'ordering', 'cloze'] as const

describe('a question that comes back', () => {
  it.each(arranged)('stands in another order than the turn before: %s', (kind) => {
    fc.assert(
      fc.property(seeds, turns, (seed, turn) => {
        const question = sample(kind)
        const [before, now] = [turn, turn + 1].map((each) => seedOfTurn(question, seed, each))
        expect(seen(kind, now ?? '')).not.toBe(seen(kind, before ?? ''))
      }),
    )
  })

  it('has new codes for its options every time, so that no answer can be learned as a code', () => {
    const question = sample('single-choice')
    fc.assert(
      fc.property(seeds, turns, (seed, turn) => {
        const [before, now] = [turn, turn + 1].map((each) =>
          codeFor(question, 'single three', seedOfTurn(question, seed, each)),
        )
        expect(now).not.toBe(before)
      }),
    )
  })

  it('has the same order at the same turn, whenever it is asked for', () => {
    fc.assert(
      fc.property(seeds, turns, fc.constantFrom(...KINDS), (seed, turn, kind) => {
        const question = sample(kind)
        expect(seedOfTurn(question, seed, turn)).toBe(seedOfTurn(question, seed, turn))
      }),
    )
  })

  it('comes in a good many orders and not in two that take turns', () => {
    const question = sample('single-choice')
    const orders = Array.from({ length: 12 }, (_, turn) =>
      seen('single-choice', seedOfTurn(question, 'a seed', turn + 1)),
    )
    expect(new Set(orders).size).toBeGreaterThan(5)
  })
})
