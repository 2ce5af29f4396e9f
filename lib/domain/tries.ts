import type { Response, ScorableAttempt, Verdict } from './attempt'
import { compare, type Fraction, fraction, ONE, subtract, ZERO } from './fraction'
import { hintsTo } from './hints'
import { accept, type Outcome, refuse } from './outcome'
import { mark, readResponse } from './question/publish'
import type { AuthoredQuestion } from './question/question'

/** An answer that was checked while there were several tries, and when. */
export interface Try {
  value: unknown
  at: Date
}

/** How many tries a question took, of how many, and what each after the first takes off, in per cent. */
export interface TriesTaken {
  used: number
  of: number
  penalty: number
  /** What was answered before, in words. */
  earlier: string[]
}

type Tried = Pick<Response, 'value' | 'tries'>

/**
 * What is left of a share after so many tries: max(0, share - (tries - 1) x penalty), the rule of
 * Moodle's interactive behaviour (`question/behaviour/interactive`). Exact.
 */
export function afterTries(share: Fraction, used: number, penalty: number): Fraction {
  const left = subtract(share, fraction((used - 1) * penalty, 100))
  return left.n > 0 ? left : ZERO
}

/** Whether two answers of one question are the same; the order of pairs does not matter. */
export function isSameAnswer(a: unknown, b: unknown): boolean {
  const canonical = (value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).sort(([x], [y]) => (x < y ? -1 : 1))
      : value
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b))
}

/**
 * The answer that counts and the how-manieth try it is: the first that is right under the key as it is
 * now, else the last. An answer that was changed and not checked is a try as well, a blank is none. It
 * follows from what is stored alone, so that marking again is nothing but computing again. Where
 * there are no tries, it is the answer that is saved.
 */
export function countedAnswer(
  question: AuthoredQuestion,
  seed: string,
  response: Tried | undefined,
): { value: unknown; used: number; earlier: unknown[] } {
  const tried = response?.tries ?? []
  const right = tried.findIndex(
    ({ value }) => compare(mark(question, seed, value).share, ONE) === 0,
  )
  const before = (count: number) => tried.slice(0, count).map(({ value }) => value)
  if (right >= 0) return { value: tried[right]?.value, used: right + 1, earlier: before(right) }
  const value = readResponse(question.kind, response?.value ?? null)
  const isNew = value !== null && !isSameAnswer(value, tried.at(-1)?.value ?? null)
  const used = Math.max(1, tried.length + (isNew ? 1 : 0))
  return { value, used, earlier: before(value === null ? tried.length : used - 1) }
}

/**
 * Answers in words, each once: what was given for each part. None where the answer is an order: its
 * parts stand in the order that is right.
 */
export const inWords = (
  question: AuthoredQuestion,
  seed: string,
  answers: readonly unknown[],
): string[] => [
  ...new Set(
    answers.flatMap((value) => {
      const { parts, order = [] } = mark(question, seed, value)
      const given = parts.flatMap((part) =>
        part.given === null ? [] : [part.label ? `${part.label}: ${part.given}` : part.given],
      )
      return order.length > 0 || given.length === 0 ? [] : [given.join('; ')]
    }),
  ),
]

/** The question as its answer is marked now: a key may be put right while an attempt is under way. */
const standing = ({ treated }: Pick<ScorableAttempt, 'treated'>, question: AuthoredQuestion) =>
  treated?.get(question.id)?.marked ?? question

export interface Check {
  tries: Try[]
  /** Null while there are tries left. */
  checkedAt: Date | null
}

/** `stale`: checked on another screen in between. `unchanged`: that answer was the last try. */
export type CheckRejection = 'checked' | 'stale' | 'unchanged' | 'no-tries'

/**
 * Decides "Check" for a question with several tries: one more try is used up, and the answer is fixed
 * when it is right or was the last. A blank is given up. The same press sent twice, from one screen or
 * two, uses one try, and so does an answer that is checked again as it was.
 *
 * @param seen how many tries the learner's page knew of
 */
export function check(
  attempt: Pick<ScorableAttempt, 'seed' | 'tries' | 'treated'>,
  question: AuthoredQuestion,
  response: (Tried & Pick<Response, 'checkedAt'>) | undefined,
  seen: number,
  now: Date,
): Outcome<Check, CheckRejection> {
  const tries = response?.tries ?? []
  if (attempt.tries === null) return refuse('no-tries')
  if (response?.checkedAt) return refuse('checked')
  if (tries.length !== seen) return refuse('stale')
  const value = readResponse(question.kind, response?.value ?? null)
  if (value === null) return accept({ tries, checkedAt: now })
  if (tries.length > 0 && isSameAnswer(value, tries.at(-1)?.value)) return refuse('unchanged')
  const all = [...tries, { value, at: now }]
  const { share } = mark(standing(attempt, question), attempt.seed, value)
  const isRight = compare(share, ONE) === 0
  return accept({ tries: all, checkedAt: isRight || all.length >= attempt.tries ? now : null })
}

/** How the last try came out, while there are more: what may be read without telling the key. */
export interface TriedSoFar extends Omit<TriesTaken, 'earlier'> {
  verdict: Verdict
  hints: string[]
}

/** Null before the first try, and where there are no tries. */
export function triedSoFar(
  attempt: Pick<ScorableAttempt, 'seed' | 'tries' | 'penalty' | 'treated'>,
  asked: AuthoredQuestion,
  response: Tried | undefined,
): TriedSoFar | null {
  const { seed, tries: of, penalty } = attempt
  const question = standing(attempt, asked)
  const last = response?.tries.at(-1)
  if (of === null || !last) return null
  const { share } = mark(question, seed, last.value)
  return {
    used: response?.tries.length ?? 0,
    of,
    penalty: penalty ?? 0,
    verdict: compare(share, ONE) === 0 ? 'right' : share.n > 0 ? 'partly' : 'wrong',
    hints: hintsTo(question, seed, last.value),
  }
}
