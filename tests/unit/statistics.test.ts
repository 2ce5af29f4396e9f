import { describe, expect, it } from 'vitest'
import { analyseQuiz, type ItemStatistics, type QuizStatistics } from '@/lib/domain/statistics'

const rowsOf = (...columns: string[]) =>
  [...(columns[0] ?? '')].map((_digit, attempt) => columns.map((column) => Number(column[attempt])))

/** Marks as they are written in a table, as shares of what each question can earn. */
const sharesOf = (maxMarks: number[], ...columns: string[]) =>
  rowsOf(...columns).map((row) => row.map((mark, question) => mark / (maxMarks[question] ?? 1)))

const FIELDS = [
  'facility',
  'standardDeviation',
  'intendedWeight',
  'effectiveWeight',
  'discriminationIndex',
  'discriminativeEfficiency',
] as const

/** Equal to six places of the published figures, and null exactly where they are null. */
function expectFigures(items: ItemStatistics[], expected: (number | null)[][]) {
  expected.forEach((figures, question) => {
    FIELDS.forEach((field, index) => {
      const [actual, figure] = [items[question]?.[field], figures[index] ?? null]
      if (figure === null) expect(actual, `${field} of ${question + 1}`).toBeNull()
      else expect(actual, `${field} of ${question + 1}`).toBeCloseTo(figure, 4)
    })
  })
}
function expectQuiz(quiz: QuizStatistics, expected: Partial<QuizStatistics>) {
  for (const [field, figure] of Object.entries(expected))
    expect(quiz[field as keyof QuizStatistics], field).toBeCloseTo(figure as number, 5)
}

describe('the statistics of a quiz', () => {
  it('are those of Moodle’s report for ten attempts at five questions', () => {
    const maxMarks = [1, 1, 1, 1, 2]
    const columns = ['1111111000', '1111100100', '1110110000', '1101001000', '2221110100']
    const { quiz, items } = analyseQuiz(maxMarks, sharesOf(maxMarks, ...columns))
    expectFigures(items, [
      [0.7, 0.483046, 16.666667, 18.971373, 68.72316, 84.615385],
      [0.6, 0.516398, 16.666667, 19.219376, 63.219542, 72.972973],
      [0.5, 0.527046, 16.666667, 19.464218, 63.402946, 73.333333],
      [0.4, 0.516398, 16.666667, 15.692554, 30.291963, 35.897436],
      [0.5, 0.816497, 33.333333, 26.652479, 82.9925, 90],
    ])
    expectQuiz(quiz, {
      attempts: 10,
      mean: 3.2,
      median: 3.5,
      standardDeviation: 2.20101,
      skewness: -0.237589,
      kurtosis: -1.101909,
      internalConsistency: 80.848624,
      errorRatio: 43.762285,
      standardError: 0.963212,
    })
  })

  it('show a question that works against the quiz: no effective weight, and alpha below zero', () => {
    const maxMarks = [1, 1, 2, 1]
    const columns = ['111010', '110010', '212011', '010101']
    const { quiz, items } = analyseQuiz(maxMarks, sharesOf(maxMarks, ...columns))
    expect(items.map((item) => item.effectiveWeight?.toFixed(6) ?? null)).toEqual([
      '32.701427',
      '31.663020',
      '35.635553',
      null,
    ])
    expect(items.map((item) => item.discriminationIndex?.toFixed(6))).toEqual([
      '68.599434',
      '44.721360',
      '10.846523',
      '-72.760688',
    ])
    expect(items.map((item) => item.discriminativeEfficiency?.toFixed(6))).toEqual([
      '100.000000',
      '50.000000',
      '14.285714',
      '-100.000000',
    ])
    expectQuiz(quiz, {
      mean: 2.833333,
      median: 3,
      standardDeviation: 1.169045,
      skewness: -0.667628,
      kurtosis: -0.446163,
      internalConsistency: -6.504065,
      errorRatio: 103.200807,
      standardError: 1.206464,
    })
  })

  it('count a blank as no marks', () => {
    const blank = analyseQuiz(
      [1, 2],
      [
        [null, 1],
        [1, 0.5],
        [null, null],
      ],
    )
    const zero = analyseQuiz(
      [1, 2],
      [
        [0, 1],
        [1, 0.5],
        [0, 0],
      ],
    )
    expect(blank).toEqual(zero)
  })

  it('carry the guess scores that they are given', () => {
    const { items } = analyseQuiz([1, 1], [[1, 0]], [0.25, null])
    expect(items.map((item) => item.randomGuessScore)).toEqual([0.25, null])
  })
})

describe('a figure that is not defined is null', () => {
  const everyFigure = (analysis: ReturnType<typeof analyseQuiz>) => ({
    ...analysis.quiz,
    items: analysis.items.map(({ facility, standardDeviation }) => [facility, standardDeviation]),
  })

  it('without attempts', () => {
    const { quiz, items } = analyseQuiz([1, 3], [])
    expect(Object.values(quiz)).toEqual([0, ...Array(8).fill(null)])
    expect(items.map((item) => item.facility)).toEqual([null, null])
    expect(items.map((item) => item.intendedWeight)).toEqual([25, 75])
  })
  it('with one attempt: a mean, and no spread', () => {
    expect(everyFigure(analyseQuiz([1, 1], [[1, 0]]))).toMatchObject({
      mean: 1,
      median: 1,
      standardDeviation: null,
      skewness: null,
      internalConsistency: null,
      items: [
        [1, null],
        [0, null],
      ],
    })
  })
  it('with two attempts: a spread, and neither skewness nor alpha', () => {
    const { quiz } = analyseQuiz(
      [1, 1],
      [
        [1, 1],
        [0, 0],
      ],
    )
    expect(quiz.standardDeviation).toBeCloseTo(Math.SQRT2, 12)
    expect([quiz.skewness, quiz.kurtosis, quiz.internalConsistency]).toEqual([null, null, null])
  })
  it('with three attempts: skewness and alpha, and no kurtosis', () => {
    const { quiz } = analyseQuiz(
      [1, 1],
      [
        [1, 1],
        [0, 0],
        [1, 0],
      ],
    )
    expect(quiz.skewness).not.toBeNull()
    expect(quiz.internalConsistency).not.toBeNull()
    expect(quiz.kurtosis).toBeNull()
  })
  it('with one question: no alpha, no discrimination, the whole weight', () => {
    const { quiz, items } = analyseQuiz([2], [[1], [0], [0.5], [0]])
    expect(quiz.internalConsistency).toBeNull()
    expect(items[0]).toMatchObject({
      effectiveWeight: 100,
      discriminationIndex: null,
      discriminativeEfficiency: null,
    })
  })
  it('for a question that earns nothing', () => {
    const { items } = analyseQuiz(
      [0, 1],
      [
        [1, 1],
        [0, 0],
        [1, 0],
      ],
    )
    expect(items[0]).toMatchObject({
      facility: null,
      intendedWeight: 0,
      effectiveWeight: 0,
      discriminationIndex: null,
    })
  })
  it('where everybody got the same, even in thirds and tenths that do not add up in binary', () => {
    const shares = [1 / 3, 0.1, 0.2, 0.7]
    const { quiz, items } = analyseQuiz([3, 7, 1, 0.3], [shares, shares, shares, shares, shares])
    expect(quiz).toMatchObject({ standardDeviation: 0, skewness: null, internalConsistency: null })
    for (const item of items)
      expect(item).toMatchObject({
        standardDeviation: 0,
        effectiveWeight: null,
        discriminationIndex: null,
        discriminativeEfficiency: null,
      })
  })
  it('where the rest of the quiz is the same for everybody, however it was earned', () => {
    const rows = [
      [1, 0.1, 0.2],
      [0, 0.2, 0.1],
      [1, 0.3, 0],
      [0, 0, 0.3],
    ]
    const { items } = analyseQuiz([1, 1, 1], rows)
    expect(items[0]?.discriminationIndex).toBeNull()
    expect(items[0]?.discriminativeEfficiency).toBeNull()
  })
})

describe('what is refused', () => {
  it('a row that is too short, named by its place', () => {
    expect(() => analyseQuiz([1, 1], [[1, 1], [1]])).toThrow('Attempt 2 has 1 shares, not 2')
  })
  it.each([Number.NaN, Number.POSITIVE_INFINITY])('a share of %s', (share) => {
    expect(() => analyseQuiz([1], [[share]])).toThrow(RangeError)
  })
})
