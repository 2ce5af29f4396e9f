import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { NAMELESS } from '@/lib/domain/question/nameless'
import {
  mark,
  namelessAnswer,
  offeredBy,
  pickedBy,
  readResponse,
} from '@/lib/domain/question/publish'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { anyAnswer, questions } from './answers'
import { codeFor, gapCodes, rightAnswer, SEED, sample } from './samples'

const leavesOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : Object.entries(value ?? {}).flatMap(([key, each]) =>
        Array.isArray(value) ? leavesOf(each) : [key, ...leavesOf(each)],
      )

/** What is counted of an answer: everything but how something unforeseen was spelt. */
function countedOf(question: AuthoredQuestion, value: unknown) {
  const offered = new Set(offeredBy(question).map(({ part, id }) => `${part} ${id}`))
  return pickedBy(question, SEED, value).map(({ part, id, isKey, feedback }) => ({
    ...{ part, isKey, feedback },
    id: offered.has(`${part} ${id}`) ? id : null,
  }))
}

describe('an answer without who gave it', () => {
  it('earns the same, picks the same and is blank only where it was, whatever was stored', () => {
    let answered = 0
    fc.assert(
      fc.property(fc.constantFrom(...questions), anyAnswer, (question, value) => {
        const left = namelessAnswer(question, SEED, value)
        expect(mark(question, SEED, left).share).toEqual(mark(question, SEED, value).share)
        expect(readResponse(question.kind, left) === null).toBe(
          readResponse(question.kind, value) === null,
        )
        // A right answer in other words comes to the key itself, which is more than it was.
        const right = ({ isKey, id, ...rest }: ReturnType<typeof countedOf>[number]) =>
          isKey ? { ...rest, isKey } : { ...rest, isKey, id }
        expect(countedOf(question, left).map(right)).toEqual(countedOf(question, value).map(right))
        if (left !== null) answered++
      }),
      { numRuns: 5000 },
    )
    expect(answered).toBeGreaterThan(500)
  })

  it('is made of codes of the instance, of its author’s words, or of nothing at all', () => {
    fc.assert(
      fc.property(fc.constantFrom(...questions), anyAnswer, (question, value) => {
        const codes = [
          rightAnswer(question),
          ...(question.kind === 'cloze' ? gapCodes(question) : []),
          ...offeredCodes(question),
        ].flatMap(leavesOf)
        const authored = leavesOf(question)
        for (const leaf of leavesOf(namelessAnswer(question, SEED, value)))
          expect([NAMELESS, ...codes, ...authored]).toContain(leaf)
      }),
      { numRuns: 2000 },
    )
  })

  it('made twice is the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...questions), anyAnswer, (question, value) => {
        const once = namelessAnswer(question, SEED, value)
        expect(namelessAnswer(question, SEED, once)).toEqual(once)
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps a right answer as its key, a foreseen one as its author wrote it, and no other', () => {
    const of = (typed: string) => namelessAnswer(sample('short-text'), SEED, typed)
    expect(of('CANARY accept  short')).toBe('canary key short')
    expect(of('Canary WRONG short.')).toBe('canary wrong short')
    expect(of('my name is Ada')).toBe(NAMELESS)
    const number = (typed: string) => namelessAnswer(sample('numeric'), SEED, typed)
    expect(number('987,654.51 km')).toBe('987654.5')
    expect(number('55 512')).toBe('55512')
    expect(number('0612345678')).toBe(NAMELESS)
  })

  it('keeps a foreseen number apart from the key that its digits could also mean', () => {
    const wrong = [{ value: '1.234', feedback: 'A thousand times too small.' }]
    const question = sample('numeric', { key: '1234', tolerance: '0', wrong })
    const left = namelessAnswer(question, SEED, '1.23400')
    expect(mark(question, SEED, left).parts[0]?.feedback).toBe('A thousand times too small.')
  })
})

function offeredCodes(question: AuthoredQuestion): string[] {
  const words = ['one', 'two', 'three', 'four', 'five']
  if (question.kind === 'matching')
    return [
      ...words.slice(0, 4).map((word) => codeFor(question, `choice ${word}`)),
      ...['a', 'b', 'c'].map((id) => codeFor(question, `row ${id}`)),
    ]
  if (question.kind === 'single-choice')
    return words.map((word) => codeFor(question, `single ${word}`))
  if (question.kind === 'multiple-response')
    return words.map((word) => codeFor(question, `multiple ${word}`))
  return question.kind === 'true-false' ? ['true', 'false'] : []
}
