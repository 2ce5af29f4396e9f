import { describe, expect, it } from 'vitest'
import { isSame } from '@/components/attempt/save-request'
import { readSetting } from '@/lib/domain/assignment-form'
import { readPageForm } from '@/lib/domain/attempt-form'
import { publish } from '@/lib/domain/question/publish'
import { saveSchema } from '@/lib/domain/save'
import { opened, packed } from '@/lib/domain/sent'
import { the } from '@/tests/support/the'
import { statements } from '@/tests/support/versions'

const form = {
  grading: ['highest'],
  behaviour: ['deferred'],
  late: ['accepted'],
  'review.afterSubmission': ['score'],
}
const read = (fields: Record<string, string[]>, questions = 12) =>
  readSetting({ ...form, ...fields }, 'Europe/Paris', questions)
const rules = (fields: Record<string, string[]>) => {
  const setting = read(fields)
  return setting.ok ? setting.value.rules : setting.faults
}

describe('the rules of questions in the form', () => {
  it('are read as they are written', () => {
    const fields = {
      behaviour: ['interactive'],
      tries: ['4'],
      penaltyPercent: ['0'],
      ask: ['12'],
      shuffleOptions: ['yes'],
      'review.during': ['correctness'],
    }
    expect(rules(fields)).toMatchObject({
      behaviour: 'interactive',
      tries: 4,
      penaltyPercent: 0,
      ask: 12,
      shuffleOptions: true,
    })
  })

  it('are the usual ones where nothing is written; a box that is not ticked is not', () => {
    expect(rules({})).toMatchObject({
      tries: 3,
      penaltyPercent: 25,
      ask: null,
      shuffleOptions: false,
    })
  })

  it.each([
    ['tries', '1'],
    ['tries', '6'],
    ['tries', 'two'],
    ['penaltyPercent', '101'],
    ['penaltyPercent', '-1'],
    ['ask', '13'],
    ['ask', '0'],
    ['ask', '1.5'],
  ])('are refused at their field: %s %s', (name, text) => {
    expect(rules({ [name]: [text] })).toEqual({ [name]: name })
  })

  it('do not hide whether an answer is right where it can be tried again', () => {
    const again = { behaviour: ['interactive'] }
    expect(rules(again)).toEqual({ review: 'triesUnseen' })
    expect(rules({ ...again, 'review.during': ['feedback'] })).toEqual({ review: 'triesUnseen' })
  })
})

describe('a certainty on its way', () => {
  const question = publish(the(statements(1)[0]), 'seed')

  it.each([
    ['2', { certainty: 2 }],
    ['4', {}],
    ['', {}],
  ])('comes with the answer of a plain form: %s', (text, expected) => {
    const page = readPageForm({ 'v.q1': '3', 'r.q1': 'true', 'c.q1': text })
    expect(page.entryFor(question)).toEqual({
      questionId: 'q1',
      value: 'true',
      base: 3,
      age: null,
      ...expected,
    })
  })

  it('comes in a save, packed with its answer, and an answer alone as before', () => {
    const sent = { value: packed(['a'], 3), base: 1 }
    expect(saveSchema.parse(sent)).toEqual({ value: ['a'], certainty: 3, base: 1 })
    expect(saveSchema.parse({ value: 'a', base: 1 })).toEqual({ value: 'a', base: 1 })
    expect(saveSchema.safeParse({ value: { answer: 'a', certainty: 4 }, base: 1 }).success).toBe(
      false,
    )
  })

  it('makes another answer of the same value; unsaid it is unsure', () => {
    const pairs = { a: '1', b: '2' }
    expect(isSame(packed(pairs, 2), packed({ b: '2', a: ' 1' }, 2))).toBe(true)
    expect(isSame(packed(pairs, 2), packed(pairs, 3))).toBe(false)
    expect(isSame(packed(pairs, 1), pairs)).toBe(true)
    expect(isSame(packed(null, 2), null)).toBe(false)
  })

  it('is told apart from an answer of fields that are called the same', () => {
    const fields = { answer: 'a', certainty: '2' }
    expect(opened(packed(fields, null))).toEqual({ value: fields, certainty: null })
    expect(opened(packed(fields, 2))).toEqual({ value: fields, certainty: 2 })
    expect(opened(packed(null, 1))).toEqual({ value: null, certainty: 1 })
  })
})
