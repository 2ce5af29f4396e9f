import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fact, factsOf, readFact, writeFact } from '@/lib/domain/fact'
import { fraction, ONE, ZERO } from '@/lib/domain/fraction'
import { bandOf, type Tally } from '@/lib/domain/tally'

const id = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
const part = fc.string({ maxLength: 30 })
const facts: fc.Arbitrary<Fact> = fc.oneof(
  fc.record({ kind: fc.constant('band' as const), band: fc.integer({ min: 0, max: 9 }) }),
  fc.record({ kind: fc.constantFrom('asked' as const, 'blank' as const), item: id }),
  fc.record({
    kind: fc.constant('mark' as const),
    item: id,
    share: fc.tuple(fc.integer(), fc.integer({ min: 1 })).map(([n, d]) => `${n}/${d}`),
  }),
  fc.record({ kind: fc.constant('pick' as const), item: id, part, answer: part }),
  fc.record({ kind: fc.constant('other' as const), item: id, part }),
  fc.record({ kind: fc.constant('why' as const), item: id, why: id }),
)

describe('a fact', () => {
  it('is read from an address as it was written', () => {
    fc.assert(
      fc.property(facts, (fact) => {
        const text = writeFact(fact)
        if (text.length <= 400) expect(readFact(text)).toEqual(fact)
      }),
    )
  })

  it('is nothing in any other text, and no text breaks it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const fact = readFact(text)
        if (fact) expect(readFact(writeFact(fact))).toEqual(fact)
      }),
    )
    for (const text of [
      '',
      'constructor/a',
      'band/10',
      'mark/q1/1/2',
      'mark/q1/1%2F0',
      'asked',
      '%',
    ])
      expect(readFact(text), text).toBeNull()
  })

  it('holds nothing of what was typed', () => {
    const tally: Tally = {
      share: ONE,
      points: 1,
      items: [
        {
          id: 'q1',
          share: ONE,
          rest: ZERO,
          isBlank: false,
          answers: [
            {
              part: '',
              id: 'my secret',
              why: '-',
              typed: { text: 'My Secret!', feedback: null },
            },
          ],
        },
      ],
    }
    const all = factsOf(tally)
    expect(all).toHaveLength(6)
    expect(all.join(' ')).not.toMatch(/secret/i)
  })

  it('of a score is its tenth, below nothing the first and above all the last', () => {
    const bands = [fraction(-1), ZERO, fraction(1, 10), fraction(89, 90), ONE, fraction(3)]
    expect(bands.map(bandOf)).toEqual([0, 0, 1, 9, 9, 9])
  })
})
