import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compare, ONE, ZERO } from '@/lib/domain/fraction'
import { correctQuestion, keyFieldsOf, textsFor, textsOf } from '@/lib/domain/question/correct'
import { KINDS, type Kind } from '@/lib/domain/question/kind'
import { mark } from '@/lib/domain/question/publish'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { share } from './marks'
import { codeFor, gapCodes, rightAnswer, SEED, sample } from './samples'

/** The question with these fields of its form changed. */
function put<Question extends AuthoredQuestion>(
  question: Question,
  changes: Record<string, string[]>,
): Question {
  const corrected = correctQuestion(question, { ...textsOf(question), ...changes })
  if (!corrected.ok) throw new Error(JSON.stringify(corrected.faults))
  return corrected.value as Question
}
const faultsOf = (question: AuthoredQuestion, changes: Record<string, string[]>) => {
  const corrected = correctQuestion(question, { ...textsOf(question), ...changes })
  return corrected.ok ? {} : corrected.faults
}

describe('the form of a key', () => {
  it.each(KINDS)('says the key of a %s as it is: sent back unchanged, nothing changes', (kind) => {
    const question = sample(kind)
    const same = put(question, {})
    expect(textsOf(same)).toEqual(textsOf(question))
    expect(share(same, rightAnswer(question))).toBe('1')
    expect(mark(same, SEED, rightAnswer(question))).toEqual(
      mark(question, SEED, rightAnswer(question)),
    )
  })

  it.each(KINDS)('of a %s is answered by a question or by faults, whatever it says', (kind) => {
    const question = sample(kind)
    const names = Object.keys(textsOf(question))
    const known = keyFieldsOf(question).flatMap(({ options, initial }) => [
      ...options.map(({ value }) => value),
      ...initial,
    ])
    const text = fc.oneof(fc.constantFrom(...known, '1', ''), fc.string())
    const texts = fc.dictionary(fc.constantFrom(...names), fc.array(text, { maxLength: 4 }))
    fc.assert(
      fc.property(texts, (changes) => {
        const corrected = correctQuestion(question, { ...textsOf(question), ...changes })
        if (!corrected.ok) {
          expect(Object.keys(corrected.faults)).not.toEqual([])
          return
        }
        const { share: earned } = mark(corrected.value, SEED, rightAnswer(question))
        expect(compare(earned, ZERO)).toBeGreaterThanOrEqual(0)
        expect(compare(earned, ONE)).toBeLessThanOrEqual(0)
        expect(put(corrected.value, {})).toEqual(corrected.value)
      }),
    )
  })

  it('takes no texts but its own, so that it never half fits another question', () => {
    for (const kind of KINDS)
      expect(faultsOf(sample(kind), { 'row:elsewhere': ['x'] })).toEqual({
        'row:elsewhere': 'keyUnknown',
      })
    const question = sample('short-text')
    expect(textsFor(question, { key: ['a'], classId: ['b'] })).toEqual({
      key: ['a'],
      accept: [],
      feedback: [],
      points: [],
      explanation: [],
    })
  })

  it('changes what a question is worth and why its answer is right, within limits', () => {
    const question = sample('true-false')
    expect(put(question, { points: ['3'], explanation: [' Because. '] })).toMatchObject({
      points: 3,
      explanation: 'Because.',
    })
    for (const points of ['0', '21', '1.5', 'x', ''])
      expect(faultsOf(question, { points: [points] })).toEqual({ points: 'keyPoints' })
    expect(faultsOf(question, { explanation: [' '] })).toEqual({ explanation: 'keyText' })
    expect(faultsOf(question, { feedback: ['x'.repeat(601)] })).toEqual({ feedback: 'keyText' })
  })
})

/** Each kind: what is put right, an answer, and what that earns before and after. */
const cases: {
  [K in Kind]: {
    question: () => AuthoredQuestion
    changes: Record<string, string[]>
    answer: (question: AuthoredQuestion) => unknown
    earns: [before: string, after: string]
  }
} = {
  'single-choice': {
    question: () => sample('single-choice'),
    changes: { key: ['canary-id-single-two', 'canary-id-single-four'] },
    answer: (question) => codeFor(question, 'single four'),
    earns: ['0', '1'],
  },
  'multiple-response': {
    question: () => sample('multiple-response'),
    changes: { key: ['canary-id-multiple-four', 'canary-id-multiple-five'] },
    answer: (question) => [codeFor(question, 'multiple four')],
    earns: ['0', '1/2'],
  },
  'true-false': {
    question: () => sample('true-false'),
    changes: { key: ['false'] },
    answer: () => 'false',
    earns: ['0', '1'],
  },
  numeric: {
    question: () => sample('numeric'),
    changes: { key: ['55500'], tolerance: ['20'] },
    answer: () => '55,512 km',
    earns: ['0', '1'],
  },
  'short-text': {
    question: () => sample('short-text'),
    changes: { accept: ['canary accept short\ncanary wrong short'] },
    answer: () => 'Canary wrong short.',
    earns: ['0', '1'],
  },
  matching: {
    question: () => sample('matching'),
    changes: { 'row:canary-id-row-a': ['canary-id-choice-four'] },
    answer: (question) => ({ [codeFor(question, 'row a')]: codeFor(question, 'choice four') }),
    earns: ['0', '1/3'],
  },
  ordering: {
    question: () => sample('ordering'),
    changes: {
      'place:1': ['canary-id-item-a'],
      'place:2': ['canary-id-item-b'],
      'place:3': ['canary-id-item-c'],
      'place:4': ['canary-id-item-d'],
    },
    answer: (question) => ['a', 'b', 'c', 'd'].map((id) => codeFor(question, `item ${id}`)),
    earns: ['0', '1'],
  },
  cloze: {
    question: () => sample('cloze'),
    changes: {
      'gap:canary-id-gap-x': ['first\nsecond'],
      'gap:canary-id-gap-y': ['canary-id-gap-y-two', 'canary-id-gap-y-three'],
    },
    answer: (question) => {
      const [x = '', y = ''] = gapCodes(question as ReturnType<typeof sample<'cloze'>>)
      return { [x]: 'Second', [y]: codeFor(question, 'gap y three') }
    },
    earns: ['0', '2/3'],
  },
}

describe('a key that is put right', () => {
  it.each(KINDS)('marks a %s by what it says now', (kind) => {
    const { question: make, changes, answer, earns } = cases[kind]
    const question = make()
    const value = answer(question)
    expect([share(question, value), share(put(question, changes), value)]).toEqual(earns)
  })

  it('names what is there, each thing once, and is never empty', () => {
    expect(faultsOf(sample('single-choice'), { key: [] })).toEqual({ key: 'keyNone' })
    expect(faultsOf(sample('single-choice'), { key: ['nothing'] })).toEqual({ key: 'keyUnknown' })
    expect(faultsOf(sample('multiple-response'), { key: [] })).toEqual({ key: 'keyNone' })
    expect(faultsOf(sample('true-false'), { key: ['maybe'] })).toEqual({ key: 'keyUnknown' })
    expect(faultsOf(sample('numeric'), { key: ['ten'], tolerance: ['-1'] })).toEqual({
      key: 'keyDecimal',
      tolerance: 'keyTolerance',
    })
    expect(faultsOf(sample('short-text'), { key: [''] })).toEqual({ key: 'keyAnswer' })
    expect(faultsOf(sample('short-text'), { accept: ['x'.repeat(121)] })).toEqual({
      accept: 'keyAnswers',
    })
    expect(faultsOf(sample('matching'), { 'row:canary-id-row-a': ['x'] })).toEqual({
      'row:canary-id-row-a': 'keyUnknown',
    })
    expect(faultsOf(sample('ordering'), { 'place:2': ['canary-id-item-c'] })).toEqual({
      'place:2': 'keyTwice',
    })
    expect(faultsOf(sample('cloze'), { 'gap:canary-id-gap-y': [] })).toEqual({
      'gap:canary-id-gap-y': 'keyNone',
    })
  })

  it('of several right options shows all of them to whoever chose none, and one to whoever did', () => {
    const question = put(sample('single-choice'), cases['single-choice'].changes)
    const parts = (text: string) => mark(question, SEED, codeFor(question, text)).parts[0]
    expect(parts('single one')?.expected).toBe('single two / single four')
    expect(parts('single four')).toMatchObject({ expected: 'single four', feedback: null })
    const { others = [] } = mark(question, SEED, null)
    expect(others.map(({ text }) => text)).toEqual(['single one', 'single three', 'single five'])
  })

  it('with one option again has forgotten the others', () => {
    const both = put(sample('single-choice'), cases['single-choice'].changes)
    const one = put(both, { key: ['canary-id-single-four'] })
    expect([
      share(one, codeFor(one, 'single two')),
      share(one, codeFor(one, 'single four')),
    ]).toEqual(['0', '1'])
  })

  it('takes what is right now out of the known mistakes', () => {
    const text = put(sample('short-text'), cases['short-text'].changes)
    expect(text.wrong).toEqual([])
    const number = put(sample('numeric'), cases.numeric.changes)
    expect(number.wrong).toEqual([])
  })
})
