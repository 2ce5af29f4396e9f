/** One student of a class during a quiz, as the database knows them. */
export interface LiveStudent {
  studentId: string
  name: string
  /** Null where they have not begun. */
  attempt: {
    id: string
    startedAt: Date
    deadline: Date | null
    submittedAt: Date | null
    endedBy: 'learner' | 'clock' | null
    /** How many questions have an answer that is not blank, of how many that were asked. */
    answered: number
    asked: number
    /** The last answer that was saved, if there is one. */
    savedAt: Date | null
    /** When their page asked for the time last; null where no page is open, or none that asks. */
    seenAt: Date | null
  } | null
}

export type LiveState = 'not-begun' | 'at-work' | 'stuck' | 'offline' | 'handed-in'

const SECOND = 1_000
/** A page asks for the time every eight seconds; after three that failed it is taken to be gone. */
const GONE = 30 * SECOND
/** So long without a new answer is worth a look. */
const STUCK = 5 * 60 * SECOND

/** A student as the teacher sees them now; no answer is in it. */
export interface LiveRow {
  studentId: string
  name: string
  state: LiveState
  answered: number
  asked: number
  attemptId: string | null
  /** Milliseconds that are left; null where nothing runs or nothing ends. */
  left: number | null
  endedByClock: boolean
}

/**
 * How a student stands. Who has not been seen for half a minute is offline: their page is closed,
 * sleeps, or has no network. Who is there and has saved nothing for five minutes is stuck.
 */
export function liveRow({ studentId, name, attempt }: LiveStudent, now: Date): LiveRow {
  const row = {
    studentId,
    name,
    answered: attempt?.answered ?? 0,
    asked: attempt?.asked ?? 0,
    attemptId: attempt?.id ?? null,
  }
  if (!attempt) return { ...row, state: 'not-begun', left: null, endedByClock: false }
  const { submittedAt, deadline, startedAt, savedAt, seenAt, endedBy } = attempt
  if (submittedAt)
    return { ...row, state: 'handed-in', left: null, endedByClock: endedBy === 'clock' }
  const since = (at: Date | null) => (at ? now.getTime() - at.getTime() : Number.POSITIVE_INFINITY)
  const isGone = Math.min(since(seenAt), since(savedAt), since(startedAt)) > GONE
  const isStuck = Math.min(since(savedAt), since(startedAt)) > STUCK
  return {
    ...row,
    state: isGone ? 'offline' : isStuck ? 'stuck' : 'at-work',
    left: deadline && Math.max(0, deadline.getTime() - now.getTime()),
    endedByClock: false,
  }
}
