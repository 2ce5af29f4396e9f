import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explainAll, scoreOf, type Verdict } from '@/lib/domain/attempt'
import {
  adjust,
  CERTAINTIES,
  type Certainty,
  certaintyMark,
  certaintyReport,
  FITTING,
  MARKS,
} from '@/lib/domain/certainty'
import { add, compare, type Fraction, fraction, multiply, ONE, ZERO } from '@/lib/domain/fraction'
import { itemOf } from '@/lib/domain/open-attempt'
import { attemptAt, response } from '@/tests/support/open-attempt'
import { the } from '@/tests/support/the'
import { statements } from '@/tests/support/versions'

const asked = (share: Fraction, certainty: Certainty, points = 1, verdict?: Verdict) => ({
  earned: multiply(share, fraction(points)),
  points,
  certainty,
  verdict: verdict ?? (share.n === 0 ? ('wrong' as const) : ('right' as const)),
})
type Asked = ReturnType<typeof asked>
const report = (all: Asked[]) => the(certaintyReport(all))
const times = (count: number, each: Asked) => Array.from({ length: count }, () => each)

const outcomes = fc.array(
  fc
    .record({
      share: fc.constantFrom(ZERO, ONE, fraction(1, 3), fraction(3, 4)),
      certainty: fc.constantFrom(...CERTAINTIES),
      points: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ share, certainty, points }) => asked(share, certainty, points)),
  { minLength: 1, maxLength: 20 },
)

describe('marks for certainty', () => {
  it.each([
    [1, 1, 0],
    [2, 2, -2],
    [3, 3, -6],
  ] as const)('are, at certainty %i, %i for right and %i for wrong', (certainty, right, wrong) => {
    expect(adjust(ONE, certainty)).toEqual(fraction(right))
    expect(adjust(ZERO, certainty)).toEqual(fraction(wrong))
    expect(adjust(fraction(1, 2), certainty)).toEqual(fraction(right, 2))
  })

  it('pay best where the certainty is honest: unsure below 2/3, quite sure above 4/5', () => {
    const expected = (certainty: Certainty, p: Fraction) =>
      add(
        multiply(p, fraction(MARKS[certainty].right)),
        multiply(add(ONE, multiply(p, fraction(-1))), fraction(MARKS[certainty].wrong)),
      )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (n) => {
        const p = fraction(n, 3000)
        const best = CERTAINTIES.filter((each) =>
          CERTAINTIES.every((other) => compare(expected(each, p), expected(other, p)) >= 0),
        )
        const fitting = CERTAINTIES.filter(
          (each) => compare(p, FITTING[each].from) >= 0 && compare(p, FITTING[each].to) <= 0,
        )
        expect(best).toEqual(fitting)
      }),
    )
    expect(FITTING[2]).toEqual({ from: fraction(2, 3), to: fraction(4, 5) })
  })

  it('cost a blank nothing, however sure it was', () => {
    expect(certaintyMark(asked(ZERO, 3, 1, 'blank'))).toEqual(ZERO)
  })
})

describe('the score with certainties', () => {
  it.each([
    ['all right and quite sure', times(4, asked(ONE, 3)), [1, 1]],
    ['all right and unsure', times(4, asked(ONE, 1)), [4, 5]],
    ['all wrong and unsure', times(4, asked(ZERO, 1)), [0, 1]],
    ['all wrong and quite sure', times(4, asked(ZERO, 3)), [0, 1]],
    ['half right, and sure of that half', [asked(ONE, 3), asked(ZERO, 1)], [3, 5]],
    ['half right, and sure of the other', [asked(ONE, 1), asked(ZERO, 3)], [1, 5]],
    ['all left blank', times(3, asked(ZERO, 1, 2, 'blank')), [0, 1]],
  ] as const)('is, for %s, an exact share', (_name, all, [n, d]) => {
    expect(report([...all]).share).toEqual(fraction(n, d))
  })

  it('lies between nothing and all, differs by the bonus, and weighs questions by their points', () => {
    fc.assert(
      fc.property(outcomes, (all) => {
        const { accuracy, bonus, share, average } = report(all)
        const plain = add(accuracy, bonus)
        expect(compare(plain, ONE), 'no certainty earns more than all').toBeLessThanOrEqual(0)
        expect(share).toEqual(plain.n < 0 ? ZERO : plain)
        expect(compare(bonus, fraction(2, 15)), 'the most that is added').toBeLessThanOrEqual(0)
        const twice = all.flatMap((each) => [each, each])
        expect(report(twice)).toMatchObject({ accuracy, bonus, average })
        const heavy = all.map(({ earned, points, ...each }) => ({
          ...each,
          earned: multiply(earned, fraction(3)),
          points: 3 * points,
        }))
        expect(report(heavy).share).toEqual(share)
      }),
    )
  })

  it('has no bonus for one certainty everywhere, where that is the best for what was right', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.integer({ min: 1, max: 12 }), (right, count) => {
        const all = Math.max(count, right)
        const p = fraction(right, all)
        const best = the(CERTAINTIES.find((each) => compare(p, FITTING[each].to) <= 0))
        const given = [...times(right, asked(ONE, best)), ...times(all - right, asked(ZERO, best))]
        expect(report(given).bonus).toEqual(ZERO)
      }),
    )
  })

  it('rises with no certainty of a wrong answer', () => {
    fc.assert(
      fc.property(outcomes, fc.constantFrom(...CERTAINTIES), (others, certainty) => {
        const withWrong = (each: Certainty) => report([...others, asked(ZERO, each)]).share
        expect(compare(withWrong(certainty), withWrong(1))).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('is that of the attempt, while each question keeps what it earned itself', () => {
    const responses = [
      response('q1', 'true', { certainty: 3 }),
      response('q2', 'false', { certainty: 3 }),
      response('q3', 'true'),
    ]
    const explained = explainAll(attemptAt(statements(4), responses, { behaviour: 'certainty' }))
    expect(explained.map(({ certainty }) => certainty)).toEqual([3, 3, 1, 1])
    expect(explained.map(({ earned }) => earned)).toEqual([ONE, ZERO, ONE, ZERO])
    // A = 1/2, marks 3, -6, 1 and 0 of a blank: (-1/2 - 1/2) / 10 off.
    expect(scoreOf(explained)).toEqual({ earned: fraction(8, 5), points: 4 })
  })

  it('is the plain one where certainty is not asked, whatever is stored', () => {
    const responses = [response('q1', 'true', { certainty: 1 })]
    const explained = explainAll(attemptAt(statements(1), responses))
    expect(certaintyReport(explained)).toBeNull()
    expect(scoreOf(explained)).toEqual({ earned: ONE, points: 1 })
  })

  it('is not known while the attempt is open: the page has the certainty and no mark', () => {
    const attempt = attemptAt(statements(1), [response('q1', 'true', { certainty: 2 })], {
      behaviour: 'certainty',
    })
    expect(itemOf(attempt, 0)).toMatchObject({ certainty: 2, explanation: null, tried: null })
  })
})

describe('whether certainty fits', () => {
  it.each([
    ['right 9 of 10 times, quite sure', 3, 9, 10, 'fits'],
    ['right 7 of 10 times, fairly sure', 2, 7, 10, 'fits'],
    ['right 1 of 10 times, quite sure', 3, 1, 10, 'over'],
    ['right 7 of 10 times, quite sure', 3, 7, 10, 'a-bit-over'],
    ['right 40 of 40 times, unsure', 1, 40, 40, 'under'],
    ['right 1 of 1 times, unsure', 1, 1, 1, 'a-bit-under'],
  ] as const)('%s: certainty %i', (_name, certainty, right, count, judgement) => {
    const { levels } = report([
      ...times(right, asked(ONE, certainty)),
      ...times(count - right, asked(ZERO, certainty)),
      asked(ZERO, certainty, 1, 'blank'),
    ])
    expect(levels).toEqual([{ certainty, count, share: fraction(right, count), judgement }])
  })
})
