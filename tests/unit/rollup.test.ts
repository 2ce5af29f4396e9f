import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fraction, fraction, ONE, toNumber, ZERO } from '@/lib/domain/fraction'
import { addTally, emptyRollup, removeTally } from '@/lib/domain/rollup'
import { analyseRollup, type RollupAnalysis } from '@/lib/domain/rollup-figures'
import { readRollup, writeRollup } from '@/lib/domain/rollup-text'
import { analyseQuiz, type QuizAnalysis } from '@/lib/domain/statistics'
import { readTally, tallyOf, writeTally } from '@/lib/domain/tally'
import { attemptsOf, type Row, rollupOf, talliesOf, versionWorth } from '@/tests/support/rolled'
import { the } from '@/tests/support/the'

const share: fc.Arbitrary<Fraction | null> = fc.oneof(
  fc.constantFrom(null, ZERO, ONE),
  fc
    .tuple(fc.integer({ min: -3, max: 12 }), fc.constantFrom(1, 2, 3, 4, 5, 6, 12))
    .map(([n, d]) => fraction(Math.min(n, d), d)),
)
/** Points of up to seven questions, and what up to twenty-five attempts earned; all are asked all. */
const quizzes = (part: fc.Arbitrary<Fraction | null | undefined> = share) =>
  fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 7 }).chain((points) =>
    fc.record({
      points: fc.constant(points),
      rows: fc.array(
        fc
          .tuple(...points.map(() => part))
          .filter((row): row is Row & typeof row => row.some((each) => each !== undefined)),
        { minLength: 1, maxLength: 25 },
      ),
    }),
  )
/** With questions that some of the attempts were not asked. */
const drawn = quizzes(
  fc.oneof({ weight: 3, arbitrary: share }, { arbitrary: fc.constant(undefined), weight: 1 }),
)

const counted = ({ points, rows }: { points: number[]; rows: Row[] }) => {
  const version = versionWorth(points)
  return talliesOf(version, attemptsOf(version, rows))
}
const measured = (points: number[]) =>
  points.map((each, at) => ({ id: `q${at + 1}`, points: each, guess: at % 2 ? 0.5 : null }))

/** Equal to nine places of the greater of them and of 1, and null exactly where the other is. */
function expectSame(actual: object | undefined, expected: object | undefined) {
  const other = new Map(Object.entries(actual ?? {}))
  for (const [name, value] of Object.entries(expected ?? {})) {
    const figure = other.get(name)
    if (value === null) expect(figure, name).toBeNull()
    else {
      expect(figure, name).not.toBeNull()
      const size = Math.max(1, Math.abs(value), Math.abs(figure))
      expect(Math.abs(figure - value) / size, `${name}: ${figure} for ${value}`).toBeLessThan(1e-9)
    }
  }
}
const expectFigures = ({ quiz, items }: RollupAnalysis, expected: QuizAnalysis) => {
  expectSame(quiz, expected.quiz)
  expect(items).toHaveLength(expected.items.length)
  items.forEach(({ figures }, at) => {
    expectSame(figures, expected.items[at])
  })
}
const numbersOf = (rows: readonly Row[]) =>
  rows.map((row) => row.map((each) => (each ? toNumber(each) : null)))

describe('a rollup', () => {
  it('has the figures that the attempts in it have', () => {
    fc.assert(
      fc.property(quizzes(), (quiz) => {
        const questions = measured(quiz.points)
        const guesses = questions.map(({ guess }) => guess)
        expectFigures(
          analyseRollup(rollupOf(counted(quiz)), questions),
          analyseQuiz(quiz.points, numbersOf(quiz.rows), guesses),
        )
      }),
      { numRuns: 150 },
    )
  })

  it('counts of each question who was asked it and who left it blank', () => {
    fc.assert(
      fc.property(drawn, (quiz) => {
        const { items } = rollupOf(counted(quiz))
        quiz.points.forEach((_points, at) => {
          const column = quiz.rows.map((row) => row[at])
          const item = items.get(`q${at + 1}`)
          expect(item?.asked ?? 0).toBe(column.filter((each) => each !== undefined).length)
          expect(item?.blank ?? 0).toBe(column.filter((each) => each === null).length)
        })
      }),
    )
  })

  it('of papers that differ has each question over those who were asked it, against their rest', () => {
    fc.assert(
      fc.property(drawn, (quiz) => {
        const { items } = analyseRollup(rollupOf(counted(quiz)), measured(quiz.points), true)
        for (const { id, figures } of items) {
          const at = Number(id.slice(1)) - 1
          const own = quiz.rows.filter((row) => row[at] !== undefined)
          const rows = own.map((row) => {
            const others = quiz.points.flatMap((points, place) => {
              const part = row[place]
              return place === at || part === undefined
                ? []
                : [{ points, mark: part ? points * toNumber(part) : 0 }]
            })
            const left = others.reduce((sum, { points }) => sum + points, 0)
            const mark = others.reduce((sum, each) => sum + each.mark, 0)
            return [row[at] ? toNumber(the(row[at])) : 0, left === 0 ? 0 : mark / left]
          })
          const [expected] = analyseQuiz([the(quiz.points[at]), 1], rows).items
          for (const name of [
            'facility',
            'standardDeviation',
            'discriminationIndex',
            'discriminativeEfficiency',
          ] as const)
            expectSame({ [name]: figures[name] }, { [name]: the(expected)[name] })
          expect(figures.effectiveWeight).toBeNull()
        }
      }),
      { numRuns: 100 },
    )
  })

  it('is the same in whatever order attempts are counted', () => {
    fc.assert(
      fc.property(
        drawn.chain((quiz) =>
          fc.tuple(
            fc.constant(quiz),
            fc.shuffledSubarray(
              quiz.rows.map((_row, at) => at),
              { minLength: quiz.rows.length },
            ),
          ),
        ),
        ([quiz, order]) => {
          const tallies = counted(quiz)
          const other = order.map((at) => the(tallies[at]))
          expect(writeRollup(rollupOf(other))).toBe(writeRollup(rollupOf(tallies)))
        },
      ),
    )
  })

  it('shows no trace of what was added and taken away again', () => {
    fc.assert(
      fc.property(drawn, drawn, (quiz, { rows }) => {
        const tallies = counted(quiz)
        const passing = counted({
          points: quiz.points,
          rows: rows.map((row) => quiz.points.map((_p, at) => row[at] ?? null)),
        })
        const rollup = emptyRollup()
        for (const tally of passing) addTally(rollup, tally)
        for (const tally of tallies) addTally(rollup, tally)
        for (const tally of passing) removeTally(rollup, tally)
        expect(writeRollup(rollup)).toBe(writeRollup(rollupOf(tallies)))
        for (const tally of tallies) removeTally(rollup, tally)
        expect(rollup).toEqual(emptyRollup())
      }),
    )
  })

  it('is read as it was written, and so is what an attempt counts for', () => {
    fc.assert(
      fc.property(drawn, (quiz) => {
        const tallies = counted(quiz)
        const rollup = rollupOf(tallies)
        expect(writeRollup(readRollup(writeRollup(rollup)))).toBe(writeRollup(rollup))
        expect(readRollup(writeRollup(rollup)).items.size).toBe(rollup.items.size)
        for (const tally of tallies) expect(readTally(writeTally(tally))).toEqual(tally)
      }),
    )
  })

  it('refuses to take away what was never added', () => {
    const version = versionWorth([1, 1])
    const [one, other] = talliesOf(
      version,
      attemptsOf(version, [
        [ONE, ZERO],
        [ZERO, ZERO],
      ]),
    )
    const rollup = rollupOf([the(one)])
    expect(() => removeTally(rollup, the(other))).toThrow(RangeError)
  })
})

describe('what does not count', () => {
  const version = versionWorth([1, 2])
  it('is a question that was taken out of the scoring: 0 of 0 points', () => {
    const [attempt] = attemptsOf(version, [[ONE, ONE]])
    const [first, second] = the(attempt).responses
    const voided = { ...the(second), earned: { n: 0, d: 0 } }
    const tally = tallyOf(version, { ...the(attempt), responses: [the(first), voided] })
    expect(tally).toMatchObject({ share: ONE, points: 1, items: [{ id: 'q1', rest: ZERO }] })
  })
  it('is an attempt without anything that could earn points', () => {
    const [attempt] = attemptsOf(version, [[ONE, ONE]])
    expect(tallyOf(version, { ...the(attempt), responses: [] })).toBeNull()
  })
})
