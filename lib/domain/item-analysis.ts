import { compare, type Fraction, fraction, multiply, subtract, sum, toNumber } from './fraction'
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
import { guessOf, readResponse } from './question/publish'
import type { AuthoredQuestion } from './question/question'
import type { QuizVersion } from './quiz'
import { analyseQuiz, type ItemStatistics, type QuizStatistics } from './statistics'

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
  responses: { questionId: string; value: unknown; earned: Fraction | null }[]
}

/** Whose attempt it is and where it can be looked at. */
export type Who = Pick<AnalysedAttempt, 'id' | 'learner'>

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

/**
 * The chosen attempts at the newest version that has any, and how many there are at others, which
 * asked other questions. The newest is the one that was begun last: a version that is published again
 * counts as new again. Null without attempts.
 */
export function newestVersion(
  chosen: readonly AnalysedAttempt[],
): { versionId: string; attempts: AnalysedAttempt[]; older: number } | null {
  const [newest] = [...chosen].sort((a, b) => b.startedAt.getTime() - a.startedAt.getTime())
  if (!newest) return null
  const attempts = chosen.filter(({ versionId }) => versionId === newest.versionId)
  return { versionId: newest.versionId, attempts, older: chosen.length - attempts.length }
}

/** Ten per cent of the points, with who scored in it. */
export interface ScoreBand {
  /** In per cent, 0 to 90; the last band holds 100 as well. */
  from: number
  who: Who[]
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
  /** Null where there are too few attempts for them to say anything. */
  statistics: ItemStatistics
  /** 95 % ranges, on the scales of facility (0 to 1) and of discrimination (per cent). */
  ranges: { facility: Range | null; discrimination: Range | null }
  reading: Reading
}

export interface ItemAnalysis {
  /** Whether the attempts were asked papers that differ. */
  isDrawn: boolean
  /** What an attempt could earn. */
  points: number
  quiz: QuizStatistics
  alpha: AlphaReading
  bands: ScoreBand[]
  items: AnalysedItem[]
}

/** The response to a question that the attempt was asked: only those were scored. */
export const responseTo = ({ responses }: AnalysedAttempt, id: string) =>
  responses.find(({ questionId, earned }) => questionId === id && earned)

/** What the questions of an attempt earned together, before anything that concerns them as a whole. */
const marksOf = ({ responses }: AnalysedAttempt): Fraction =>
  sum(responses.flatMap(({ earned }) => earned ?? []))

/** What an attempt earned of a question: 0 to 1, null for a blank, undefined where it was not asked. */
export function shareIn(
  attempt: AnalysedAttempt,
  { id, kind, points }: AuthoredQuestion,
): number | null | undefined {
  const response = responseTo(attempt, id)
  if (!response?.earned) return undefined
  if (readResponse(kind, response.value) === null) return null
  return toNumber(response.earned) / points
}

const bandOf = ({ earned, points }: AnalysedAttempt) =>
  Math.min(9, Math.floor((10 * earned.n) / (earned.d * points)))

const bandsOf = (attempts: readonly AnalysedAttempt[]): ScoreBand[] =>
  Array.from({ length: 10 }, (_, band) => ({
    from: band * 10,
    who: attempts
      .filter((attempt) => bandOf(attempt) === band)
      .map(({ id, learner }) => ({ id, learner })),
  }))

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
  question: AuthoredQuestion,
  place: number,
  shares: readonly (number | null)[],
  figures: ItemStatistics,
): AnalysedItem {
  const { id, title, prompt, points } = question
  const asked = shares.length
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
    blank: shares.filter((share) => share === null).length,
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

/** All attempts asked the same questions: one matrix, in which a blank is null. */
function analyseFixed({ questions }: QuizVersion, attempts: readonly AnalysedAttempt[]) {
  const rows = attempts.map((attempt) =>
    questions.map((question) => shareIn(attempt, question) ?? null),
  )
  const maxMarks = questions.map(({ points }) => points)
  const { quiz, items } = analyseQuiz(maxMarks, rows, questions.map(guessIn))
  const columns = questions.map((_question, at) => rows.map((row) => row[at] ?? null))
  return {
    quiz,
    items: questions.flatMap((question, at) => {
      const figures = items[at]
      return figures ? [toItem(question, at, columns[at] ?? [], figures)] : []
    }),
  }
}

/**
 * Every attempt asked a paper of its own: each question is analysed over those who were asked it,
 * against the rest of their papers. (Moodle takes their whole totals here, which makes every question
 * look better, since it is a part of the total.) The papers have totals and no alpha.
 */
function analyseDrawn({ questions }: QuizVersion, attempts: readonly AnalysedAttempt[]) {
  const totals = attempts.map((attempt) => [toNumber(shareOf(attempt))])
  const { quiz } = analyseQuiz([attempts[0]?.points ?? 0], totals)
  return {
    quiz,
    items: questions.map((question, at) => {
      const asked = attempts.flatMap((attempt) => {
        const share = shareIn(attempt, question)
        const own = responseTo(attempt, question.id)?.earned
        if (share === undefined || !own) return []
        const rest = attempt.points - question.points
        const other = toNumber(subtract(marksOf(attempt), own))
        return [{ share, rest, other: rest > 0 ? other / rest : 0 }]
      })
      const rest = asked[0]?.rest ?? 0
      const rows = asked.map(({ share, other }) => [share, other])
      const { items } = analyseQuiz([question.points, rest], rows, [guessIn(question)])
      const figures = { ...(items[0] as ItemStatistics), effectiveWeight: null }
      return toItem(
        question,
        at,
        asked.map(({ share }) => share),
        figures,
      )
    }),
  }
}

/**
 * What the attempts at one version say of the quiz and of each of its questions. Discrimination and
 * alpha are null with fewer than `LEAST_ATTEMPTS`. Of a quiz that is drawn only questions that were
 * asked are told of.
 */
export function analyseItems(
  version: QuizVersion,
  attempts: readonly AnalysedAttempt[],
): ItemAnalysis {
  const isDrawn =
    version.draw.length > 0 ||
    attempts.some((each) => version.questions.some(({ id }) => !responseTo(each, id)))
  const { quiz, items } = (isDrawn ? analyseDrawn : analyseFixed)(version, attempts)
  const alpha = readAlpha(attempts.length, quiz.internalConsistency, isDrawn)
  const isTold = attempts.length >= LEAST_ATTEMPTS
  return {
    isDrawn,
    points: attempts[0]?.points ?? 0,
    quiz: isTold
      ? quiz
      : { ...quiz, internalConsistency: null, errorRatio: null, standardError: null },
    alpha,
    bands: bandsOf(attempts),
    items: items.filter(({ asked }) => asked > 0),
  }
}

/** The questions that ask for a look, the most urgent first. */
export const urgentFirst = (items: readonly AnalysedItem[]): AnalysedItem[] =>
  [...items].sort(
    (a, b) =>
      READINGS.indexOf(a.reading) - READINGS.indexOf(b.reading) ||
      (a.statistics.discriminationIndex ?? 0) - (b.statistics.discriminationIndex ?? 0),
  )
