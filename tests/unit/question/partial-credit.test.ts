import { describe, expect, it } from 'vitest'
import { mark } from '@/lib/domain/question/publish'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { feedback, share, verdicts } from './marks'
import { codeFor, gapCodes, SEED, sample } from './samples'

describe('multiple response, keys A B C of A B C D E', () => {
  const letters = { A: 'one', B: 'two', C: 'three', D: 'four', E: 'five' }
  const partial = sample('multiple-response')
  const whole = sample('multiple-response', { scoring: 'all-or-nothing' })
  const ticked = (question: AuthoredQuestion, text: string) =>
    [...text].map((letter) =>
      codeFor(question, `multiple ${letters[letter as keyof typeof letters]}`),
    )
  it.each([
    ['ABC', '1', '1'],
    ['AB', '2/3', '0'],
    ['A', '1/3', '0'],
    ['ABCD', '2/3', '0'],
    ['ABD', '1/3', '0'],
    ['ABCDE', '1/3', '0'],
    ['DE', '0', '0'],
    ['', '0', '0'],
    ['AD', '0', '0'],
    ['ADE', '0', '0'],
  ])('ticked %j earns %s by right minus wrong, %s by all or nothing', (text, some, all) => {
    expect(share(partial, ticked(partial, text))).toBe(some)
    expect(share(whole, ticked(whole, text))).toBe(all)
  })
  it('counts an option ticked twice once, and unknown codes not at all', () => {
    const [code = ''] = ticked(partial, 'A')
    expect(share(partial, [code, code, code])).toBe('1/3')
    expect(share(partial, [code, 'no such code'])).toBe('1/3')
  })
  it('tells what was missed and why a ticked one is wrong', () => {
    const { parts } = mark(partial, SEED, ticked(partial, 'AD'))
    expect(parts.map(({ verdict, given, expected }) => [verdict, given, expected])).toEqual([
      ['right', 'multiple one', 'multiple one'],
      ['missed', null, 'multiple two'],
      ['missed', null, 'multiple three'],
      ['wrong', 'multiple four', null],
    ])
    expect(parts.map((part) => part.feedback)).toEqual([
      null,
      null,
      null,
      'canary feedback multiple four',
    ])
  })
  it('gives the reason of every wrong option: with the ticked ones, or among the others', () => {
    const why = (word: string) => ({
      text: `multiple ${word}`,
      why: `canary feedback multiple ${word}`,
    })
    expect(mark(partial, SEED, ticked(partial, 'AD')).others).toEqual([why('five')])
    expect(mark(partial, SEED, ticked(partial, 'ABC')).others).toEqual([why('four'), why('five')])
    expect(mark(partial, SEED, null).others).toEqual([why('four'), why('five')])
    expect(mark(partial, SEED, ticked(partial, 'DE')).others).toEqual([])
  })
  it('takes a text, a group or too long a list for no answer', () => {
    const many = Array.from({ length: 13 }, () => ticked(partial, 'A')[0])
    for (const value of [ticked(partial, 'A')[0], { a: 'b' }, many, [5]])
      expect(verdicts(partial, value)).toEqual(['missed', 'missed', 'missed'])
  })
})

describe('matching', () => {
  const question = sample('matching')
  const pairs = (...pairs: [row: string, choice: string][]) =>
    Object.fromEntries(
      pairs.map(([row, choice]) => [
        codeFor(question, `row ${row}`),
        codeFor(question, `choice ${choice}`),
      ]),
    )
  it.each<[string, [string, string][], string, string[]]>([
    [
      'two right',
      [
        ['a', 'three'],
        ['b', 'one'],
        ['c', 'four'],
      ],
      '2/3',
      ['right', 'right', 'wrong'],
    ],
    ['one right, two left out', [['b', 'one']], '1/3', ['blank', 'right', 'blank']],
    [
      'one choice for all',
      [
        ['a', 'one'],
        ['b', 'one'],
        ['c', 'one'],
      ],
      '1/3',
      ['wrong', 'right', 'wrong'],
    ],
    [
      'all wrong',
      [
        ['a', 'four'],
        ['b', 'two'],
        ['c', 'one'],
      ],
      '0',
      ['wrong', 'wrong', 'wrong'],
    ],
  ])('%s', (_name, given, earned, expected) => {
    expect(share(question, pairs(...given))).toBe(earned)
    expect(verdicts(question, pairs(...given))).toEqual(expected)
  })
  it('says where a misplaced choice belongs', () => {
    expect(feedback(question, pairs(['a', 'four']))).toEqual([
      'canary feedback choice four',
      null,
      null,
    ])
  })
  it('keeps the other pairs when one was emptied again', () => {
    const emptied = { ...pairs(['a', 'three'], ['b', 'one']), [codeFor(question, 'row c')]: '' }
    expect(share(question, emptied)).toBe('2/3')
    expect(verdicts(question, emptied)).toEqual(['right', 'right', 'blank'])
  })
  it.each([['x'], [['x']], [{ x: 5 }], [{ x: ['y'] }], [7]])('takes %j for no answer', (value) => {
    expect(verdicts(question, value)).toEqual(['blank', 'blank', 'blank'])
  })
})

describe('ordering, right order c a d b', () => {
  const question = sample('ordering')
  const order = (text: string) => [...text].map((id) => codeFor(question, `item ${id}`))
  it.each([
    ['cadb', '1'],
    ['adbc', '2/3'],
    ['bcad', '2/3'],
    ['cabd', '1/3'],
    ['dbca', '2/3'],
    ['bdac', '0'],
    ['acbd', '0'],
  ])('%s earns %s: a share for each item followed by the right one', (text, earned) => {
    expect(share(question, order(text))).toBe(earned)
  })
  it('explains each share: what was put after an item, and what belongs there', () => {
    const { parts } = mark(question, SEED, order('cabd'))
    expect(
      parts.map(({ label, given, expected, verdict }) => [label, given, expected, verdict]),
    ).toEqual([
      ['item c', 'item a', 'item a', 'right'],
      ['item a', 'item b', 'item d', 'wrong'],
      ['item d', '—', 'item b', 'wrong'],
    ])
  })
  it('tells the right order as a whole, with the note of each item, whatever was answered', () => {
    for (const value of [order('cadb'), order('bdac'), null])
      expect(mark(question, SEED, value).order).toEqual([
        'item c (canary note c)',
        'item a (canary note a)',
        'item d (canary note d)',
        'item b (canary note b)',
      ])
  })
  it('takes what is no permutation of the items for no answer', () => {
    for (const value of [order('cad'), order('cadd'), [...order('cadb'), 'x'], 'cadb', { a: 'c' }])
      expect(verdicts(question, value)).toEqual(['blank', 'blank', 'blank'])
  })
})

describe('cloze', () => {
  const question = sample('cloze')
  const [x = '', y = '', z = ''] = gapCodes(question)
  const option = (word: string) => codeFor(question, `gap y ${word}`)
  it.each<[string, Record<string, string>, string, string[]]>([
    [
      'two right',
      { [x]: 'canary key gap x', [y]: option('two'), [z]: 'no' },
      '2/3',
      ['right', 'right', 'wrong'],
    ],
    ['one right, two left out', { [y]: option('two') }, '1/3', ['blank', 'right', 'blank']],
    ['all wrong', { [x]: 'no', [y]: option('one'), [z]: 'no' }, '0', ['wrong', 'wrong', 'wrong']],
    ['an unknown option', { [y]: 'no such code' }, '0', ['blank', 'blank', 'blank']],
    [
      'one emptied again',
      { [x]: 'canary key gap x', [z]: '  ' },
      '1/3',
      ['right', 'blank', 'blank'],
    ],
  ])('%s', (_name, given, earned, expected) => {
    expect(share(question, given)).toBe(earned)
    expect(verdicts(question, given)).toEqual(expected)
  })
  it('says why, gap by gap', () => {
    expect(
      feedback(question, { [x]: 'canary wrong gap x', [y]: option('one'), [z]: 'other' }),
    ).toEqual(['canary reason gap x', 'canary feedback gap y one', 'canary feedback gap z'])
  })
  it.each([['x'], [['x']], [{ x: 5 }], [7]])('takes %j for no answer', (value) => {
    expect(verdicts(question, value)).toEqual(['blank', 'blank', 'blank'])
  })
})
