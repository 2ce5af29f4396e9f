import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compare, ONE, ZERO } from '@/lib/domain/fraction'
import { KINDS } from '@/lib/domain/question/kind'
import { mark, readResponse } from '@/lib/domain/question/publish'
import { anyAnswer, questions } from './answers'
import { SEED, sample } from './samples'

it('marks any value with a share from 0 to 1 and never throws', { timeout: 60_000 }, () => {
  let answered = 0
  fc.assert(
    fc.property(fc.constantFrom(...questions), anyAnswer, (question, given) => {
      const { share, parts } = mark(question, SEED, given)
      expect(compare(share, ZERO)).toBeGreaterThanOrEqual(0)
      expect(compare(share, ONE)).toBeLessThanOrEqual(0)
      expect(parts.length).toBeGreaterThan(0)
      if (readResponse(question.kind, given) !== null) answered++
    }),
    { numRuns: 10_000 },
  )
  expect(answered).toBeGreaterThan(1000)
})

it('a number is judged whatever key, tolerance and answer have for digits', () => {
  const decimal = fc
    .tuple(fc.boolean(), fc.stringMatching(/^[0-9]{1,6}$/), fc.stringMatching(/^[0-9]{0,6}$/))
    .map(([isNegative, whole, part]) => `${isNegative ? '-' : ''}${whole}${part && `.${part}`}`)
  const answer = fc.stringMatching(/^-?[0-9]{0,6}[.,]?[0-9]{0,11}$/)
  fc.assert(
    fc.property(decimal, decimal, answer, (key, tolerance, typed) => {
      const by = tolerance.replace('-', '')
      const question = sample('numeric', { key, tolerance: by, wrong: [] })
      expect(() => mark(question, SEED, typed)).not.toThrow()
      expect(mark(question, SEED, key).share).toEqual(ONE)
    }),
    { numRuns: 1000 },
  )
})

it('an answer that is read once is read the same again', () => {
  fc.assert(
    fc.property(fc.constantFrom(...KINDS), anyAnswer, (kind, given) => {
      const once = readResponse(kind, given)
      expect(readResponse(kind, once)).toEqual(once)
    }),
    { numRuns: 2000 },
  )
})
