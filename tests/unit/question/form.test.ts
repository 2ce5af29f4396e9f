import { describe, expect, it } from 'vitest'
import { completeness } from '@/lib/domain/question/completeness'
import { type FormReader, KINDS } from '@/lib/domain/question/kind'
import { moved } from '@/lib/domain/question/order'
import {
  mark,
  publish,
  readForm,
  readResponse,
  type StoredResponse,
} from '@/lib/domain/question/publish'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { codeFor, gapCodes, rightAnswer, SEED, sample } from './samples'

/** A form as a browser without JavaScript sends it: values by suffix, '' for the plain name. */
const form = (fields: Record<string, string[]>, pressed: string | null = null): FormReader => ({
  values: (suffix = '') => fields[suffix] ?? [],
  pressed,
})
const asForm = (answer: StoredResponse): FormReader => {
  if (typeof answer === 'string') return form({ '': [answer] })
  if (Array.isArray(answer)) return form({ '': answer, set: ['1'] })
  return form(Object.fromEntries(Object.entries(answer).map(([id, text]) => [id, [text]])))
}
const seen = (question: AuthoredQuestion) => publish(question, SEED)

describe('a plain form', () => {
  it.each(KINDS)('of %s carries the right answer as well as a script does', (kind) => {
    const question = sample(kind)
    const read = readForm(seen(question), asForm(rightAnswer(question)))
    expect(mark(question, SEED, read).share).toEqual({ n: 1, d: 1 })
    expect(readResponse(kind, read)).toEqual(read)
  })
  it.each(KINDS)('of %s that is empty or foreign is no answer', (kind) => {
    for (const sent of [form({}), form({ '': [] }), form({ '': ['  '] }), form({ x: ['y'] })])
      expect(readForm(seen(sample(kind)), sent)).toBeNull()
  })
  it('keeps every ticked box', () => {
    const question = sample('multiple-response')
    const ticked = ['one', 'four'].map((word) => codeFor(question, `multiple ${word}`))
    const read = readForm(seen(question), form({ '': [...ticked, 'no such code'] }))
    expect(new Set(read as string[])).toEqual(new Set(ticked))
  })
  it('cuts what is too long instead of losing it', () => {
    const long = form({ '': ['x'.repeat(500)] })
    expect(readResponse('short-text', readForm(seen(sample('short-text')), long))).toHaveLength(200)
    expect(readResponse('numeric', readForm(seen(sample('numeric')), long))).toHaveLength(80)
  })
})

describe('an order without dragging', () => {
  const question = sample('ordering')
  const codes = ['a', 'b', 'c', 'd'].map((id) => codeFor(question, `item ${id}`))
  const [a = '', b = '', c = '', d = ''] = codes
  it.each<[string, string[], string, -1 | 1, string[]]>([
    ['up', ['a', 'b', 'c'], 'b', -1, ['b', 'a', 'c']],
    ['down', ['a', 'b', 'c'], 'b', 1, ['a', 'c', 'b']],
    ['up from the top, where it stays', ['a', 'b', 'c'], 'a', -1, ['a', 'b', 'c']],
    ['down from the end, where it stays', ['a', 'b', 'c'], 'c', 1, ['a', 'b', 'c']],
    ['of something unknown, which changes nothing', ['a', 'b'], 'x', 1, ['a', 'b']],
  ])('moves one place %s', (_name, order, id, by, expected) => {
    expect(moved(order, id, by)).toEqual(expected)
  })
  it('is moved by the button that was pressed, from the order that was sent', () => {
    const sent = { '': [a, b, c, d] }
    expect(readForm(seen(question), form(sent, `${c} up`))).toEqual([a, c, b, d])
    expect(readForm(seen(question), form(sent, `${c} down`))).toEqual([a, b, d, c])
  })
  it('is no answer until it was touched or kept', () => {
    const sent = { '': [a, b, c, d] }
    expect(readForm(seen(question), form(sent))).toBeNull()
    expect(readForm(seen(question), form(sent, 'keep'))).toEqual([a, b, c, d])
    expect(readForm(seen(question), form({ ...sent, set: ['1'] }))).toEqual([a, b, c, d])
  })
})

describe('how far an answer has come', () => {
  it.each(KINDS)('of %s is blank without one and answered with a whole one', (kind) => {
    const question = sample(kind)
    expect(completeness(seen(question), null)).toBe('blank')
    expect(completeness(seen(question), rightAnswer(question))).toBe('answered')
  })
  it('is started where a field of several is empty, or a number is none', () => {
    const matching = sample('matching')
    const cloze = sample('cloze')
    const [x = '', y = ''] = gapCodes(cloze)
    const row = codeFor(matching, 'row a')
    const choice = codeFor(matching, 'choice one')
    expect(completeness(seen(matching), { [row]: choice })).toBe('started')
    expect(completeness(seen(matching), { [row]: ' ' })).toBe('blank')
    expect(completeness(seen(cloze), { [x]: 'ten', [y]: '' })).toBe('started')
    expect(completeness(seen(sample('numeric')), 'about')).toBe('not-a-number')
    expect(completeness(seen(sample('numeric')), '12 1000')).toBe('not-a-number')
    expect(completeness(seen(sample('numeric')), '12 km')).toBe('answered')
    expect(completeness(seen(sample('numeric')), 'twelve')).toBe('answered')
    expect(completeness(seen(sample('short-text')), '  ')).toBe('blank')
  })
  it('is the same for a right and a wrong answer', () => {
    const question = sample('single-choice')
    for (const word of ['one', 'two'])
      expect(completeness(seen(question), codeFor(question, `single ${word}`))).toBe('answered')
  })
})
