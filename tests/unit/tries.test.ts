import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain, type Response, responseTo, type ScorableAttempt } from '@/lib/domain/attempt'
import { type Correction, corrected } from '@/lib/domain/correction'
import { compare, fraction, ZERO } from '@/lib/domain/fraction'
import { itemOf, navigatorOf, pageOf } from '@/lib/domain/open-attempt'
import { textsOf } from '@/lib/domain/question/correct'
import { KINDS } from '@/lib/domain/question/kind'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { afterTries, check, isSameAnswer } from '@/lib/domain/tries'
import { attemptAt, response } from '@/tests/support/open-attempt'
import { the } from '@/tests/support/the'
import { after, noon, oneOfEachKind, statements } from '@/tests/support/versions'
import { codeFor, rightAnswer, sample } from './question/samples'

const three = { behaviour: 'interactive', tries: 3, penalty: 25 } as const
const single = sample('single-choice', { id: 'q1', points: 4 })
const option = (word: string) => codeFor(single, `single ${word}`, 'seed')
const RIGHT = option('two')

/** An attempt whose one question was tried with these answers, of which the last is saved. */
function tried(
  answers: unknown[],
  changes: Partial<Response> = {},
  question: AuthoredQuestion = single,
) {
  const tries = answers.map((value, place) => ({ value, at: after(place) }))
  const value = answers.at(-1) ?? null
  return attemptAt([question], [response(question.id, value, { tries, ...changes })], three)
}
const earned = (attempt: ScorableAttempt) => explain(attempt, 0).earned
/** Presses "Check" on a page that knew of `seen` tries. */
const press = (attempt: ScorableAttempt, seen: number, question: AuthoredQuestion = single) =>
  check(attempt, question, responseTo(attempt, question.id), seen, noon)

const shares = fc
  .tuple(fc.nat(12), fc.integer({ min: 1, max: 12 }))
  .map(([n, d]) => fraction(Math.min(n, d), d))

describe('the mark after several tries', () => {
  it.each([
    ['right at once', [RIGHT], 4],
    ['right at the second try', [option('one'), RIGHT], 3],
    ['right at the third try', [option('one'), option('three'), RIGHT], 2],
    ['never right', [option('one'), option('three'), option('four')], 0],
    ['not tried', [], 0],
  ])('is, with three tries at 25 %% and four points, for %s', (_name, answers, points) => {
    expect(earned(tried(answers))).toEqual(fraction(points))
  })

  it('is never negative, never more than was earned, and no more for more tries or a higher price', () => {
    const used = fc.integer({ min: 1, max: 5 })
    const percent = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(shares, used, used, percent, percent, (share, a, b, low, high) => {
        const mark = afterTries(share, a, low)
        expect(compare(mark, ZERO)).toBeGreaterThanOrEqual(0)
        expect(compare(mark, share)).toBeLessThanOrEqual(0)
        expect(afterTries(share, 1, high)).toEqual(share)
        const dearer = afterTries(share, Math.max(a, b), Math.max(low, high))
        const cheaper = afterTries(share, Math.min(a, b), Math.min(low, high))
        expect(compare(dearer, cheaper)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('takes what is partly right with the price of its try, exactly', () => {
    const cloze = sample('cloze', { id: 'q1', points: 1 })
    const [one] = Object.entries(rightAnswer(cloze, 'seed'))
    const attempt = tried([{ none: 'x' }, Object.fromEntries([the(one)])], {}, cloze)
    expect(earned(attempt)).toEqual(fraction(1, 12))
  })

  it('counts an answer that was changed and never checked as one more try', () => {
    expect(earned(tried([option('one')], { value: RIGHT }))).toEqual(fraction(3))
    expect(earned(tried([], { value: RIGHT }))).toEqual(fraction(4))
  })

  it('is nothing for an answer that was taken back', () => {
    const { earned: points, verdict } = explain(tried([option('one')], { value: null }), 0)
    expect([points, verdict]).toEqual([ZERO, 'blank'])
  })

  it('follows from what is stored alone: under another key the same tries are marked anew', () => {
    const attempt = tried([option('one'), option('three'), RIGHT], { checkedAt: noon })
    expect(explain(attempt, 0).tries).toEqual({
      used: 3,
      of: 3,
      penalty: 25,
      earlier: ['single one', 'single three'],
    })
    const questions = [{ ...single, key: 'canary-id-single-one' }]
    const corrected = { ...attempt, version: { ...attempt.version, questions } }
    expect(explain(corrected, 0)).toMatchObject({
      earned: fraction(4),
      verdict: 'right',
      tries: { used: 1 },
    })
  })

  it('is told with what was tried before, and of an order nothing, whose rows are the key', () => {
    const order = sample('ordering', { id: 'q1' })
    const right = rightAnswer(order, 'seed')
    const wrong = Array.isArray(right) ? right.toReversed() : []
    expect(explain(tried([wrong, right], {}, order), 0).tries).toMatchObject({
      used: 2,
      earlier: [],
    })
    const given = explain(tried([option('one')], { value: null }), 0).tries
    expect(given?.earlier, 'also where the last answer was taken back').toEqual(['single one'])
  })

  it('is the plain one in every other attempt', () => {
    const attempt = attemptAt([single], [response('q1', RIGHT)])
    expect(explain(attempt, 0)).toMatchObject({ earned: fraction(4), tries: null })
  })
})

describe('"Check" with several tries', () => {
  it('uses one, and fixes the answer when it is right or was the last', () => {
    const wrong = press(attemptAt([single], [response('q1', option('one'))], three), 0)
    expect(wrong).toEqual({
      ok: true,
      value: { tries: [{ value: option('one'), at: noon }], checkedAt: null },
    })
    const right = press(attemptAt([single], [response('q1', RIGHT)], three), 0)
    expect(right).toMatchObject({ ok: true, value: { checkedAt: noon } })
    const last = press(tried([option('one'), option('three')], { value: option('four') }), 2)
    expect(last).toMatchObject({ ok: true, value: { checkedAt: noon } })
    expect(last.ok && last.value.tries).toHaveLength(3)
  })

  it('goes by the key as it was put right while the attempt is under way', () => {
    const rekeyed: Correction = {
      id: 'c',
      questionId: 'q1',
      remedy: 'rekeyed',
      change: { ...textsOf(single), key: ['canary-id-single-one'] },
      reason: 'It is the first one.',
      mayLower: true,
      at: noon,
    }
    const open = corrected(attemptAt([single], [response('q1', option('one'))], three), [rekeyed])
    expect(press(open, 0)).toMatchObject({ ok: true, value: { checkedAt: noon } })
    const before = corrected(tried([option('one')], { value: RIGHT }), [rekeyed])
    expect(itemOf(before, 0).tried).toMatchObject({ verdict: 'right' })
    expect(press(before, 1)).toMatchObject({ ok: true, value: { checkedAt: null } })
  })

  it('gives a blank up without a try', () => {
    expect(press(attemptAt([single], [], three), 0)).toEqual({
      ok: true,
      value: { tries: [], checkedAt: noon },
    })
  })

  it.each([
    ['was pressed on a page that is behind', tried([option('one')], { value: RIGHT }), 0, 'stale'],
    ['brings the answer of the last try', tried([option('one')]), 1, 'unchanged'],
    ['comes after the answer was fixed', tried([RIGHT], { checkedAt: noon }), 1, 'checked'],
    ['is for an attempt without tries', attemptAt([single]), 0, 'no-tries'],
  ])('uses none where it %s', (_name, attempt, seen, rejection) => {
    expect(press(attempt, seen)).toEqual({ ok: false, rejection })
  })

  it('knows an answer again whatever the order of its pairs, and an order by its order', () => {
    expect(isSameAnswer({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true)
    expect(isSameAnswer(['a', 'b'], ['b', 'a'])).toBe(false)
    expect(isSameAnswer('a', null)).toBe(false)
  })

  it('ends after as many tries as there are, whatever is answered', () => {
    const answer = fc.constantFrom(...['one', 'two', 'three', 'four', 'five'].map(option))
    fc.assert(
      fc.property(fc.array(answer, { minLength: 12, maxLength: 12 }), (answers) => {
        let attempt = attemptAt([single], [], three)
        for (const value of answers) {
          const before = responseTo(attempt, 'q1')
          if (before?.checkedAt) break
          const now = { ...attempt, responses: [{ ...response('q1', value), ...before, value }] }
          const decided = press(now, before?.tries.length ?? 0)
          if (decided.ok)
            attempt = { ...now, responses: [{ ...the(now.responses[0]), ...decided.value }] }
        }
        const { tries, checkedAt } = responseTo(attempt, 'q1') ?? response('q1', null)
        expect(tries.length).toBeLessThanOrEqual(3)
        const isRight = tries.some(({ value }) => value === RIGHT)
        expect(checkedAt !== null).toBe(isRight || tries.length === 3)
        if (isRight) expect(compare(earned(attempt), fraction(4 - (tries.length - 1)))).toBe(0)
      }),
    )
  })
})

describe('what a learner reads while there are tries', () => {
  const wrongFor = (question: AuthoredQuestion) => {
    const right = rightAnswer(question, 'seed')
    if (question.kind === 'ordering' && Array.isArray(right)) return right.toReversed()
    if (typeof right === 'string') return question.kind === 'true-false' ? 'false' : 'something'
    return Array.isArray(right)
      ? right.slice(1)
      : Object.fromEntries([the(Object.entries(right)[0])])
  }

  it('is the verdict, the count and nothing of the key, for every kind', () => {
    for (const kind of KINDS) {
      const question = the(oneOfEachKind().find((each) => each.kind === kind))
      const attempt = tried([wrongFor(question)], {}, question)
      const item = itemOf(attempt, 0)
      expect(item.explanation, kind).toBeNull()
      expect(item.tried, kind).toMatchObject({ used: 1, of: 3, penalty: 25 })
      expect(
        JSON.stringify([item.question, item.tried?.verdict, navigatorOf(attempt)]),
      ).not.toMatch(/canary|987654|0\.0625|55512/)
      expect(item.tried?.hints, kind).toEqual([])
    }
  })

  it('has the reason of the option that was chosen, and of no other', () => {
    expect(itemOf(tried([option('four')]), 0).tried?.hints).toEqual(['canary feedback single four'])
  })

  it('has the reason of a number that was foreseen, and not the one for any other number', () => {
    const number = sample('numeric', { id: 'q1' })
    const hints = (value: string) => itemOf(tried([value], {}, number), 0).tried?.hints
    expect(hints('55512')).toEqual(['canary feedback known number'])
    expect(hints('12')).toEqual([])
  })

  const said = ['121,000 km', '北京']
  it.each([
    ['its words', 'That is one; SINGLE TWO is right.'],
    ['its words', 'All single twos are.'],
    ['the number that it is', 'No: it is 121,000 km.'],
    ['a word among others without blanks', '不对，首都是北京。'],
  ])('has no reason in which the right answer stands as %s', (_name, feedback) => {
    const question = sample('single-choice', {
      id: 'q1',
      options: [
        { id: 'a', text: 'nothing of it', feedback },
        { id: 'b', text: said.find((text) => feedback.includes(text)) ?? 'single two' },
      ],
      key: 'b',
    })
    const wrong = codeFor(question, 'nothing of it', 'seed')
    expect(itemOf(tried([wrong], {}, question), 0).tried?.hints).toEqual([])
  })

  it('has no reason that says another answer which is as right', () => {
    const known = (feedback: string) =>
      sample('short-text', {
        id: 'q1',
        key: 'Qin Shi Huang',
        accept: ['First Emperor'],
        wrong: [{ answers: ['Liu Bang'], feedback }],
      })
    const hints = (feedback: string) =>
      itemOf(tried(['Liu Bang'], {}, known(feedback)), 0).tried?.hints
    expect(hints('He came after the First Emperor.')).toEqual([])
    expect(hints('He founded the Han.')).toEqual(['He founded the Han.'])
  })

  it('waits with what a matching’s choices belong to until the key is due', () => {
    const question = sample('matching', { id: 'q1' })
    const rows = ['row a', 'row b'].map((text) => codeFor(question, text, 'seed'))
    const four = codeFor(question, 'choice four', 'seed')
    const wrong = Object.fromEntries(rows.map((row) => [row, four]))
    expect(itemOf(tried([wrong], {}, question), 0).tried?.hints).toEqual([])
  })

  it('is the whole explanation once it is right, and each question has its page', () => {
    const attempt = tried([RIGHT], { checkedAt: noon })
    expect(itemOf(attempt, 0)).toMatchObject({
      tried: null,
      explanation: { verdict: 'right', earned: fraction(4), tries: { used: 1 } },
    })
    const long = attemptAt(statements(3), [], three)
    expect([0, 1, 2].map((index) => pageOf(long, index))).toEqual([1, 2, 3])
  })
})
