import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fraction, fraction, ONE, toNumber, ZERO } from '@/lib/domain/fraction'
import type { GradeCell } from '@/lib/domain/gradebook'
import {
  billionthsOf,
  countsAs,
  partsOf,
  type Total,
  totalOf,
  type Weighed,
  type Weighting,
} from '@/lib/domain/weighting'

type Counted = Pick<GradeCell, 'state' | 'grade' | 'isOverdue'>
const graded = (grade: Fraction): Counted => ({ state: 'graded', grade, isOverdue: false })
const MISSING: Counted = { state: 'missing', grade: null, isOverdue: true }
const AHEAD: Counted = { state: 'ahead', grade: null, isOverdue: false }
const EXCUSED: Counted = { state: 'excused', grade: null, isOverdue: false }
const UNDER_WAY: Counted = { state: 'under-way', grade: null, isOverdue: true }

const inside = (cell: Counted, categoryId: string | null = null, weight = 1) => ({
  cell,
  categoryId,
  weight,
})
const plain: Weighting = { missing: 'ignored', categories: [], otherWeight: 1 }
const school: Weighting = {
  missing: 'zero',
  categories: [
    { id: 'homework', name: 'Homework', weight: 40 },
    { id: 'tests', name: 'Tests', weight: 60 },
  ],
  otherWeight: 0,
}
const same = (a: Total | null, n: bigint, d: bigint) => expect(a).toEqual({ n, d })

describe('a total', () => {
  it('is the mean of what is graded, where nothing is weighed', () => {
    const cells = [
      inside(graded(ONE)),
      inside(graded(fraction(1, 2))),
      inside(AHEAD),
      inside(MISSING),
    ]
    same(totalOf(cells, plain), 3n, 4n)
  })
  it('weighs quizzes inside their category, and categories among one another', () => {
    const cells = [
      inside(graded(fraction(1, 2)), 'homework', 1),
      inside(graded(ONE), 'homework', 3),
      inside(graded(fraction(1, 3)), 'tests'),
      inside(graded(ZERO), null, 100),
    ]
    // 0.4 × 7/8 + 0.6 × 1/3
    same(totalOf(cells, school), 11n, 20n)
  })
  it('leaves out a category in which nothing counts yet, or weighs nothing', () => {
    same(
      totalOf([inside(graded(fraction(1, 3)), 'tests'), inside(AHEAD, 'homework')], school),
      1n,
      3n,
    )
    same(
      totalOf(
        [inside(graded(fraction(1, 3)), 'tests'), inside(graded(ONE), 'homework', 0)],
        school,
      ),
      1n,
      3n,
    )
  })
  it('is none where nothing counts, or nothing that counts weighs anything', () => {
    expect(totalOf([], plain)).toBeNull()
    expect(totalOf([inside(AHEAD), inside(EXCUSED), inside(MISSING)], plain)).toBeNull()
    expect(totalOf([inside(graded(ONE), null, 0)], plain)).toBeNull()
    expect(totalOf([inside(graded(ONE))], school)).toBeNull()
  })
  it('takes what was due and is not there for 0 where the class says so, also while it is begun', () => {
    const cells = [inside(graded(ONE)), inside(MISSING), inside(UNDER_WAY), inside(AHEAD)]
    same(totalOf(cells, { ...plain, missing: 'zero' }), 1n, 3n)
    same(totalOf(cells, plain), 1n, 1n)
  })
  it('holds quizzes of a category that is gone for those of none', () => {
    same(totalOf([inside(graded(ONE), 'gone'), inside(graded(ZERO))], plain), 1n, 2n)
  })
  it('is exact for a hundred quizzes whose points share nothing', () => {
    const cells = Array.from({ length: 100 }, (_, n) =>
      inside(graded(fraction(1, 97 + n)), null, n),
    )
    const total = totalOf(cells, plain)
    const sum = cells.reduce(
      (all, { cell, weight }) => all + toNumber(cell.grade ?? ZERO) * weight,
      0,
    )
    expect(billionthsOf(total) / 1e9).toBeCloseTo(sum / 4950, 8)
  })
})

const share = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 60 }))
  .map(([n, d]) => fraction(Math.min(n, d), d))
const counted = fc.oneof(
  { weight: 4, arbitrary: share.map(graded) },
  fc.constantFrom(MISSING, AHEAD, EXCUSED, UNDER_WAY),
)
const id = fc.constantFrom('a', 'b', null)
const cells = fc.array(
  fc.record({ cell: counted, categoryId: id, weight: fc.integer({ min: 0, max: 9 }) }),
  { maxLength: 12 },
)
const weighting: fc.Arbitrary<Weighting> = fc.record({
  missing: fc.constantFrom('zero', 'ignored'),
  otherWeight: fc.integer({ min: 0, max: 9 }),
  categories: fc
    .tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
    .map(([a, b]) => [
      { id: 'a', name: 'A', weight: a },
      { id: 'b', name: 'B', weight: b },
    ]),
})
const scale = fc.integer({ min: 1, max: 1000 })
const scaled = (all: Weighting, k: number): Weighting => ({
  ...all,
  otherWeight: all.otherWeight * k,
  categories: all.categories.map((each) => ({ ...each, weight: each.weight * k })),
})

describe('laws of totals', () => {
  it('only what weights are to one another matters', () => {
    fc.assert(
      fc.property(cells, weighting, scale, scale, (all, how, k, l) => {
        const larger = all.map((each) =>
          each.categoryId === 'a' ? { ...each, weight: each.weight * k } : each,
        )
        expect(totalOf(larger, scaled(how, l))).toEqual(totalOf(all, how))
      }),
    )
  })
  it('what is excused changes nothing, nor does what weighs nothing, nor the order', () => {
    fc.assert(
      fc.property(cells, weighting, id, share, (all, how, categoryId, grade) => {
        const total = totalOf(all, how)
        expect(totalOf([...all, inside(EXCUSED, categoryId, 5)], how)).toEqual(total)
        expect(totalOf([inside(graded(grade), categoryId, 0), ...all], how)).toEqual(total)
        expect(totalOf(all.toReversed(), how)).toEqual(total)
      }),
    )
  })
  it('lies between the least and the greatest that counts, and is what all are where they are the same', () => {
    fc.assert(
      fc.property(cells, weighting, share, (all, how, grade) => {
        const total = billionthsOf(totalOf(all, how))
        const each = all.flatMap(({ cell }) => {
          const found = countsAs(cell, how.missing)
          return found ? [billionthsOf(found)] : []
        })
        if (total >= 0) {
          expect(total).toBeGreaterThanOrEqual(Math.min(...each))
          expect(total).toBeLessThanOrEqual(Math.max(...each))
        }
        const alike = all.map((one) => ({ ...one, cell: graded(grade) }))
        const sameTotal = totalOf(alike, how)
        if (sameTotal) same(sameTotal, BigInt(grade.n), BigInt(grade.d))
      }),
    )
  })
  it('never falls when a grade rises', () => {
    fc.assert(
      fc.property(cells, weighting, share, share, id, (all, how, a, b, categoryId) => {
        const [low, high] = toNumber(a) <= toNumber(b) ? [a, b] : [b, a]
        const of = (grade: Fraction) =>
          billionthsOf(totalOf([...all, inside(graded(grade), categoryId)], how))
        expect(of(low)).toBeLessThanOrEqual(of(high))
      }),
    )
  })
})

describe('a share in billionths', () => {
  it('keeps every order and every whole per cent as a bound, and none is below all', () => {
    fc.assert(
      fc.property(share, share, fc.integer({ min: 0, max: 100 }), (a, b, percent) => {
        const [x, y] = [billionthsOf(a), billionthsOf(b)]
        if (a.n * b.d < b.n * a.d) expect(x).toBeLessThanOrEqual(y)
        expect(x < percent * 10_000_000).toBe(a.n * 100 < percent * a.d)
        expect(billionthsOf(null)).toBeLessThan(x)
      }),
    )
  })
})

describe('what a quiz is of the total', () => {
  it('follows from its weight and its category’s, and comes to the whole with the others', () => {
    const set: Weighed[] = [
      { categoryId: 'homework', weight: 1 },
      { categoryId: 'homework', weight: 3 },
      { categoryId: 'tests', weight: 2 },
      { categoryId: null, weight: 5 },
    ]
    expect(partsOf(set, school)).toEqual([0.1, 0.30000000000000004, 0.6, 0])
    expect(partsOf(set.slice(0, 2), school)).toEqual([0.25, 0.75])
    expect(partsOf([{ categoryId: null, weight: 0 }], plain)).toEqual([0])
  })
})
