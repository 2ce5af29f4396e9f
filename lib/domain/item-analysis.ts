import { compare, type Fraction, fraction, multiply, readFraction, toNumber } from './fraction'
import {
  type AlphaReading,
  correlationRange,
  facilityRange,
  LEAST_ATTEMPTS,
  type Range,
  READINGS,
  type Reading,
  readAlpha,
  readItem,
} from './item-reading'
import { guessOf } from './question/publish'
import type { AuthoredQuestion } from './question/question'
import type { QuizVersion } from './quiz'
import { analyseSummary } from './rollup-figures'
import type { ItemStatistics, QuizStatistics } from './statistics'
import type { ItemSummary, Summary } from './summary'
import { bandOf } from './tally'
import type { Try } from './tries'

/** Which of each student's attempts are analysed, as Moodle's quiz report lets one choose. */
export const WHICH = ['first', 'last', 'highest', 'all'] as const
export type Which = (typeof WHICH)[number]

/** An attempt that a student handed in, with what each question earned when it was. */
export interface AnalysedAttempt {
  id: string
  learner: { id: string; name: string }
  versionId: string
  /** Stands for the codes in its responses; it stays on the server. */
  seed: string
  startedAt: Date
  submittedAt: Date
  earned: Fraction
  points: number
  /** Per cent that each try after the first takes off; none where there was one. */
  penalty?: number | null
  responses: { questionId: string; value: unknown; earned: Fraction | null; tries?: Try[] }[]
}

const byTime = (a: AnalysedAttempt, b: AnalysedAttempt) =>
  a.submittedAt.getTime() - b.submittedAt.getTime() || (a.id < b.id ? -1 : 1)

const shareOf = ({ earned, points }: AnalysedAttempt) => multiply(earned, fraction(1, points))

/** What is taken of one student's attempts, which come in the order in which they were handed in. */
const choices: Record<Which, (inOrder: AnalysedAttempt[]) => AnalysedAttempt[]> = {
  first: (attempts) => attempts.slice(0, 1),
  last: (attempts) => attempts.slice(-1),
  highest: ([first, ...others]) =>
    first
      ? [
          others.reduce(
            (best, each) => (compare(shareOf(each), shareOf(best)) > 0 ? each : best),
            first,
          ),
        ]
      : [],
  all: (attempts) => attempts,
}

/** The attempts to be analysed, in the order in which they were handed in; the earliest of equals. */
export function chooseAttempts(
  attempts: readonly AnalysedAttempt[],
  which: Which,
): AnalysedAttempt[] {
  const own = new Map<string, AnalysedAttempt[]>()
  for (const attempt of [...attempts].sort(byTime))
    own.set(attempt.learner.id, [...(own.get(attempt.learner.id) ?? []), attempt])
  return [...own.values()].flatMap((each) => choices[which](each)).sort(byTime)
}

/** Ten per cent of the points, with how many attempts scored in it. */
export interface ScoreBand {
  /** 0 to 9; the last one holds 100 per cent as well. */
  band: number
  count: number
}

export interface AnalysedItem {
  id: string
  /** From 1, in the order of the version. */
  number: number
  title: string
  prompt: string
  points: number
  /** How many of the attempts asked it, and how many of those left it blank. */
  asked: number
  blank: number
  /** What was earned of its points, the least first, and how often. */
  marks: { share: Fraction; count: number }[]
  /** Null where there are too few attempts for them to say anything. */
  statistics: ItemStatistics
  /** 95 % ranges, on the scales of facility (0 to 1) and of discrimination (per cent). */
  ranges: { facility: Range | null; discrimination: Range | null }
  reading: Reading
}

export interface ItemAnalysis {
  /** What an attempt could earn, most of them where papers differ. */
  points: number
  attempts: number
  /** Whether attempts were asked different questions. */
  isDrawn: boolean
  quiz: QuizStatistics
  alpha: AlphaReading
  bands: ScoreBand[]
  items: AnalysedItem[]
}

/** How many attempts scored in a tenth of the points. */
export const bandCount = ({ totals }: Summary, band: number): number =>
  totals.reduce(
    (sum, [share, count]) => sum + (bandOf(readFraction(share)) === band ? count : 0),
    0,
  )

/** Without what so few attempts cannot say. */
const silenced = (statistics: ItemStatistics, attempts: number): ItemStatistics =>
  attempts >= LEAST_ATTEMPTS
    ? statistics
    : {
        ...statistics,
        effectiveWeight: null,
        discriminationIndex: null,
        discriminativeEfficiency: null,
      }

function toItem(
  { id, title, prompt, points }: AuthoredQuestion,
  place: number,
  { asked, blank, marks }: ItemSummary,
  figures: ItemStatistics,
): AnalysedItem {
  const statistics = silenced(figures, asked)
  const { facility, discriminationIndex } = statistics
  const range =
    discriminationIndex === null ? null : correlationRange(discriminationIndex / 100, asked)
  return {
    id,
    number: place + 1,
    title,
    prompt,
    points,
    asked,
    blank,
    marks: marks.map(([share, count]) => ({ share: readFraction(share), count })),
    statistics,
    ranges: {
      facility: facility === null ? null : facilityRange(facility, asked),
      discrimination: range && { from: 100 * range.from, to: 100 * range.to },
    },
    reading: readItem(asked, facility, discriminationIndex),
  }
}

const guessIn = (question: AuthoredQuestion): number | null => {
  const guess = guessOf(question)
  return guess && toNumber(guess)
}

/**
 * What the attempts at one version say of the quiz and of each of its questions that was asked.
 * Discrimination and alpha are null with fewer than `LEAST_ATTEMPTS`.
 */
export function analyseItems({ questions, draw }: QuizVersion, summary: Summary): ItemAnalysis {
  const measured = questions.map((question) => ({
    id: question.id,
    points: question.points,
    guess: guessIn(question),
  }))
  const analysed = analyseSummary(summary, measured, draw.length > 0)
  const { isSame, points, quiz } = analysed
  const isTold = summary.attempts >= LEAST_ATTEMPTS
  const byId = new Map(analysed.items.map((item) => [item.id, item]))
  return {
    points,
    attempts: summary.attempts,
    isDrawn: !isSame,
    quiz: isTold
      ? quiz
      : { ...quiz, internalConsistency: null, errorRatio: null, standardError: null },
    alpha: readAlpha(summary.attempts, quiz.internalConsistency, !isSame),
    bands: Array.from({ length: 10 }, (_, band) => ({ band, count: bandCount(summary, band) })),
    items: questions.flatMap((question, place) => {
      const found = byId.get(question.id)
      return found ? [toItem(question, place, found.summary, found.figures)] : []
    }),
  }
}

/** The questions that ask for a look, the most urgent first. */
export const urgentFirst = (items: readonly AnalysedItem[]): AnalysedItem[] =>
  [...items].sort(
    (a, b) =>
      READINGS.indexOf(a.reading) - READINGS.indexOf(b.reading) ||
      (a.statistics.discriminationIndex ?? 0) - (b.statistics.discriminationIndex ?? 0),
  )
