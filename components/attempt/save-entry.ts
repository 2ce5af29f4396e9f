import type { Kept } from './kept'
import { isSame, type Value } from './save-request'

/** What the server last confirmed of one question. */
export interface Saved {
  version: number
  value: Value
  flagged: boolean
}

/**
 * Milliseconds of two clocks. The steady one may stand still while the device sleeps and the wall
 * clock may be set; an answer's age is the larger of the two, so that a doubt never lets an older
 * answer replace a newer one.
 */
export interface Clocks {
  steady(): number
  wall(): number
}
export interface Moment {
  steady: number
  wall: number
}

/** One question as the page has it, and how far that has come. */
export interface Entry extends Saved {
  /** When the shown answer was given, null where the server has it. */
  changed: Moment | null
  flagChanged: boolean
  isSending: boolean
  /** The server found it malformed: others go first until all is tried again. */
  isRefused: boolean
  /** Answers that were sent and never confirmed: they may have arrived all the same. */
  unconfirmed: Value[]
  /** What is kept of it on the device, and whether the device has said so. */
  stamp: string
  isKept: boolean
  timer: unknown
}

export const entryOf = (saved: Saved): Entry => ({
  ...saved,
  changed: null,
  flagChanged: false,
  isSending: false,
  isRefused: false,
  unconfirmed: [],
  stamp: '',
  isKept: false,
  timer: null,
})

export const isWaiting = ({ changed, flagChanged }: Entry): boolean =>
  changed !== null || flagChanged

export const ageOf = (clocks: Clocks, { steady, wall }: Moment): number =>
  Math.max(clocks.steady() - steady, clocks.wall() - wall)

const MINUTE = 60_000
const YEAR = 365 * 24 * 60 * MINUTE

/**
 * The moment at which a kept answer was given, in this page's clocks. Where the wall clock was set
 * back since, nobody knows how old it is: it counts as a year, so that it yields to any other.
 */
export function momentOf(givenAt: number, clocks: Clocks): Moment {
  const age = clocks.wall() - givenAt
  const known = age < -MINUTE ? YEAR : Math.max(0, age)
  return { wall: clocks.wall() - known, steady: clocks.steady() - known }
}

/** What the device keeps of a question that waits. */
export const keptOf = (attemptId: string, questionId: string, entry: Entry): Kept => ({
  attemptId,
  questionId,
  value: entry.value,
  givenAt: entry.changed?.wall ?? null,
  flagged: entry.flagChanged ? entry.flagged : null,
  base: entry.version,
  sent: entry.unconfirmed,
  stamp: entry.stamp,
})

/** Which of two answers stands, the page's or the server's; `mine` where it was this page's own all along. */
export function standingOf(
  entry: Entry,
  body: { value: Value; ageMs: number },
  clocks: Clocks,
): 'same' | 'theirs' | 'mine' | 'mine-before' {
  if (isSame(entry.value, body.value)) return 'same'
  if (entry.changed === null) return 'theirs'
  if (entry.unconfirmed.some((value) => isSame(value, body.value))) return 'mine-before'
  return ageOf(clocks, entry.changed) < body.ageMs ? 'mine' : 'theirs'
}
