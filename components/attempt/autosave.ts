import {
  isCollision,
  isConfirmation,
  isSame,
  type Reply,
  type SaveInit,
  sendWithin,
  type Timers,
  type Value,
} from './save-request'

/** What the server last confirmed of one question. */
export interface Saved {
  version: number
  value: Value
  flagged: boolean
}

export type Trouble = 'unreachable' | 'signed-out' | 'missing'

export type SaveState =
  | { phase: 'saved'; at: Date | null }
  | { phase: 'saving' }
  | { phase: 'unsaved'; waiting: number; reason: Trouble }
  | { phase: 'closed' }

/** Two screens answered the same question: which answer stands, and what the field now shows. */
export interface Conflict {
  questionId: string
  stands: 'mine' | 'theirs'
  value: Value
}

export interface AutosaveOptions {
  url(questionId: string): string
  fetch(url: string, init: SaveInit): Promise<Reply>
  /**
   * Milliseconds of two clocks. The steady one may stand still while the device sleeps and the wall
   * clock may be set; an answer's age is the larger of the two, so that a doubt never lets an older
   * answer replace a newer one.
   */
  clock: { steady(): number; wall(): number }
  timers: Timers
  saved: Record<string, Saved>
  onState(state: SaveState): void
  onConflict(conflict: Conflict): void
}

export interface Autosave {
  /** Takes a new answer and sends it after `delay` milliseconds, unless a newer one comes first. */
  change(questionId: string, value: Value, delay: number): void
  flag(questionId: string, flagged: boolean): void
  /** Sends at once whatever is not saved. */
  retry(): void
  /** Sends at once, then waits until all is saved, sending has failed, or `ms` have passed. */
  settle(ms: number): Promise<void>
  version(questionId: string): number
  /** The age in milliseconds of each answer that is not confirmed yet. */
  pending(): Record<string, number>
}

const BACKOFF = [1000, 2000, 4000, 8000, 15_000]
const SLOW = 1000

interface Moment {
  steady: number
  wall: number
}
interface Entry extends Saved {
  /** When the shown answer was given, null where the server has it. */
  changed: Moment | null
  flagChanged: boolean
  isSending: boolean
  /** Answers that were sent and never confirmed: they may have arrived all the same. */
  unconfirmed: Value[]
  timer: unknown
}

/**
 * Saves answers as they change. Saves of one question go one after the other and the last value
 * wins; what fails is tried again after 1, 2, 4, 8, then every 15 seconds. A save carries the version
 * it builds on, and where the server knows a newer one, the answer that was given later stands.
 */
export function createAutosave(options: AutosaveOptions): Autosave {
  const { url, clock, timers, onState, onConflict } = options
  const entries = new Map<string, Entry>(
    Object.entries(options.saved).map(([id, saved]) => [
      id,
      {
        ...saved,
        changed: null,
        flagChanged: false,
        isSending: false,
        unconfirmed: [],
        timer: null,
      },
    ]),
  )
  let savedAt: Date | null = null
  let trouble: Trouble | null = null
  let failures = 0
  let retryTimer: unknown = null
  let slowTimer: unknown = null
  let isSlow = false
  let isClosed = false
  let waiters: (() => void)[] = []

  const isWaiting = (entry: Entry) => entry.changed !== null || entry.flagChanged
  const waiting = () => [...entries].filter(([, entry]) => isWaiting(entry))
  const age = ({ steady, wall }: Moment) => Math.max(clock.steady() - steady, clock.wall() - wall)

  function report() {
    const count = waiting().length
    if (count === 0) {
      timers.clear(slowTimer)
      slowTimer = null
      isSlow = false
    }
    const rests = ![...entries.values()].some(({ isSending }) => isSending)
    if (rests && (count === 0 || trouble !== null || isClosed)) {
      for (const go of waiters) go()
      waiters = []
    }
    if (isClosed) onState({ phase: 'closed' })
    else if (count === 0) onState({ phase: 'saved', at: savedAt })
    else if (trouble) onState({ phase: 'unsaved', waiting: count, reason: trouble })
    else if (isSlow) onState({ phase: 'saving' })
  }

  function watch() {
    slowTimer ??= timers.set(() => {
      isSlow = true
      report()
    }, SLOW)
  }

  function failed(reason: Trouble) {
    trouble = reason
    if (reason === 'missing' || retryTimer !== null) return
    const delay = BACKOFF[Math.min(failures++, BACKOFF.length - 1)] ?? 15_000
    retryTimer = timers.set(flush, delay)
  }

  function recovered() {
    const wasInTrouble = trouble !== null
    trouble = null
    failures = 0
    timers.clear(retryTimer)
    retryTimer = null
    if (wasInTrouble) flush()
  }

  function confirm(entry: Entry, sent: { changed: Moment | null; flagged: boolean | undefined }) {
    entry.unconfirmed = []
    if (entry.changed === sent.changed) entry.changed = null
    if (entry.flagged === sent.flagged) entry.flagChanged = false
    recovered()
  }

  /** The server has another version: decides which of the two answers stands. */
  function collide(id: string, entry: Entry, body: { value: Value; ageMs: number }) {
    if (isSame(entry.value, body.value)) {
      entry.changed = null
    } else if (entry.changed === null || !isNewer(entry, entry.changed, body)) {
      entry.changed = null
      entry.value = body.value
      onConflict({ questionId: id, stands: 'theirs', value: body.value })
    } else if (!entry.unconfirmed.some((value) => isSame(value, body.value))) {
      onConflict({ questionId: id, stands: 'mine', value: entry.value })
    }
    entry.unconfirmed = []
  }

  const isNewer = (entry: Entry, changed: Moment, body: { value: Value; ageMs: number }) =>
    entry.unconfirmed.some((value) => isSame(value, body.value)) || age(changed) < body.ageMs

  async function send(id: string, entry: Entry) {
    if (entry.isSending || isClosed || !isWaiting(entry)) return
    timers.clear(entry.timer)
    entry.timer = null
    entry.isSending = true
    const { value, changed } = entry
    const flagged = entry.flagChanged ? entry.flagged : undefined
    const reply = await sendWithin(options, url(id), {
      value,
      base: entry.version,
      ...(flagged !== undefined && { flagged }),
    })
    const body = await reply?.json().catch(() => null)
    entry.isSending = false
    if (reply?.status === 200 && isConfirmation(body)) {
      entry.version = body.version
      savedAt = new Date(body.savedAt)
      confirm(entry, { changed, flagged })
    } else if (reply?.status === 412 && isCollision(body)) {
      entry.version = body.version
      collide(id, entry, body)
      recovered()
    } else if (reply?.status === 409) {
      isClosed = true
    } else {
      if (changed) entry.unconfirmed.push(value)
      failed(
        reply?.status === 401 ? 'signed-out' : reply?.status === 404 ? 'missing' : 'unreachable',
      )
    }
    report()
    if (trouble === null && entry.timer === null) void send(id, entry)
  }

  function flush() {
    timers.clear(retryTimer)
    retryTimer = null
    for (const [id, entry] of waiting()) void send(id, entry)
  }

  function schedule(id: string, entry: Entry, delay: number) {
    timers.clear(entry.timer)
    entry.timer = null
    if (isClosed) return
    watch()
    report()
    if (trouble !== null && trouble !== 'missing') return
    if (delay === 0) void send(id, entry)
    else
      entry.timer = timers.set(() => {
        entry.timer = null
        void send(id, entry)
      }, delay)
  }

  return {
    change(id, value, delay) {
      const entry = entries.get(id)
      if (!entry || isClosed) return
      entry.value = value
      entry.changed = { steady: clock.steady(), wall: clock.wall() }
      schedule(id, entry, delay)
    },
    flag(id, flagged) {
      const entry = entries.get(id)
      if (!entry || isClosed) return
      entry.flagged = flagged
      entry.flagChanged = true
      schedule(id, entry, 0)
    },
    retry: flush,
    settle(ms) {
      flush()
      if (isClosed || waiting().length === 0) return Promise.resolve()
      return new Promise((resolve) => {
        const timer = timers.set(resolve, ms)
        waiters.push(() => {
          timers.clear(timer)
          resolve()
        })
      })
    },
    version: (id) => entries.get(id)?.version ?? 0,
    pending: () =>
      Object.fromEntries(
        waiting().map(([id, { changed }]) => [id, changed ? Math.round(age(changed)) : 0]),
      ),
  }
}
