import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  explain,
  explainAll,
  type Response,
  type ScorableAttempt,
  scoreOf,
  submit,
} from '@/lib/domain/attempt'
import { compare, fraction, sum } from '@/lib/domain/fraction'
import { itemOf, itemsOn, navigatorOf, pageOf, resumePage } from '@/lib/domain/open-attempt'
import { KINDS, type Kind } from '@/lib/domain/question/kind'
import { publish, type StoredResponse } from '@/lib/domain/question/publish'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { the } from '@/tests/support/the'
import { after, noon, oneOfEachKind, statements, versionOf } from '@/tests/support/versions'
import { codeFor, rightAnswer, sample } from '@/tests/unit/question/samples'

const response = (
  questionId: string,
  value: unknown,
  changes: Partial<Response> = {},
): Response => ({
  questionId,
  value,
  version: 1,
  flagged: false,
  savedAt: noon,
  checkedAt: null,
  tries: [],
  certainty: null,
  ...changes,
})
const attemptAt = (
  questions: AuthoredQuestion[],
  responses: Response[] = [],
  changes: Partial<ScorableAttempt> = {},
): ScorableAttempt => ({
  id: 'attempt',
  mode: 'test',
  behaviour: changes.mode === 'practice' ? 'immediate' : 'deferred',
  seed: 'seed',
  optionsFixed: false,
  tries: null,
  penalty: null,
  startedAt: noon,
  deadline: null,
  submittedAt: null,
  version: versionOf(questions),
  responses,
  ...changes,
})

/** An answer of each kind that is as complete as the right one, and wrong. */
const wrongAnswers: { [K in Kind]: (question: AuthoredQuestion) => StoredResponse } = {
  'single-choice': (question) => codeFor(question, 'single one', 'seed'),
  'multiple-response': (question) => [codeFor(question, 'multiple five', 'seed')],
  'true-false': () => 'false',
  numeric: () => '12 km',
  'short-text': () => 'nothing of the kind',
  matching: (question) => {
    const choice = codeFor(question, 'choice four', 'seed')
    const rows = ['row a', 'row b', 'row c'].map((text) => codeFor(question, text, 'seed'))
    return Object.fromEntries(rows.map((row) => [row, choice]))
  },
  ordering: (question) => (rightAnswer(question, 'seed') as string[]).toReversed(),
  cloze: (question) =>
    Object.fromEntries(
      Object.keys(rightAnswer(question, 'seed')).map((gap, place) => [
        gap,
        place === 1 ? codeFor(question, 'gap y one', 'seed') : 'something else',
      ]),
    ),
}

describe('the score', () => {
  it('is full for the right answer of every kind, and nothing for the wrong one', () => {
    const questions = oneOfEachKind()
    const right = questions.map((each) => response(each.id, rightAnswer(each, 'seed')))
    const wrong = questions.map((each) => response(each.id, wrongAnswers[each.kind](each)))
    const score = (responses: Response[]) => scoreOf(explainAll(attemptAt(questions, responses)))
    expect(score(right)).toEqual({ earned: fraction(16), points: 16 })
    expect(score(wrong)).toEqual({ earned: fraction(0), points: 16 })
    expect(explainAll(attemptAt(questions, wrong)).map(({ verdict }) => verdict)).toEqual(
      KINDS.map(() => 'wrong'),
    )
  })

  it('adds thirds up to a whole, exactly', () => {
    const questions = ['a', 'b', 'c'].map((id) => sample('cloze', { id, points: 1 }))
    const responses = questions.map((question, place) => {
      const [gap, value] = the(Object.entries(rightAnswer(question, 'seed'))[place])
      return response(question.id, { [gap]: value })
    })
    const explanations = explainAll(attemptAt(questions, responses))
    const third = [fraction(1, 3), 'partly']
    expect(explanations.map(({ earned, verdict }) => [earned, verdict])).toEqual([
      third,
      third,
      third,
    ])
    expect(scoreOf(explanations)).toEqual({ earned: fraction(1), points: 3 })
  })

  it('is the sum of what each question earned, between nothing and what it is worth, whatever was stored', () => {
    const questions = oneOfEachKind()
    const stored = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom<Kind>(...KINDS).map((kind) => rightAnswer(sample(kind), 'seed')),
    )
    fc.assert(
      fc.property(fc.array(stored, { minLength: 8, maxLength: 8 }), (values) => {
        const responses = questions.map(({ id }, place) => response(id, values[place]))
        const explanations = explainAll(attemptAt(questions, responses))
        const { earned, points } = scoreOf(explanations)
        expect(earned).toEqual(sum(explanations.map((each) => each.earned)))
        expect(compare(earned, fraction(0))).toBeGreaterThanOrEqual(0)
        expect(compare(earned, fraction(points))).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('of blanks is nothing, and their verdict is blank, not wrong', () => {
    const attempt = attemptAt(statements(2), [response('q2', null)])
    expect(explainAll(attempt).map(({ verdict }) => verdict)).toEqual(['blank', 'blank'])
    expect(scoreOf(explainAll(attempt))).toEqual({ earned: fraction(0), points: 2 })
  })
})

describe('handing in', () => {
  it('takes blanks, the present moment and the score of what is saved', () => {
    const attempt = attemptAt(statements(2), [response('q1', 'true')])
    const outcome = submit(attempt, after(5))
    expect(outcome).toMatchObject({
      ok: true,
      value: { submittedAt: after(5), score: { earned: fraction(1), points: 2 } },
    })
  })

  it('is refused the second time', () => {
    const attempt = attemptAt(statements(1), [], { submittedAt: noon })
    expect(submit(attempt, after(5))).toEqual({ ok: false, rejection: 'already-submitted' })
  })
})

describe('an explanation', () => {
  it('says what its version says: words, passages, facts and sentences', () => {
    const [question] = statements(1)
    const cited = { ...the(question), facts: ['A2'], sentences: ['S03'] }
    const fact = (id: string) => ({
      id,
      text: `Fact ${id}`,
      mark: 'P' as const,
      asOf: '2026-11-22',
      sources: [{ title: 'A page', publisher: 'A body' }],
    })
    const version = versionOf([cited], { facts: [fact('A1'), fact('A2')] })
    expect(explain({ ...attemptAt([cited]), version }, 0)).toMatchObject({
      id: 'q1',
      number: 1,
      explanation: cited.explanation,
      facts: [{ id: 'A2' }],
      sentences: ['S03'],
      passages: [],
    })
  })

  it('of a question that the quiz does not have is a mistake of ours', () => {
    expect(() => explain(attemptAt(statements(1)), 1)).toThrow(RangeError)
    expect(() => itemOf(attemptAt(statements(1)), -1)).toThrow(RangeError)
  })
})

describe('the pages', () => {
  it('hold each question once, in order, so many to a page; in practice one', () => {
    const five = statements(5)
    const numbers = (attempt: ScorableAttempt, pages: number) =>
      Array.from({ length: pages }, (_, n) => itemsOn(attempt, n + 1).map(({ number }) => number))
    expect(numbers(attemptAt(five), 4)).toEqual([[1, 2], [3, 4], [5], []])
    expect(numbers(attemptAt(five, [], { mode: 'practice' }), 5)).toEqual([[1], [2], [3], [4], [5]])
    expect(pageOf(attemptAt(five), 4)).toBe(3)
  })

  it('go on where the last answer was saved, or begin', () => {
    const five = statements(5)
    expect(resumePage(attemptAt(five))).toBe(1)
    const responses = [
      response('q5', 'true', { savedAt: after(1) }),
      response('q3', 'true', { savedAt: after(2) }),
      response('q1', 'true'),
    ]
    expect(resumePage(attemptAt(five, responses))).toBe(2)
    expect(resumePage(attemptAt(five, responses, { mode: 'practice' }))).toBe(3)
    expect(resumePage(attemptAt(five, [response('gone', 'true')]))).toBe(1)
  })

  it('come back in the same order with the same codes, as long as the seed is the same', () => {
    const questions = oneOfEachKind()
    const shown = (seed: string) =>
      JSON.stringify(questions.map((_, index) => itemOf(attemptAt(questions, [], { seed }), index)))
    expect(shown('seed')).toBe(shown('seed'))
    expect(shown('another')).not.toBe(shown('seed'))
  })
})

describe('what a learner sees of an open attempt', () => {
  it('is the published question, the saved answer and its version', () => {
    const [question] = statements(1)
    const attempt = attemptAt(
      [the(question)],
      [response('q1', 'true', { version: 4, flagged: true })],
    )
    expect(itemOf(attempt, 0)).toEqual({
      number: 1,
      question: publish(the(question), 'seed'),
      value: 'true',
      version: 4,
      flagged: true,
      explanation: null,
      tried: null,
      certainty: null,
    })
  })

  it('holds an explanation for checked practice questions alone, never in a test', () => {
    const responses = [response('q1', 'true', { checkedAt: noon }), response('q2', 'true')]
    const explained = (mode: 'practice' | 'test') =>
      [0, 1].map(
        (index) => itemOf(attemptAt(statements(2), responses, { mode }), index).explanation?.id,
      )
    expect(explained('practice')).toEqual(['q1', undefined])
    expect(explained('test')).toEqual([undefined, undefined])
  })

  it.each(KINDS)('has a navigator that says the same of right and wrong: %s', (kind) => {
    const question = sample(kind)
    for (const mode of ['test', 'practice'] as const)
      for (const checkedAt of [null, noon]) {
        const navigator = (value: unknown) =>
          navigatorOf(
            attemptAt([question], [response(question.id, value, { checkedAt })], { mode }),
          )
        const right = navigator(rightAnswer(question, 'seed'))
        expect(right).toEqual(navigator(wrongAnswers[kind](question)))
        expect(right).toMatchObject([
          { completeness: 'answered', checked: mode === 'practice' && checkedAt !== null },
        ])
      }
  })

  it('has a navigator that tells blank, flagged and where each question stands', () => {
    const attempt = attemptAt(statements(3), [response('q3', null, { flagged: true })])
    expect(navigatorOf(attempt)).toEqual([
      { number: 1, id: 'q1', page: 1, completeness: 'blank', flagged: false, checked: false },
      { number: 2, id: 'q2', page: 1, completeness: 'blank', flagged: false, checked: false },
      { number: 3, id: 'q3', page: 2, completeness: 'blank', flagged: true, checked: false },
    ])
  })
})
