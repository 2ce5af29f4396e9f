import { z } from 'zod'
import { add, compare, type Fraction, fraction, multiply, subtract, ZERO } from './fraction'
import type { AnalysedAttempt } from './item-analysis'
import type { Choice } from './question/kind'
import { offeredBy, pickedBy, readResponse } from './question/publish'
import type { AuthoredQuestion } from './question/question'
import type { QuizVersion } from './quiz'
import { shortDigest } from './seed'

/** An answer that an attempt gives to one part of a question. */
export interface TalliedAnswer {
  part: string
  id: string
  /** Which misconception it comes from, as `whyOf` names it; null where it is right. */
  why: string | null
  /** What was written, where the answer was not there to be chosen. */
  typed: { text: string; feedback: string | null } | null
}

/** What one question of an attempt counts for. */
export interface TalliedItem {
  id: string
  /** Of its own points, and of those of the rest of the paper. */
  share: Fraction
  rest: Fraction
  isBlank: boolean
  answers: TalliedAnswer[]
}

/** What one attempt counts for in an analysis: nothing else of it is needed, and no seed is in it. */
export interface Tally {
  /** Of the points of its paper. */
  share: Fraction
  points: number
  /** Those that it was asked. */
  items: TalliedItem[]
}

/** What wrong answers without a named misconception have instead of one. */
export const UNNAMED = '-'

/** A short name for what a wrong answer mistakes, the same for all that get this feedback. */
export const whyOf = ({ isKey, feedback }: Pick<Choice, 'isKey' | 'feedback'>): string | null =>
  isKey ? null : feedback === null ? UNNAMED : shortDigest(feedback)

const placeOf = ({ part, id }: Pick<Choice, 'part' | 'id'>) => `${part} ${id}`

/** The answers that stand there to be given, by their places, with their misconceptions. */
const kept = new WeakMap<AuthoredQuestion, Map<string, string | null>>()
function offeredIn(question: AuthoredQuestion): Map<string, string | null> {
  const found =
    kept.get(question) ?? new Map(offeredBy(question).map((each) => [placeOf(each), whyOf(each)]))
  kept.set(question, found)
  return found
}

function answersIn(question: AuthoredQuestion, seed: string, value: unknown): TalliedAnswer[] {
  const offered = offeredIn(question)
  const answers = new Map<string, TalliedAnswer>()
  for (const choice of pickedBy(question, seed, value)) {
    const { part, id, text, feedback } = choice
    const place = placeOf(choice)
    const why = offered.get(place)
    if (answers.has(place)) continue
    answers.set(
      place,
      why === undefined
        ? { part, id, why: whyOf(choice), typed: { text, feedback } }
        : { part, id, why, typed: null },
    )
  }
  return [...answers.values()]
}

/**
 * What an attempt that was handed in counts for. A question counts where it was scored and could earn
 * points; one that was not asked, or was taken out of the scoring, is no blank. Null where nothing
 * counts.
 */
export function tallyOf(version: QuizVersion, attempt: AnalysedAttempt): Tally | null {
  const byId = new Map(attempt.responses.map((response) => [response.questionId, response]))
  const asked = version.questions.flatMap((question) => {
    const response = byId.get(question.id)
    const earned = response?.earned
    if (!response || !earned || earned.d === 0 || question.points === 0) return []
    return [{ question, earned, value: response.value }]
  })
  const points = asked.reduce((total, { question }) => total + question.points, 0)
  if (points === 0) return null
  const total = asked.reduce((sum, { earned }) => add(sum, earned), ZERO)
  return {
    share: multiply(total, fraction(1, points)),
    points,
    items: asked.map(({ question, earned, value }) => {
      const left = points - question.points
      return {
        id: question.id,
        share: multiply(earned, fraction(1, question.points)),
        rest: left === 0 ? ZERO : multiply(subtract(total, earned), fraction(1, left)),
        isBlank: readResponse(question.kind, value) === null,
        answers: answersIn(question, attempt.seed, value),
      }
    }),
  }
}

/** The tenth of the points in which a share lies, 0 to 9; the last holds all of them as well. */
export function bandOf(share: Fraction): number {
  const band = Array.from({ length: 9 }, (_, at) => fraction(at + 1, 10)).findIndex(
    (edge) => compare(share, edge) < 0,
  )
  return band === -1 ? 9 : band
}

type Numbers = [n: number, d: number]
/** [share, points, [id, share, rest, is blank, [part, id, why, text, feedback]…]…] */
const written = z.tuple([
  z.tuple([z.int(), z.int()]),
  z.int(),
  z.array(
    z.tuple([
      z.string(),
      z.tuple([z.int(), z.int()]),
      z.tuple([z.int(), z.int()]),
      z.union([z.literal(0), z.literal(1)]),
      z.array(
        z.union([
          z.tuple([z.string(), z.string(), z.string().nullable()]),
          z.tuple([
            z.string(),
            z.string(),
            z.string().nullable(),
            z.string(),
            z.string().nullable(),
          ]),
        ]),
      ),
    ]),
  ),
])

const numbers = ({ n, d }: Fraction): Numbers => [n, d]

/** As text that takes little room, since one is kept of every attempt. */
export const writeTally = ({ share, points, items }: Tally): string =>
  JSON.stringify([
    numbers(share),
    points,
    items.map((item) => [
      item.id,
      numbers(item.share),
      numbers(item.rest),
      item.isBlank ? 1 : 0,
      item.answers.map(({ part, id, why, typed }) =>
        typed ? [part, id, why, typed.text, typed.feedback] : [part, id, why],
      ),
    ]),
  ])

/** What `writeTally` wrote. Throws at anything else. */
export function readTally(text: string): Tally {
  const [share, points, items] = written.parse(JSON.parse(text))
  return {
    share: fraction(...share),
    points,
    items: items.map(([id, own, rest, blank, answers]) => ({
      id,
      share: fraction(...own),
      rest: fraction(...rest),
      isBlank: blank === 1,
      answers: answers.map(([part, answer, why, text, feedback]) => ({
        part,
        id: answer,
        why,
        typed: text === undefined ? null : { text, feedback: feedback ?? null },
      })),
    })),
  }
}
