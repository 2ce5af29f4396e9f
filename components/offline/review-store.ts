import type { ReviewAnswer, ReviewSet } from '@/lib/domain/review-set'

/** The day's review as this device keeps it, and whose it is. */
export interface KeptSet {
  learner: string
  set: ReviewSet
  at: number
}

/** An answer that waits here for the network. */
export type KeptAnswer = Omit<ReviewAnswer, 'isFinal' | 'age'> & { learner: string; at: number }

const SET = 'rendezvous-review'
const ANSWERS = 'rendezvous-review-answers'
/** A set that nobody came back to is forgotten after a week, as answers of attempts are. */
const LONGEST = 7 * 24 * 60 * 60_000

const read = (name: string): unknown => {
  try {
    return JSON.parse(window.localStorage.getItem(name) ?? 'null')
  } catch {
    return null
  }
}
/** Whether the browser has kept it; nothing, and a list of nothing, leave no trace. */
const write = (name: string, value: unknown): boolean => {
  try {
    if (value === null || (Array.isArray(value) && value.length === 0))
      window.localStorage.removeItem(name)
    else window.localStorage.setItem(name, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}

/** The set that was kept last; null where there is none, or it is over a week old. */
export function keptSet(now: number): KeptSet | null {
  const kept = read(SET) as KeptSet | null
  const isFit =
    typeof kept === 'object' && kept !== null && Array.isArray(kept.set?.items) && kept.at <= now
  return isFit && now - kept.at < LONGEST ? kept : null
}

/** Keeps what a server's body brings; anything else is not kept. */
export function keepSet(body: unknown, now: number): boolean {
  const { learner, set } = (body ?? {}) as Partial<KeptSet>
  return typeof learner === 'string' && set && Array.isArray(set.items)
    ? write(SET, { learner, set, at: now })
    : false
}

/** All answers that wait here, whoever gave them, in the order in which they were given. */
export function keptAnswers(): KeptAnswer[] {
  const kept = read(ANSWERS)
  return Array.isArray(kept) ? (kept as KeptAnswer[]) : []
}

/** Adds an answer behind the others; false where the browser keeps nothing. */
export const keepAnswer = (given: KeptAnswer): boolean =>
  write(ANSWERS, [...keptAnswers().filter(({ id }) => id !== given.id), given])

export const dropAnswer = (id: string): boolean =>
  write(
    ANSWERS,
    keptAnswers().filter((each) => each.id !== id),
  )

/** Takes a learner's set and answers from this device. */
export function forgetReview(learner: string): void {
  if ((read(SET) as KeptSet | null)?.learner === learner) write(SET, null)
  write(
    ANSWERS,
    keptAnswers().filter((each) => each.learner !== learner),
  )
}

/** How one answer is sent: its state, or null where the server cannot be reached. */
export type SendAnswer = (body: object) => Promise<number | null>

const sendOne: SendAnswer = async (body) => {
  try {
    const response = await fetch('/api/review', {
      ...{ method: 'POST', body: JSON.stringify(body) },
      headers: { 'content-type': 'application/json' },
    })
    return response.status
  } catch {
    return null
  }
}

/** Refused for good: sending it again would come to the same. */
const isFinal = (status: number) => status === 200 || status === 404 || status === 400

/**
 * Sends what this learner has waiting, one after the other in the order in which it was given; it stops
 * at the first that does not arrive. An answer goes from here only once the server has kept it, or has
 * refused it for good.
 *
 * @returns how many the server has kept
 */
export async function sendAnswers(
  learner: string,
  now: () => number,
  send: SendAnswer = sendOne,
): Promise<number> {
  let kept = 0
  for (const { learner: whose, at, ...given } of keptAnswers()) {
    if (whose !== learner) continue
    const status = await send({ ...given, age: Math.max(0, Math.round(now() - at)) })
    if (status === null || !isFinal(status)) break
    dropAnswer(given.id)
    if (status === 200) kept++
  }
  return kept
}
