import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyseQuiz } from '@/lib/domain/statistics'

/** The same definitions once more in exact whole numbers, for marks that are whole. */
function exactly(marks: number[][]) {
  const big = marks.map((row) => row.map(BigInt))
  const size = BigInt(marks.length)
  const add = (values: bigint[]) => values.reduce((total, value) => total + value, 0n)
  /** size² times the mean product of deviations; its sign and ratios are exact. */
  const together = (a: bigint[], b: bigint[]) =>
    size * add(a.map((each, index) => each * (b[index] ?? 0n))) - add(a) * add(b)
  const totals = big.map(add)
  return (marks[0] ?? []).map((_mark, question) => {
    const own = big.map((row) => row[question] ?? 0n)
    const rest = totals.map((total, attempt) => total - (own[attempt] ?? 0n))
    const spreads = together(own, own) * together(rest, rest)
    const order = (values: bigint[]) => [...values].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    const most = together(order(own), order(rest))
    return {
      discriminationIndex:
        spreads === 0n
          ? null
          : (100 * Number(together(own, rest))) /
            (Math.sqrt(Number(together(own, own))) * Math.sqrt(Number(together(rest, rest)))),
      discriminativeEfficiency:
        most === 0n ? null : (100 * Number(together(own, rest))) / Number(most),
      withTotal: together(own, totals),
    }
  })
}

const quizzes = fc
  .array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 7 })
  .chain((maxMarks) =>
    fc.record({
      maxMarks: fc.constant(maxMarks),
      marks: fc.array(fc.tuple(...maxMarks.map((most) => fc.integer({ min: 0, max: most }))), {
        minLength: 2,
        maxLength: 25,
      }),
    }),
  )
const analysed = ({ maxMarks, marks }: { maxMarks: number[]; marks: number[][] }, scale = 1) =>
  analyseQuiz(
    maxMarks.map((most) => most * scale),
    marks.map((row) => row.map((mark, question) => mark / (maxMarks[question] ?? 1))),
  )

describe('for every quiz and every set of attempts', () => {
  it('discrimination agrees with exact arithmetic, to the null', () => {
    fc.assert(
      fc.property(quizzes, (quiz) => {
        const { items } = analysed(quiz)
        exactly(quiz.marks).forEach((exact, question) => {
          const item = items[question]
          for (const field of ['discriminationIndex', 'discriminativeEfficiency'] as const) {
            const [actual, figure] = [item?.[field], exact[field]]
            if (figure === null) expect(actual).toBeNull()
            else expect(actual).toBeCloseTo(figure, 6)
          }
          if (exact.withTotal < 0n) expect(item?.effectiveWeight).toBeNull()
        })
      }),
      { numRuns: 500 },
    )
  })
  it('the effective weights of questions that do not work against it make 100 %', () => {
    fc.assert(
      fc.property(quizzes, (quiz) => {
        const { items, quiz: whole } = analysed(quiz)
        const weights = items.map(({ effectiveWeight }) => effectiveWeight ?? 0)
        const total = weights.reduce((sum, weight) => sum + weight, 0)
        expect(total).toBeCloseTo(whole.standardDeviation === 0 ? 0 : 100, 6)
      }),
    )
  })
  it('neither the order of attempts nor the size of the marks changes what is relative', () => {
    fc.assert(
      fc.property(quizzes, fc.constantFrom(0.1, 3, 7), (quiz, scale) => {
        const relative = ({ quiz: whole, items }: ReturnType<typeof analysed>) => [
          whole.skewness,
          whole.kurtosis,
          whole.internalConsistency,
          ...items.flatMap((item) => [
            item.facility,
            item.intendedWeight,
            item.effectiveWeight,
            item.discriminationIndex,
            item.discriminativeEfficiency,
          ]),
        ]
        const turned = analysed({ ...quiz, marks: [...quiz.marks].reverse() }, scale)
        relative(analysed(quiz)).forEach((figure, index) => {
          const other = relative(turned)[index]
          if (figure === null || figure === undefined) expect(other).toBeNull()
          else expect(other).toBeCloseTo(figure, 6)
        })
      }),
      { numRuns: 300 },
    )
  })
})
