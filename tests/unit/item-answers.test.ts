import { describe, expect, it } from 'vitest'
import { namesBehind } from '@/lib/domain/behind'
import { factsOf } from '@/lib/domain/fact'
import { fraction, multiply, ZERO } from '@/lib/domain/fraction'
import type { AnalysedAttempt } from '@/lib/domain/item-analysis'
import { answersTo as answersIn } from '@/lib/domain/item-answers'
import { mark } from '@/lib/domain/question/publish'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { MOST_ANSWERS, summarise } from '@/lib/domain/summary'
import { rollupOf, talliesOf } from '@/tests/support/rolled'
import { the } from '@/tests/support/the'
import { after, versionOf } from '@/tests/support/versions'
import { codeFor, rightAnswer, sample } from './question/samples'

/** An attempt of a seed of its own for each answer, by learners with these names. */
function given(
  question: AuthoredQuestion,
  answers: Record<string, (seed: string) => unknown>,
): AnalysedAttempt[] {
  return Object.entries(answers).map(([name, answer], at) => {
    const seed = `seed of ${name}`
    const value = answer(`${seed}`)
    const { share } = mark(question, seed, value)
    return {
      id: `attempt of ${name}`,
      learner: { id: name, name },
      versionId: 'v1',
      seed,
      startedAt: after(at),
      submittedAt: after(at),
      earned: ZERO,
      points: question.points,
      responses: [
        { questionId: question.id, value, earned: multiply(share, fraction(question.points)) },
      ],
    }
  })
}
/** The answers as the page has them that names everybody. */
function answersTo(question: AuthoredQuestion, attempts: AnalysedAttempt[]) {
  const tallies = talliesOf(versionOf([question]), attempts)
  const all = attempts.map((attempt, at) => ({ ...attempt, facts: factsOf(the(tallies[at])) }))
  const [item] = summarise(rollupOf(tallies)).items
  return answersIn(question, the(item), namesBehind(all))
}
const names = (who: { learner: { name: string } }[] | null) =>
  the(who).map(({ learner }) => learner.name)

describe('the answers to a question', () => {
  const single = sample('single-choice')
  const pick = (word: string) => (seed: string) => codeFor(single, `single ${word}`, seed)

  it('tell for every option who chose it, though each saw codes of their own', () => {
    const { parts, asked, blank } = answersTo(
      single,
      given(single, {
        zoe: pick('two'),
        ada: pick('two'),
        ben: pick('five'),
        cleo: () => null,
      }),
    )
    expect(asked).toBe(4)
    expect(names(blank.who)).toEqual(['cleo'])
    expect(parts).toHaveLength(1)
    expect(
      parts[0]?.answers.map(({ text, isKey, share, who }) => [text, isKey, share, names(who)]),
    ).toEqual([
      ['single one', false, 0, []],
      ['single two', true, 0.5, ['ada', 'zoe']],
      ['single three', false, 0, []],
      ['single four', false, 0, []],
      ['single five', false, 0.25, ['ben']],
    ])
  })

  it('count every option of a multiple response, so that shares may add up to more than all', () => {
    const question = sample('multiple-response')
    const all = (seed: string) =>
      ['one', 'two', 'three', 'four', 'five'].map((word) =>
        codeFor(question, `multiple ${word}`, seed),
      )
    const { parts } = answersTo(question, given(question, { ada: all, ben: all }))
    expect(parts[0]?.answers.map(({ share }) => share)).toEqual([1, 1, 1, 1, 1])
  })

  it('group what is typed, keep the first spelling, and gather the rare ones', () => {
    const question = sample('short-text')
    const typed = Object.fromEntries(
      Array.from({ length: 15 }, (_, n) => [`Rare ${n}`, () => `rare ${n}`]),
    )
    const { parts } = answersTo(
      question,
      given(question, { ada: () => 'My Guess', ben: () => 'my  guess.', ...typed }),
    )
    const [key, first, ...others] = parts[0]?.answers ?? []
    expect(key).toMatchObject({ text: 'canary key short', isKey: true, share: 0 })
    expect(first?.text).toBe('My Guess')
    expect(names(the(first).who)).toEqual(['ada', 'ben'])
    expect(others).toHaveLength(MOST_ANSWERS - 1)
    expect(parts[0]?.rest.answers).toBe(4)
    expect(parts[0]?.rest.who).toHaveLength(4)
    expect(parts[0]?.rest.count).toBe(4)
  })

  it('have a part for each row, also where nobody filled it', () => {
    const question = sample('matching')
    const { parts } = answersTo(
      question,
      given(question, {
        ada: (seed) => rightAnswer(question, seed),
        ben: (seed) => ({
          [codeFor(question, 'row a', seed)]: codeFor(question, 'choice four', seed),
        }),
      }),
    )
    expect(
      parts.map(({ label, answers }) => [label, answers.map(({ text, share }) => [text, share])]),
    ).toEqual([
      [
        'row a',
        [
          ['choice three', 0.5],
          ['choice four', 0.5],
        ],
      ],
      ['row b', [['choice one', 0.5]]],
      ['row c', [['choice two', 0.5]]],
    ])
  })

  it('count as often as they name people, whatever they are', () => {
    const question = sample('multiple-response')
    const tick =
      (...words: string[]) =>
      (seed: string) =>
        words.map((word) => codeFor(question, `multiple ${word}`, seed))
    const { parts, blank, misconceptions } = answersTo(
      question,
      given(question, { ada: tick('one', 'four'), ben: tick('four'), cleo: () => null }),
    )
    for (const { count, who } of [
      ...parts.flatMap(({ answers, rest }) => [...answers, rest]),
      blank,
      ...misconceptions,
    ])
      expect(count).toBe(the(who).length)
  })
})

describe('the misconceptions behind wrong answers', () => {
  it('gather answers with the same feedback, each person once', () => {
    const feedback = 'It is the other end of the orbit.'
    const options = ['a', 'b', 'c'].map((id) => ({
      id,
      text: `Option ${id}`,
      ...(id !== 'a' && { feedback }),
    }))
    const question = sample('multiple-response', { options, key: ['a'] })
    const tick =
      (...ids: string[]) =>
      (seed: string) =>
        ids.map((id) => codeFor(question, `Option ${id}`, seed))
    const { misconceptions } = answersTo(
      question,
      given(question, { ada: tick('b', 'c'), ben: tick('c'), cleo: tick('a') }),
    )
    expect(misconceptions).toHaveLength(1)
    expect(misconceptions[0]).toMatchObject({ feedback, share: 2 / 3 })
    expect(misconceptions[0]?.answers.toSorted()).toEqual(['Option b', 'Option c'])
    expect(names(the(misconceptions[0]).who)).toEqual(['ada', 'ben'])
  })

  it('keep apart what no author foresaw, and are none where all are right', () => {
    const question = sample('short-text')
    const { misconceptions } = answersTo(
      question,
      given(question, { ada: () => 'canary wrong short', ben: () => 'hm', cleo: () => 'well' }),
    )
    expect(misconceptions.map((each) => [each.feedback, each.answers])).toEqual([
      [null, ['hm', 'well']],
      ['canary reason short', ['canary wrong short']],
    ])
    const right = given(question, { ada: () => 'canary key short' })
    expect(answersTo(question, right).misconceptions).toEqual([])
  })
})
