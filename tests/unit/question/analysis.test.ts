import { describe, expect, it } from 'vitest'
import { add, type Fraction, fraction, multiply, ZERO } from '@/lib/domain/fraction'
import { KINDS } from '@/lib/domain/question/kind'
import { guessOf, mark, offeredBy, pickedBy } from '@/lib/domain/question/publish'
import { codeFor, gapCodes, rightAnswer, SEED, sample } from './samples'

const OTHER_SEED = 'another seed of the tests'

/** The mean share of all these answers, marked one by one. */
function meanShare(question: Parameters<typeof mark>[0], answers: readonly unknown[]): Fraction {
  const total = answers.reduce<Fraction>(
    (sum, answer) => add(sum, mark(question, SEED, answer).share),
    ZERO,
  )
  return multiply(total, fraction(1, answers.length))
}
const subsetsOf = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: 2 ** items.length }, (_, bits) =>
    items.filter((_item, at) => bits & (1 << at)),
  )
const ordersOf = <Item>(items: readonly Item[]): Item[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item) =>
        ordersOf(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
      )

describe('the random guess score', () => {
  it('of a single choice is one in its options, of true or false one half', () => {
    expect(guessOf(sample('single-choice'))).toEqual(fraction(1, 5))
    expect(guessOf(sample('true-false'))).toEqual(fraction(1, 2))
  })

  it('of matching is one in its choices: all 64 ways to fill three rows agree', () => {
    const question = sample('matching')
    const rows = ['row a', 'row b', 'row c'].map((text) => codeFor(question, text))
    const choices = ['one', 'two', 'three', 'four'].map((word) =>
      codeFor(question, `choice ${word}`),
    )
    const ways = choices.flatMap((a) =>
      choices.flatMap((b) =>
        choices.map((c) => ({ [rows[0] ?? '']: a, [rows[1] ?? '']: b, [rows[2] ?? '']: c })),
      ),
    )
    expect(ways).toHaveLength(64)
    expect(guessOf(question)).toEqual(fraction(1, 4))
    expect(meanShare(question, ways)).toEqual(fraction(1, 4))
  })

  it('of an order is one in its items: all 24 orders of four agree', () => {
    const question = sample('ordering')
    const codes = ['a', 'b', 'c', 'd'].map((id) => codeFor(question, `item ${id}`))
    expect(guessOf(question)).toEqual(fraction(1, 4))
    expect(meanShare(question, ordersOf(codes))).toEqual(fraction(1, 4))
  })

  it.each(['right-minus-wrong', 'all-or-nothing'])(
    'of a multiple response is the mean over all ways to tick something (%s)',
    (scoring) => {
      const words = ['one', 'two', 'three', 'four', 'five']
      for (const keys of [1, 2, 3]) {
        const key = words.slice(0, keys).map((word) => `canary-id-multiple-${word}`)
        const question = sample('multiple-response', { scoring, key })
        const codes = words.map((word) => codeFor(question, `multiple ${word}`))
        const ways = subsetsOf(codes).filter(({ length }) => length > 0)
        expect(ways).toHaveLength(31)
        expect(guessOf(question)).toEqual(meanShare(question, ways))
      }
    },
  )

  it('of a multiple response has the value that is worked out by hand', () => {
    // Three keys of five. Nothing wrong ticked: 3 × 1 + 3 × 2 + 1 × 3 thirds; one wrong, twice:
    // 3 × 1 + 1 × 2; both wrong: 1. In all 12 + 10 + 1.
    const question = sample('multiple-response')
    expect(guessOf(question)).toEqual(fraction(23, 3 * 31))
    expect(guessOf(sample('multiple-response', { scoring: 'all-or-nothing' }))).toEqual(
      fraction(1, 31),
    )
  })

  it('of what is typed is 0, and of a text with gaps the mean of its gaps', () => {
    expect(guessOf(sample('numeric'))).toEqual(ZERO)
    expect(guessOf(sample('short-text'))).toEqual(ZERO)
    expect(guessOf(sample('cloze'))).toEqual(fraction(1, 9))
  })
})

describe('what an answer picks', () => {
  it.each(KINDS)(
    '%s: the right answer picks the keys that are offered, whatever the seed',
    (kind) => {
      const question = sample(kind)
      const keys = offeredBy(question).filter(({ isKey }) => isKey)
      for (const seed of [SEED, OTHER_SEED]) {
        const picked = pickedBy(question, seed, rightAnswer(question, seed))
        expect(picked.every(({ isKey, feedback }) => isKey && feedback === null)).toBe(true)
        expect(picked.map(({ part }) => part)).toEqual(keys.map(({ part }) => part))
        if (kind !== 'cloze' && kind !== 'short-text')
          expect(picked.map(({ id }) => id)).toEqual(keys.map(({ id }) => id))
      }
    },
  )

  it.each(KINDS)('%s: a blank or anything else picks nothing and never throws', (kind) => {
    for (const value of [null, undefined, '', [], {}, 7, ['x', 'y'], { x: 1 }])
      expect(pickedBy(sample(kind), SEED, value)).toEqual([])
  })

  it('is the wrong option with the misconception that its feedback names', () => {
    const single = sample('single-choice')
    expect(pickedBy(single, SEED, codeFor(single, 'single four'))).toEqual([
      {
        part: '',
        label: null,
        id: 'canary-id-single-four',
        text: 'single four',
        isKey: false,
        feedback: 'canary feedback single four',
      },
    ])
    expect(pickedBy(sample('true-false'), SEED, 'false')).toMatchObject([
      { id: 'false', text: 'False', isKey: false, feedback: 'canary feedback true-false' },
    ])
  })

  it('is every option ticked, right and wrong', () => {
    const question = sample('multiple-response')
    const ticked = ['one', 'five'].map((word) => codeFor(question, `multiple ${word}`))
    expect(pickedBy(question, SEED, ticked)).toMatchObject([
      { text: 'multiple one', isKey: true, feedback: null },
      { text: 'multiple five', isKey: false, feedback: 'canary feedback multiple five' },
    ])
  })

  it('groups typed words by how they are compared, and names only known misconceptions', () => {
    const question = sample('short-text')
    const idOf = (typed: string) => pickedBy(question, SEED, typed)[0]?.id
    expect(idOf('  Canary  WRONG short.')).toBe(idOf('canary wrong short'))
    expect(pickedBy(question, SEED, 'Canary wrong short')).toMatchObject([
      { isKey: false, feedback: 'canary reason short' },
    ])
    expect(pickedBy(question, SEED, 'something else')).toMatchObject([
      { isKey: false, feedback: null },
    ])
  })

  it('groups numbers by their value, and what is none by its words', () => {
    const question = sample('numeric')
    const [key] = offeredBy(question)
    for (const typed of ['987654.5', '987,654.5 km', '987 654,5'])
      expect(pickedBy(question, SEED, typed)).toMatchObject([{ id: key?.id, isKey: true }])
    expect(pickedBy(question, SEED, '55,512')).toMatchObject([
      { isKey: false, feedback: 'canary feedback known number' },
    ])
    expect(pickedBy(question, SEED, 'About Forty')).toMatchObject([
      { id: 'about forty', text: 'About Forty', isKey: false, feedback: null },
    ])
  })

  it('is one choice for each row, gap and neighbour that was filled', () => {
    const pairs = sample('matching')
    const half = { [codeFor(pairs, 'row b')]: codeFor(pairs, 'choice four') }
    expect(pickedBy(pairs, SEED, half)).toMatchObject([
      {
        label: 'row b',
        text: 'choice four',
        isKey: false,
        feedback: 'canary feedback choice four',
      },
    ])
    const gaps = sample('cloze')
    const [, second = ''] = gapCodes(gaps)
    expect(pickedBy(gaps, SEED, { [second]: codeFor(gaps, 'gap y one') })).toMatchObject([
      { label: '2', text: 'gap y one', isKey: false, feedback: 'canary feedback gap y one' },
    ])
    const order = sample('ordering')
    const given = ['a', 'b', 'c', 'd'].map((id) => codeFor(order, `item ${id}`))
    expect(
      pickedBy(order, SEED, given).map(({ label, text, isKey }) => [label, text, isKey]),
    ).toEqual([
      ['item c', 'item d', false],
      ['item a', 'item b', false],
      ['item d', '', false],
    ])
  })
})
