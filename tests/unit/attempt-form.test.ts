import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { moveOf, readPageForm, targetOf } from '@/lib/domain/attempt-form'
import { publish } from '@/lib/domain/question/publish'
import { the } from '@/tests/support/the'
import { statements } from '@/tests/support/versions'
import { rightAnswer, sample } from '@/tests/unit/question/samples'

const [q1] = statements(1).map((question) => publish(question, 'seed'))
const statement = the(q1)
const ordering = sample('ordering', { id: 'order' })

describe('what a page’s form says to a question', () => {
  it('is its answer, the version beneath it and its age', () => {
    const form = readPageForm({ 'v.q1': ['3'], 'r.q1': ['true'], 'age.q1': ['1500'] })
    expect(form.entryFor(statement)).toEqual({
      questionId: 'q1',
      value: 'true',
      base: 3,
      age: 1500,
    })
  })

  it('is nothing where the question did not stand on the page', () => {
    expect(readPageForm({ 'r.q1': ['true'] }).entryFor(statement)).toBeNull()
  })

  it('is blank where it stood there and nothing was chosen', () => {
    const entry = readPageForm({ 'v.q1': ['2'] }).entryFor(statement)
    expect(entry).toEqual({ questionId: 'q1', value: null, base: 2, age: null })
  })

  it.each(['', 'soon', '-1', '1.5', '1e400', '9'.repeat(40)])(
    'has no age where that is %j: no answer is newer for it',
    (age) => {
      const entry = readPageForm({ 'v.q1': '1', 'age.q1': age }).entryFor(statement)
      expect(entry?.age).toBeNull()
    },
  )

  it.each([
    ['x', 0],
    ['-3', 0],
    ['9007199254740991', 1_000_000],
  ])('has a base that can be stored where the form says %j', (version, base) => {
    expect(readPageForm({ 'v.q1': version }).entryFor(statement)?.base).toBe(base)
  })

  it('is an order with one item moved where one of its own buttons was pressed', () => {
    const codes = rightAnswer(ordering, 'seed') as string[]
    const texts = { 'v.order': '0', 'r.order': codes, move: `order ${codes[1]} up` }
    const form = readPageForm(texts)
    const [first = '', second = '', ...rest] = codes
    expect(form.entryFor(publish(ordering, 'seed'))?.value).toEqual([second, first, ...rest])
    expect(moveOf(form)).toBe('order')
  })

  it('is no moved order where another question’s button was pressed', () => {
    const codes = rightAnswer(ordering, 'seed') as string[]
    const texts = {
      'v.order': '0',
      'r.order': codes,
      'r.order.set': '1',
      move: `orders ${codes[1]} up`,
    }
    expect(readPageForm(texts).entryFor(publish(ordering, 'seed'))?.value).toEqual(codes)
  })

  it('is read from any form without an error', () => {
    const question = publish(ordering, 'seed')
    const name = fc.constantFrom(
      'page',
      'go',
      'flag',
      'move',
      'sure',
      'v.order',
      'age.order',
      'r.order',
      'r.order.set',
    )
    const texts = fc.dictionary(name, fc.oneof(fc.string(), fc.array(fc.string())))
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 100 }), (any, last) => {
        const form = readPageForm(any)
        const entry = form.entryFor(question)
        expect(entry === null || entry.base >= 0).toBe(true)
        const target = targetOf(form, last)
        expect(target === 'review' || Number.isSafeInteger(target)).toBe(true)
      }),
    )
  })
})

describe('a button of the page', () => {
  const at = (page: string, go: string) => targetOf(readPageForm({ page, go }), 5)

  it.each([
    ['2', 'next', 3],
    ['2', 'previous', 1],
    ['1', 'previous', 1],
    ['5', 'next', 'review'],
    ['9', 'next', 'review'],
    ['2', 'review', 'review'],
    ['2', 'save', 2],
    ['2', 'check', 2],
    ['2', '', 2],
    ['2', 'page:4', 4],
    ['2', 'page:99', 5],
    ['2', 'page:0', 1],
    ['2', 'page:four', 2],
    ['nowhere', 'save', 1],
    ['99', 'save', 5],
    ['99', 'page:four', 5],
  ] as const)('on page %s, %j leads to %s', (page, go, target) => {
    expect(at(page, go)).toBe(target)
  })

  it('of a flag names its question; told of a blank, the learner may mean it', () => {
    expect(readPageForm({ flag: ['q1'], sure: ['1'] })).toMatchObject({ flag: 'q1', isSure: true })
    expect(readPageForm({})).toMatchObject({ flag: '', move: '', go: '', page: 1, isSure: false })
    expect(moveOf(readPageForm({}))).toBeNull()
  })
})
