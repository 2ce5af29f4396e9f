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

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const meanOf = (values: readonly number[]): number => sum(values) / values.length
const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b)

/** Sums of doubles differ in their last bits; what differs by less than this share is the same. */
const NOISE = 1e-12

/** Deviations from the mean; exactly 0 where all values are the same but for rounding. */
function deviations(values: readonly number[]): number[] {
  const low = values.reduce((least, value) => Math.min(least, value), Infinity)
  const high = values.reduce((most, value) => Math.max(most, value), -Infinity)
  if (high - low <= NOISE * Math.max(Math.abs(low), Math.abs(high))) return values.map(() => 0)
  const mean = meanOf(values)
  return values.map((value) => value - mean)
}

/** Sample covariance of two lists of deviations; exactly 0 where it is nothing but rounding. */
function covariance(a: readonly number[], b: readonly number[]): number {
  const product = sum(a.map((each, index) => each * (b[index] ?? 0)))
  const size = Math.sqrt(sum(a.map((each) => each ** 2)) * sum(b.map((each) => each ** 2)))
  return Math.abs(product) <= NOISE * size ? 0 : product / (a.length - 1)
}
const variance = (values: readonly number[]): number => covariance(values, values)

/** The middle value, or the mean of the two middle ones; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = ascending(values)
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1)
  return middle.length === 0 ? null : meanOf(middle)
}

/** Fisher's k-statistics of the totals, as Moodle's quiz report has them. */
function shapeOf(totals: readonly number[], k2: number) {
  const size = totals.length
  const from = deviations(totals)
  const moment = (power: number) => sum(from.map((each) => each ** power)) / size
  if (size < 3 || k2 === 0) return { skewness: null, kurtosis: null }
  const k3 = (size ** 2 * moment(3)) / ((size - 1) * (size - 2))
  const skewness = k3 / k2 ** 1.5
  if (size < 4) return { skewness, kurtosis: null }
  const k4 =
    (size ** 2 * ((size + 1) * moment(4) - 3 * (size - 1) * moment(2) ** 2)) /
    ((size - 1) * (size - 2) * (size - 3))
  return { skewness, kurtosis: k4 / k2 ** 2 }
}

/** Cronbach's alpha and what follows from it: for two questions and three attempts at the least. */
function consistencyOf(columns: readonly number[][], totals: readonly number[], k2: number) {
  const size = columns.length
  if (size < 2 || totals.length < 3 || k2 === 0)
    return { internalConsistency: null, errorRatio: null, standardError: null }
  const own = sum(columns.map((marks) => variance(deviations(marks)))) / k2
  const alpha = (size / (size - 1)) * (1 - own)
  const errorRatio = 100 * Math.sqrt(Math.max(0, 1 - alpha))
  return {
    internalConsistency: 100 * alpha,
    errorRatio,
    standardError: (errorRatio * Math.sqrt(k2)) / 100,
  }
}

function quizOf(columns: readonly number[][], totals: readonly number[]): QuizStatistics {
  const spread = totals.length > 1 ? variance(deviations(totals)) : null
  return {
    attempts: totals.length,
    mean: totals.length > 0 ? meanOf(totals) : null,
    median: median(totals),
    standardDeviation: spread === null ? null : Math.sqrt(spread),
    ...shapeOf(totals, spread ?? 0),
    ...consistencyOf(columns, totals, spread ?? 0),
  }
}

/** How a question's marks go with those of the rest of the quiz. */
function discrimination(marks: readonly number[], rest: readonly number[]) {
  if (marks.length < 2) return { discriminationIndex: null, discriminativeEfficiency: null }
  const [own, other] = [deviations(marks), deviations(rest)]
  const together = covariance(own, other)
  const spreads = variance(own) * variance(other)
  const most = covariance(deviations(ascending(marks)), deviations(ascending(rest)))
  return {
    discriminationIndex: spreads === 0 ? null : (100 * together) / Math.sqrt(spreads),
    discriminativeEfficiency: most === 0 ? null : (100 * together) / most,
  }
}

/** Per cent of the spread of totals for each question; null where its marks fall as totals rise. */
function effectiveWeights(columns: readonly number[][], totals: readonly number[]) {
  if (totals.length < 2) return columns.map(() => null)
  const all = deviations(totals)
  const shares = columns.map((marks) => covariance(deviations(marks), all))
  const whole = sum(shares.map((share) => Math.sqrt(Math.max(0, share))))
  return shares.map((share) => (share < 0 || whole === 0 ? null : (100 * Math.sqrt(share)) / whole))
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
  const weights = effectiveWeights(columns, totals)
  const whole = sum(maxMarks)
  return {
    quiz: quizOf(columns, totals),
    items: columns.map((column, question) => {
      const most = maxMarks[question] ?? 0
      return {
        facility: most === 0 || column.length === 0 ? null : meanOf(column) / most,
        standardDeviation: column.length > 1 ? Math.sqrt(variance(deviations(column))) : null,
        randomGuessScore: guesses[question] ?? null,
        intendedWeight: whole === 0 ? null : (100 * most) / whole,
        effectiveWeight: weights[question] ?? null,
        ...discrimination(column, rests[question] ?? []),
      }
    }),
  }
}
