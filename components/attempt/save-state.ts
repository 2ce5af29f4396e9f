import type { Timers } from './save-request'

export type Trouble = 'unreachable' | 'signed-out' | 'missing'

export type SaveState =
  | { phase: 'saved'; at: Date | null }
  | { phase: 'saving' }
  | {
      phase: 'unsaved'
      waiting: number
      reason: Trouble
      /** Whether all of it is kept on the device, so that it survives the page. */
      isKept: boolean
      /** Whether this has lasted for a minute. */
      isLong: boolean
    }
  /**
   * Nothing is taken any more; `late` answers were given before the end and are kept for the teacher,
   * `refused` ones were not.
   */
  | { phase: 'closed'; late: number; refused: number; waiting: number }

interface Facts {
  waiting: number
  isKept: boolean
  isClosed: boolean
  late: number
  refused: number
  savedAt: Date | null
}

const BACKOFF = [1000, 2000, 4000, 8000, 15_000]
const SLOW = 1000
const LONG = 60_000

/** What stands in the way of saving, since when, and when it is tried again. */
export function createTrouble(timers: Timers, retry: () => void, report: () => void) {
  let reason: Trouble | null = null
  let failures = 0
  let isSlow = false
  let isLong = false
  let retryTimer: unknown = null
  let slowTimer: unknown = null
  let longTimer: unknown = null

  const rest = () => {
    timers.clear(retryTimer)
    retryTimer = null
  }
  const calm = () => {
    timers.clear(slowTimer)
    slowTimer = null
    isSlow = false
  }

  return {
    reason: () => reason,
    /** Whether it is tried again by itself, so that a new answer waits in line. */
    isWaiting: () => reason !== null && reason !== 'missing',
    rest,
    /** Saving is spoken of only when it takes a second. */
    watch() {
      slowTimer ??= timers.set(() => {
        isSlow = true
        report()
      }, SLOW)
    },
    begin(what: Trouble) {
      reason = what
      longTimer ??= timers.set(() => {
        isLong = true
        report()
      }, LONG)
      if (what === 'missing' || retryTimer !== null) return
      const delay = BACKOFF[Math.min(failures++, BACKOFF.length - 1)] ?? 15_000
      retryTimer = timers.set(() => {
        retryTimer = null
        retry()
      }, delay)
    },
    over() {
      reason = null
      failures = 0
      isLong = false
      timers.clear(longTimer)
      longTimer = null
      rest()
    },
    /** What the page says, or null where that is what it said before. */
    state({ waiting, isKept, isClosed, late, refused, savedAt }: Facts): SaveState | null {
      if (waiting === 0) calm()
      if (isClosed) return { phase: 'closed', late, refused, waiting }
      if (waiting === 0) return { phase: 'saved', at: savedAt }
      if (reason) return { phase: 'unsaved', waiting, reason, isKept, isLong }
      return isSlow ? { phase: 'saving' } : null
    },
  }
}
