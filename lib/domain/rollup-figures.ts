import { covarianceOf, type Exact, NOTHING, plus, readExact, times, toDouble } from './exact'
import { ONE, readFraction, toNumber } from './fraction'
import type { Rollup } from './rollup'
import {
  figuresOf,
  type ItemMoments,
  type ItemStatistics,
  itemFigures,
  type QuizStatistics,
  quizFigures,
} from './statistics'
import { type ItemSummary, type Summary, summarise } from './summary'
import type { Weighted } from './weighted'

/** A question as its figures need it, in the order of the version. */
export interface Measured {
  id: string
  points: number
  /** The share that guessing earns; null where nobody can say. */
  guess: number | null
}

export interface RollupAnalysis {
  /** Whether all attempts were asked the same questions. */
  isSame: boolean
  /** The points of the paper, of the most frequent one where papers differ; 0 without attempts. */
  points: number
  quiz: QuizStatistics
  /** Of the questions that were asked. */
  items: { id: string; summary: ItemSummary; figures: ItemStatistics }[]
}

/** The points of most papers, and of those the greatest. */
function pointsOf({ papers }: Summary): number {
  const [most] = [...papers].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return most?.[0] ?? 0
}

const totalsOf = ({ totals }: Summary, points: number): Weighted => ({
  values: totals.map(([share]) => points * toNumber(readFraction(share))),
  counts: totals.map(([, count]) => count),
})

/** Of shares, in marks of a question worth `most` and of a rest worth `left`. */
function momentsOf({ asked, marks, rest }: ItemSummary, most: number, left: number): ItemMoments {
  const shares = marks.map(([share, count]) => ({ share: readFraction(share), count }))
  const total = (of: (each: (typeof shares)[number]) => Exact): Exact =>
    shares.reduce((sum, each) => plus(sum, of(each)), NOTHING)
  const own = total(({ share, count }) => times(share, ONE, count))
  const mean = asked === 0 ? null : (most * toDouble(own)) / asked
  if (asked < 2) return { most, mean, spread: null }
  const squares = total(({ share, count }) => times(share, share, count))
  const other = readExact(rest.sum)
  const spread = most ** 2 * covarianceOf(asked, squares, own, own)
  const withRest = most * left * covarianceOf(asked, readExact(rest.products), own, other)
  return {
    most,
    mean,
    spread: {
      own: spread,
      rest: left ** 2 * covarianceOf(asked, readExact(rest.squares), other, other),
      withRest,
      mostWithRest: most * left * covarianceOf(asked, readExact(rest.most), own, other),
      withTotal: withinNoise(spread, withRest),
    },
  }
}

/** A sum that is 0 where it is nothing but what rounding leaves of two equal numbers. */
function withinNoise(a: number, b: number): number {
  return Math.abs(a + b) <= 1e-12 * (Math.abs(a) + Math.abs(b)) ? 0 : a + b
}

/**
 * The figures of `analyseQuiz` from what was counted instead of from the attempts. Where papers
 * differ, each question is analysed over those who were asked it, against the rest of their papers.
 * (Moodle takes their whole totals there, which makes every question look better, since it is a part
 * of the total.) Then there is neither alpha nor an effective weight, which compare the same
 * questions over all attempts.
 *
 * @param isDrawn whether papers may differ though these do not
 */
export function analyseSummary(
  summary: Summary,
  questions: readonly Measured[],
  isDrawn = false,
): RollupAnalysis {
  const byId = new Map(summary.items.map((item) => [item.id, item]))
  const asked = questions.flatMap((question) => {
    const item = byId.get(question.id)
    return item ? [{ ...question, item }] : []
  })
  const isSame = !isDrawn && asked.every(({ item }) => item.asked === summary.attempts)
  const points = pointsOf(summary)
  const totals = totalsOf(summary, points)
  // Of papers that differ the rest is told in shares: what they are shares of is no number of marks.
  const moments = asked.map((each) =>
    momentsOf(each.item, each.points, isSame ? points - each.points : 1),
  )
  const guesses = asked.map(({ guess }) => guess)
  const { quiz, items } = isSame
    ? figuresOf(totals, moments, guesses)
    : {
        quiz: quizFigures(totals, []),
        items: moments.map((each, at) => itemFigures(each, points, guesses[at] ?? null)),
      }
  return {
    isSame,
    points,
    quiz,
    items: asked.flatMap(({ id, item }, at) => {
      const figures = items[at]
      return figures ? [{ id, summary: item, figures }] : []
    }),
  }
}

/** The same of a rollup as it is counted. */
export const analyseRollup = (
  rollup: Rollup,
  questions: readonly Measured[],
  isDrawn = false,
): RollupAnalysis => analyseSummary(summarise(rollup), questions, isDrawn)
