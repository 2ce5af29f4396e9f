import { describe, expect, it } from 'vitest'
import { toNumber } from '@/lib/domain/fraction'
import { KINDS } from '@/lib/domain/question/kind'
import { mark } from '@/lib/domain/question/publish'
import { feedback, share, verdicts } from './marks'
import { codeFor, rightAnswer, SEED, sample } from './samples'

describe('every kind', () => {
  it.each(KINDS)(
    'gives %s the whole share for the whole key, and says nothing is wrong',
    (kind) => {
      const question = sample(kind)
      const { share: earned, parts } = mark(question, SEED, rightAnswer(question))
      expect(toNumber(earned)).toBe(1)
      expect(parts.map(({ verdict }) => verdict)).toEqual(parts.map(() => 'right'))
      expect(parts.map((part) => part.feedback)).toEqual(parts.map(() => null))
    },
  )
  it.each(KINDS)('gives %s nothing for nothing, and calls it blank and not wrong', (kind) => {
    const question = sample(kind)
    for (const nothing of [null, undefined, '', '   ', [], {}]) {
      const { share: earned, parts } = mark(question, SEED, nothing)
      expect(toNumber(earned)).toBe(0)
      expect(parts.every(({ verdict }) => verdict === 'blank' || verdict === 'missed')).toBe(true)
      expect(parts.every((part) => part.feedback === null && part.given === null)).toBe(true)
      expect(parts.every(({ expected }) => expected !== null)).toBe(true)
    }
  })
  it.each(KINDS)('gives %s nothing for codes of another attempt', (kind) => {
    const question = sample(kind)
    const foreign = rightAnswer(question, 'another seed')
    if (JSON.stringify(foreign) === JSON.stringify(rightAnswer(question))) return
    expect(toNumber(mark(question, SEED, foreign).share)).toBe(0)
  })
  it.each(KINDS)('gives %s nothing for authored ids, which learners never see', (kind) => {
    const question = sample(kind)
    const ids = JSON.stringify(question).match(/canary-id-[a-z-]+/g) ?? []
    for (const id of ids)
      for (const value of [id, [id], { [id]: id }, ids])
        expect(toNumber(mark(question, SEED, value).share)).toBe(0)
  })
})

describe('single choice', () => {
  const question = sample('single-choice')
  it('is right or wrong, and says why it is wrong', () => {
    const wrong = codeFor(question, 'single one')
    expect(share(question, wrong)).toBe('0')
    expect(mark(question, SEED, wrong).parts).toEqual([
      {
        ref: wrong,
        label: null,
        given: 'single one',
        expected: 'single two',
        verdict: 'wrong',
        feedback: 'canary feedback single one',
      },
    ])
  })
  it.each([[['x']], [{ a: 'x' }], [5], [true], ['no such code'], ['x'.repeat(65)]])(
    'takes %j for no answer',
    (value) => {
      expect(verdicts(question, value)).toEqual(['blank'])
    },
  )
})

describe('true or false', () => {
  it.each([
    [true, 'true', '1'],
    [true, 'false', '0'],
    [false, 'true', '0'],
    [false, 'false', '1'],
  ])('with the key %s, %s earns %s', (key, value, earned) => {
    const question = sample('true-false', { key })
    expect(share(question, value)).toBe(earned)
    expect(feedback(question, value)).toEqual([
      earned === '1' ? null : 'canary feedback true-false',
    ])
  })
  it.each([[true], ['TRUE'], ['yes'], [['true']], [{ true: 'true' }]])(
    'takes %j for no answer',
    (value) => {
      expect(verdicts(sample('true-false'), value)).toEqual(['blank'])
    },
  )
  it('speaks of its answers in the words of the author', () => {
    const question = sample('true-false', { labels: { true: 'Vrai', false: 'Faux' } })
    expect(mark(question, SEED, 'false').parts[0]).toMatchObject({
      given: 'Faux',
      expected: 'Vrai',
    })
  })
})

describe('numeric', () => {
  const about = sample('numeric', { key: '40', tolerance: '0.5', wrong: [] })
  const exact = sample('numeric', { key: '8.7', tolerance: 0, wrong: [] })
  it.each([
    ['40', '1'],
    ['40,5 km', '1'],
    ['39.5 kilometres', '1'],
    ['40.51', '0'],
    ['39.49999', '0'],
    ['-40', '0'],
    ['four', '0'],
    ['forty', '0'],
  ])('40 ± 0.5 km: %j earns %s', (typed, earned) => {
    expect(share(about, typed)).toBe(earned)
  })
  it.each([
    ['8.7', '1'],
    ['8,7', '1'],
    ['8.70', '1'],
    ['8.69999999999', '0'],
    ['8.70000000001', '0'],
    ['87', '0'],
  ])('8.7 and nothing else: %j earns %s', (typed, earned) => {
    expect(share(exact, typed)).toBe(earned)
  })
  it('tells a known misconception from any other wrong number', () => {
    const question = sample('numeric')
    expect(feedback(question, '55 512')).toEqual(['canary feedback known number'])
    expect(feedback(question, '55 513')).toEqual(['canary feedback number'])
  })
  it('is given as a word where that is no longer than twenty', () => {
    const nine = sample('numeric', { key: '9', tolerance: 0, unit: 'years', wrong: [] })
    for (const typed of ['nine', 'Nine', ' NINE. ', 'nine years'])
      expect(share(nine, typed)).toBe('1')
    expect(share(nine, 'ten')).toBe('0')
    const known = sample('numeric', { wrong: [{ value: '12', feedback: 'Why not twelve.' }] })
    expect(feedback(known, 'twelve')).toEqual(['Why not twelve.'])
  })
  it('is told apart from what is no number, which gets no reason of a wrong number', () => {
    const question = sample('numeric')
    for (const typed of ['forty', 'about', '12 1000', '40 miles']) {
      expect(verdicts(question, typed)).toEqual(['not-a-number'])
      expect(feedback(question, typed)).toEqual([null])
      expect(share(question, typed)).toBe('0')
    }
  })
  it('says the tolerance with the right number, where there is one', () => {
    expect(mark(about, SEED, '1').parts[0]?.expected).toBe('40 ± 0.5 km')
    expect(mark(exact, SEED, '1').parts[0]?.expected).toBe('8.7 km')
  })
  it('judges numbers of any length that is read, and never throws', () => {
    const long = sample('numeric', { key: '121000.123456', tolerance: '0.000001', wrong: [] })
    for (const typed of ['0.00000000001', '999999999999', '-.99999999999', '121000.123457'])
      expect(['0', '1']).toContain(share(long, typed))
    expect(share(long, '121000.123457')).toBe('1')
    expect(share(long, '121000.123458')).toBe('0')
  })
  it.each([[40], [['40']], [{ a: '40' }], ['4'.repeat(81)]])('takes %j for no answer', (value) => {
    expect(verdicts(about, value)).toEqual(['blank'])
  })
})

describe('short text', () => {
  const question = sample('short-text', {
    key: 'Chang’e 6',
    accept: ['CE-6'],
    wrong: [{ answers: ['Chang’e 5'], feedback: 'That was the one before.' }],
    feedback: 'Look at the third mission.',
  })
  it.each([
    ['Chang’e 6', '1'],
    ["chang'e 6", '1'],
    ['  CHANG‘E   6. ', '1'],
    ['ce – 6', '1'],
    ["Chang'e 5", '0'],
    ["Chang'e 66", '0'],
    ['Change 6', '0'],
    ['Chang’e', '0'],
    ['6', '0'],
  ])('%j earns %s', (typed, earned) => {
    expect(share(question, typed)).toBe(earned)
  })
  it('tells a known wrong answer from any other', () => {
    expect(feedback(question, "chang'e 5")).toEqual(['That was the one before.'])
    expect(feedback(question, 'Apollo 11')).toEqual(['Look at the third mission.'])
  })
  it.each([[6], [['Chang’e 6']], [{ a: 'Chang’e 6' }], ['x'.repeat(201)]])(
    'takes %j for no answer',
    (value) => {
      expect(verdicts(question, value)).toEqual(['blank'])
    },
  )
})
