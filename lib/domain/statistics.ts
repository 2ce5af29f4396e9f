import {
  centred,
  meanOf,
  medianOf,
  momentOf,
  NOISE,
  once,
  sizeOf,
  sum,
  varianceOf,
  type Weighted,
} from './weighted'

/** What the scores of a whole quiz say. Marks, except where per cent is named; null: not defined. */
export interface QuizStatistics {
  /** How many attempts were analysed. */
  attempts: number
  mean: number | null
  median: number | null
  standardDeviation: number | null
  skewness: number | null
  /** Excess kurtosis: 0 for a normal distribution. */
  kurtosis: number | null
  /** Cronbach's alpha in per cent; it may be negative. */
  internalConsistency: number | null
  /** Per cent of the standard deviation that is chance; above 100 where alpha is negative. */
  errorRatio: number | null
  standardError: number | null
}

/** What the answers to one question say. */
export interface ItemStatistics {
  /** The mean share of the question's marks, 0 to 1. */
  facility: number | null
  /** In marks. */
  standardDeviation: number | null
  /** The share, 0 to 1, that blind guessing would earn; null where nobody can say. */
  randomGuessScore: number | null
  /** Per cent of the quiz's marks. */
  intendedWeight: number | null
  /** Per cent of the spread of totals that comes from this question; null where it works against. */
  effectiveWeight: number | null
  /** Item-rest correlation in per cent, -100 to 100. */
  discriminationIndex: number | null
  /** Covariance with the rest in per cent of the greatest possible with these marks. */
  discriminativeEfficiency: number | null
}

export interface QuizAnalysis {
  quiz: QuizStatistics
  items: ItemStatistics[]
}

/** What the marks of one question come to, from which its figures follow. */
export interface ItemMoments {
  /** The marks that it can earn. */
  most: number
  /** Null without attempts. */
  mean: number | null
  /** Sample variances and covariances; null with fewer than two attempts. */
  spread: {
    own: number
    /** Of the rest of the quiz. */
    rest: number
    withRest: number
    /** With the rest, had the same marks been earned by those who were best in the rest. */
    mostWithRest: number
    withTotal: number
  } | null
}

/** Fisher's k-statistics of the totals, as Moodle's quiz report has them. */
function shapeOf(totals: Weighted, k2: number) {
  const size = sizeOf(totals)
  if (size < 3 || k2 === 0) return { skewness: null, kurtosis: null }
  const from = centred(totals)
  const k3 = (size ** 2 * momentOf(from, 3)) / ((size - 1) * (size - 2))
  const skewness = k3 / k2 ** 1.5
  if (size < 4) return { skewness, kurtosis: null }
  const k4 =
    (size ** 2 * ((size + 1) * momentOf(from, 4) - 3 * (size - 1) * momentOf(from, 2) ** 2)) /
    ((size - 1) * (size - 2) * (size - 3))
  return { skewness, kurtosis: k4 / k2 ** 2 }
}

/** Cronbach's alpha and what follows from it: for two questions and three attempts at the least. */
function consistencyOf(variances: readonly number[], attempts: number, k2: number) {
  const size = variances.length
  if (size < 2 || attempts < 3 || k2 === 0)
    return { internalConsistency: null, errorRatio: null, standardError: null }
  const alpha = (size / (size - 1)) * (1 - sum(variances) / k2)
  const errorRatio = 100 * Math.sqrt(Math.max(0, 1 - alpha))
  return {
    internalConsistency: 100 * alpha,
    errorRatio,
    standardError: (errorRatio * Math.sqrt(k2)) / 100,
  }
}

/**
 * The figures of a whole quiz.
 *
 * @param totals the marks that each attempt earned
 * @param variances of each question's marks, over the same attempts; none where there is no alpha
 */
export function quizFigures(totals: Weighted, variances: readonly number[]): QuizStatistics {
  const attempts = sizeOf(totals)
  const spread = attempts > 1 ? varianceOf(totals) : null
  return {
    attempts,
    mean: attempts > 0 ? meanOf(totals) : null,
    median: medianOf(totals),
    standardDeviation: spread === null ? null : Math.sqrt(spread),
    ...shapeOf(totals, spread ?? 0),
    ...consistencyOf(variances, attempts, spread ?? 0),
  }
}

/**
 * The figures of a question, all but its effective weight, which is nothing without the others.
 *
 * @param whole the marks of its whole quiz
 */
export function itemFigures(
  { most, mean, spread }: ItemMoments,
  whole: number,
  guess: number | null,
): ItemStatistics {
  const spreads = spread ? spread.own * spread.rest : 0
  return {
    facility: most === 0 || mean === null ? null : mean / most,
    standardDeviation: spread && Math.sqrt(spread.own),
    randomGuessScore: guess,
    intendedWeight: whole === 0 ? null : (100 * most) / whole,
    effectiveWeight: null,
    discriminationIndex:
      !spread || spreads === 0 ? null : (100 * spread.withRest) / Math.sqrt(spreads),
    discriminativeEfficiency:
      !spread || spread.mostWithRest === 0 ? null : (100 * spread.withRest) / spread.mostWithRest,
  }
}

/** Per cent of the spread of totals for each question; null where its marks fall as totals rise. */
function effectiveWeights(items: readonly ItemMoments[]): (number | null)[] {
  const roots = items.map(({ spread }) => Math.sqrt(Math.max(0, spread?.withTotal ?? 0)))
  const whole = sum(roots)
  return items.map(({ spread }, question) =>
    !spread || spread.withTotal < 0 || whole === 0 ? null : (100 * (roots[question] ?? 0)) / whole,
  )
}

/** The figures of a quiz of which every attempt was asked every question. */
export function figuresOf(
  totals: Weighted,
  items: readonly ItemMoments[],
  guesses: readonly (number | null)[],
): QuizAnalysis {
  const weights = effectiveWeights(items)
  const whole = sum(items.map(({ most }) => most))
  return {
    quiz: quizFigures(
      totals,
      items.map(({ spread }) => spread?.own ?? 0),
    ),
    items: items.map((item, question) => ({
      ...itemFigures(item, whole, guesses[question] ?? null),
      effectiveWeight: weights[question] ?? null,
    })),
  }
}

/** Sample covariance of two lists of deviations; exactly 0 where it is nothing but rounding. */
function covariance(a: readonly number[], b: readonly number[]): number {
  const product = sum(a.map((each, index) => each * (b[index] ?? 0)))
  const size = Math.sqrt(sum(a.map((each) => each ** 2)) * sum(b.map((each) => each ** 2)))
  return Math.abs(product) <= NOISE * size ? 0 : product / (a.length - 1)
}
const deviations = (values: readonly number[]): readonly number[] => centred(once(values)).values
const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b)

function momentsOf(
  most: number,
  marks: readonly number[],
  rest: readonly number[],
  totals: readonly number[],
): ItemMoments {
  if (marks.length < 2) return { most, mean: marks[0] ?? null, spread: null }
  const [own, other] = [deviations(marks), deviations(rest)]
  return {
    most,
    mean: sum(marks) / marks.length,
    spread: {
      own: covariance(own, own),
      rest: covariance(other, other),
      withRest: covariance(own, other),
      mostWithRest: covariance(deviations(ascending(marks)), deviations(ascending(rest))),
      withTotal: covariance(own, deviations(totals)),
    },
  }
}

/**
 * Classical test statistics of a quiz and of its questions, by the formulas of Moodle's quiz report
 * (`question/classes/statistics/questions/calculator.php` and
 * `mod/quiz/report/statistics/classes/calculator.php`). Variances divide by attempts - 1. A figure
 * that is not defined is null: spreads with fewer than two attempts, skewness and alpha with fewer
 * than three or without spread, kurtosis with fewer than four, correlations without spread.
 *
 * @param maxMarks the marks that each question can earn, 0 or more
 * @param attempts a row for each attempt with a share, 0 to 1, for each question; null is a blank
 *   and earns 0
 * @param guesses for each question the share that guessing would earn, where it is known
 * @throws RangeError where a row has another length than `maxMarks`, or a number is not finite
 */
export function analyseQuiz(
  maxMarks: readonly number[],
  attempts: readonly (readonly (number | null)[])[],
  guesses: readonly (number | null)[] = [],
): QuizAnalysis {
  const marks = attempts.map((row, index) => {
    if (row.length !== maxMarks.length)
      throw new RangeError(`Attempt ${index + 1} has ${row.length} shares, not ${maxMarks.length}`)
    return maxMarks.map((most, question) => most * (row[question] ?? 0))
  })
  if (!maxMarks.every(Number.isFinite) || !marks.flat().every(Number.isFinite))
    throw new RangeError('Marks and shares are finite numbers')
  const totals = marks.map(sum)
  const columns = maxMarks.map((_most, question) => marks.map((row) => row[question] ?? 0))
  // Added up without the question, not taken from the total: a difference leaves rounding behind.
  const rests = maxMarks.map((_most, question) =>
    marks.map((row) => row.reduce((rest, mark, at) => (at === question ? rest : rest + mark), 0)),
  )
  const items = maxMarks.map((most, question) =>
    momentsOf(most, columns[question] ?? [], rests[question] ?? [], totals),
  )
  return figuresOf(once(totals), items, guesses)
}
