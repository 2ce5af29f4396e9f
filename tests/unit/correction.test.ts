import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BEHAVIOURS, type Behaviour } from '@/lib/domain/assignment'
import { explainAll, type ScorableAttempt, scoreOf } from '@/lib/domain/attempt'
import { CERTAINTIES } from '@/lib/domain/certainty'
import { type Correction, corrected, outcomeIn, shareOf, standingOf } from '@/lib/domain/correction'
import { compare, fraction } from '@/lib/domain/fraction'
import { keyFieldsOf, textsOf } from '@/lib/domain/question/correct'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { REMEDIES } from '@/lib/domain/treatment'
import { after, noon, oneOfEachKind, statements, versionOf } from '@/tests/support/versions'
import { rightAnswer, sample } from '@/tests/unit/question/samples'

const attemptAt = (
  questions: AuthoredQuestion[],
  answers: Record<string, unknown>,
  behaviour: Behaviour = 'deferred',
): ScorableAttempt => ({
  id: 'attempt',
  mode: 'test',
  behaviour,
  seed: 'seed',
  optionsFixed: false,
  tries: behaviour === 'interactive' ? 3 : null,
  penalty: behaviour === 'interactive' ? 30 : null,
  startedAt: noon,
  deadline: null,
  submittedAt: noon,
  version: versionOf(questions),
  responses: Object.entries(answers).map(([questionId, value], place) => ({
    questionId,
    value,
    version: 1,
    flagged: false,
    savedAt: noon,
    checkedAt: null,
    // Where there are several tries, the answer was found at the second.
    tries:
      behaviour === 'interactive'
        ? [
            { value: 'no such answer', at: noon },
            { value, at: after(1) },
          ]
        : [],
    certainty: CERTAINTIES[place % 3] ?? null,
  })),
})
let count = 0
const correction = (questionId: string, changes: Partial<Correction> = {}): Correction => {
  count++
  return {
    id: `correction ${count}`,
    questionId,
    remedy: 'voided',
    change: null,
    reason: 'It can be read in two ways.',
    mayLower: false,
    at: after(count),
    ...changes,
  }
}
const rekeyed = (
  question: AuthoredQuestion,
  texts: Record<string, string[]>,
  changes: Partial<Correction> = {},
) =>
  correction(question.id, {
    remedy: 'rekeyed',
    change: { ...textsOf(question), ...texts },
    ...changes,
  })
const scoreIn = (attempt: ScorableAttempt) => scoreOf(explainAll(attempt))
const marks = (attempt: ScorableAttempt) => {
  const { earned, points } = scoreIn(attempt)
  return `${earned.n}/${earned.d} of ${points}`
}

const [q1, q2] = statements(2) as [AuthoredQuestion, AuthoredQuestion]

describe('what a teacher can do about a question', () => {
  it('a corrected key marks what was answered by what is right now', () => {
    const attempt = attemptAt([q1, q2], { q1: 'false', q2: 'true' })
    const key = rekeyed(q1, { key: ['false'] })
    expect(marks(attempt)).toBe('1/1 of 2')
    expect(marks(corrected(attempt, [key]))).toBe('2/1 of 2')
    expect(explainAll(corrected(attempt, [key]))[0]).toMatchObject({
      verdict: 'right',
      parts: [{ expected: 'False', verdict: 'right' }],
      corrections: [{ remedy: 'rekeyed', outcome: 'applied', reason: key.reason, at: key.at }],
    })
  })

  it('a question that does not count is 0 of 0 points', () => {
    const attempt = attemptAt([q1, q2], { q1: 'false', q2: 'true' })
    const without = corrected(attempt, [correction('q1')])
    expect(marks(without)).toBe('1/1 of 1')
    expect(explainAll(without)[0]).toMatchObject({ verdict: 'voided', points: 0 })
  })

  it('full marks are for whatever was answered, and for nothing', () => {
    const attempt = attemptAt([q1, q2], { q1: 'false' })
    const full = [
      correction('q1', { remedy: 'full-marks' }),
      correction('q2', { remedy: 'full-marks' }),
    ]
    expect(marks(corrected(attempt, full))).toBe('2/1 of 2')
    expect(explainAll(corrected(attempt, full)).map(({ verdict }) => verdict)).toEqual([
      'full-marks',
      'full-marks',
    ])
  })

  it('other points weigh the same answer otherwise', () => {
    const attempt = attemptAt([q1, q2], { q1: 'true' })
    expect(marks(corrected(attempt, [rekeyed(q1, { points: ['3'] })]))).toBe('3/1 of 4')
  })

  it('the last of several that hold is what counts', () => {
    const attempt = attemptAt([q1, q2], { q1: 'false', q2: 'true' })
    const both = [correction('q1'), rekeyed(q1, { key: ['false'] })]
    expect(marks(corrected(attempt, both))).toBe('2/1 of 2')
    expect(standingOf(q1, both)).toMatchObject({ counts: 'as-answered', shown: { key: false } })
  })
})

describe('a correction that may not lower marks', () => {
  it('costs nobody who had it right a point, and is explained with the key as it is now', () => {
    const attempt = attemptAt([q1, q2], { q1: 'true' })
    const key = rekeyed(q1, { key: ['false'] })
    const kept = corrected(attempt, [key])
    expect(marks(kept)).toBe('1/1 of 2')
    expect(outcomeIn(kept, key)).toBe('would-lower')
    expect(explainAll(kept)[0]).toMatchObject({ verdict: 'right', parts: [{ expected: 'False' }] })
    expect(marks(corrected(attempt, [{ ...key, mayLower: true }]))).toBe('0/1 of 2')
  })

  it('leaves a voided question to whoever had it right, and takes it from the others', () => {
    const void1 = correction('q1')
    expect(marks(corrected(attemptAt([q1, q2], { q1: 'true' }), [void1]))).toBe('1/1 of 2')
    expect(marks(corrected(attemptAt([q1, q2], { q2: 'true' }), [void1]))).toBe('1/1 of 1')
  })
})

describe('a correction where the attempt was conducted otherwise', () => {
  it('finds the try that is right by the key as it is now, and what that costs', () => {
    const attempt = attemptAt([q1, q2], { q1: 'false', q2: 'true' }, 'interactive')
    expect(marks(attempt)).toBe('7/10 of 2')
    expect(marks(corrected(attempt, [rekeyed(q1, { key: ['false'] })]))).toBe('7/5 of 2')
  })

  it('of what was voided, no certainty counts', () => {
    const attempt = attemptAt([q1, q2], { q1: 'false', q2: 'true' }, 'certainty')
    // q2 alone, fairly sure and right: accuracy 1, average 2, bonus (2 - 3) / 10.
    expect(marks(corrected(attempt, [correction('q1')]))).toBe('9/10 of 1')
  })
})

describe('a correction that cannot hold', () => {
  it('never leaves nothing to be marked', () => {
    const attempt = attemptAt([q1], { q1: 'false' })
    const only = correction('q1', { mayLower: true })
    expect(marks(corrected(attempt, [only]))).toBe('0/1 of 1')
    expect(outcomeIn(corrected(attempt, [only]), only)).toBe('nothing-left')
  })

  it('does not fit a version in which the question has other options', () => {
    const made = sample('single-choice')
    const options = made.options.map((each) => ({
      ...each,
      id: each.id.replace('canary', 'other'),
    }))
    const earlier = { ...made, options, key: 'other-id-single-two' }
    const attempt = attemptAt([earlier, q1], { [made.id]: rightAnswer(made) })
    const key = rekeyed(made, { key: ['canary-id-single-four'] })
    expect(outcomeIn(corrected(attempt, [key]), key)).toBe('does-not-fit')
    expect(marks(corrected(attempt, [key]))).toBe(marks(attempt))
  })

  it('is nothing to an attempt that was not asked the question', () => {
    const attempt = attemptAt([q1], { q1: 'true' })
    const other = correction('q2')
    expect(outcomeIn(corrected(attempt, [other]), other)).toBeNull()
    expect(explainAll(corrected(attempt, [other]))).toEqual(explainAll(attempt))
  })
})

describe('laws of corrections', { timeout: 60_000 }, () => {
  const questions = oneOfEachKind()
  const answers = fc
    .subarray(questions, { minLength: 0 })
    .map((answered) =>
      Object.fromEntries(answered.map((each) => [each.id, rightAnswer(each, 'seed')])),
    )
  /** Some fields of the key's form say what another field or option says. */
  const texts = (question: AuthoredQuestion) => {
    const fields = keyFieldsOf(question)
    const changed = fields.map(({ name, options, initial }) => {
      const values = options.length > 0 ? options.map(({ value }) => value) : [...initial, '7', 'x']
      return fc
        .subarray(values, { minLength: 1, maxLength: 2 })
        .map((some) => [name, some] as const)
    })
    return fc
      .tuple(
        fc.subarray(changed, { minLength: 1 }).chain((some) => fc.tuple(...some)),
        fc.integer({ min: 1, max: 5 }),
      )
      .map(([some, points]) => ({
        ...textsOf(question),
        ...Object.fromEntries(some),
        points: [String(points)],
      }))
  }
  const one = (mayLower: fc.Arbitrary<boolean>) =>
    fc
      .tuple(fc.constantFrom(...questions), fc.constantFrom(...REMEDIES), mayLower)
      .chain(([question, remedy, may]) =>
        texts(question).map((change) =>
          correction(question.id, {
            remedy,
            mayLower: may,
            change: remedy === 'rekeyed' ? change : null,
          }),
        ),
      )
  /** However the attempt is conducted: every way of marking obeys the same laws. */
  const given = fc
    .tuple(answers, fc.constantFrom(...BEHAVIOURS))
    .map(([all, behaviour]) => attemptAt(questions, all, behaviour))
  const several = (mayLower: fc.Arbitrary<boolean>) => fc.array(one(mayLower), { maxLength: 5 })

  it('without the tick no share of the points ever falls, by none of them', () => {
    let changed = 0
    fc.assert(
      fc.property(given, several(fc.constant(false)), (attempt, corrections) => {
        const scores = corrections.map((_, at) =>
          scoreIn(corrected(attempt, corrections.slice(0, at + 1))),
        )
        for (const [at, is] of scores.entries()) {
          const before = scores[at - 1] ?? scoreIn(attempt)
          expect(compare(shareOf(is), shareOf(before))).toBeGreaterThanOrEqual(0)
          expect(is.points).toBeGreaterThan(0)
          if (compare(shareOf(is), shareOf(before)) > 0) changed++
        }
      }),
      { numRuns: 50 },
    )
    expect(changed).toBeGreaterThan(20)
  })

  it('taking one back leaves what stands without it: of the last, what stood before', () => {
    fc.assert(
      fc.property(given, several(fc.boolean()), one(fc.boolean()), (attempt, before, last) => {
        const stood = corrected(attempt, before)
        const undone = corrected(corrected(attempt, [...before, last]), before)
        expect(explainAll(undone)).toEqual(explainAll(stood))
      }),
    )
  })

  it('a mark follows from answers and corrections alone, in whatever order they come', () => {
    fc.assert(
      fc.property(given, several(fc.boolean()), (attempt, corrections) => {
        const explained = explainAll(corrected(attempt, corrections))
        const again = corrected(corrected(attempt, corrections.toReversed()), corrections)
        expect(explainAll(again)).toEqual(explained)
        expect(attempt.treated).toBeUndefined()
      }),
    )
  })

  it('a mark is never less than nothing nor more than its points', () => {
    fc.assert(
      fc.property(given, several(fc.boolean()), (attempt, corrections) => {
        const share = shareOf(scoreIn(corrected(attempt, corrections)))
        expect(compare(share, fraction(0))).toBeGreaterThanOrEqual(0)
        expect(compare(share, fraction(1))).toBeLessThanOrEqual(0)
      }),
    )
  })
})
