import type { Autosave, AutosaveOptions } from './autosave-contract'
import { type Kept, keepsNothing } from './kept'
import { ageOf, type Entry, entryOf, isWaiting, keptOf, momentOf, standingOf } from './save-entry'
import { isCollision, isConfirmation, isSame, sendWithin, type Value } from './save-request'
import { createTrouble } from './save-state'

export type { Conflict } from './autosave-contract'

/**
 * Saves answers as they change, each kept on the device until the server has confirmed it. Saves go
 * one after the other in the order in which answers were given, and of one question the last value
 * wins; what fails is tried again after 1, 2, 4, 8, then every 15 seconds. A save carries the version
 * it builds on and its age, and where the server knows a newer version, the answer that was given
 * later stands. After the end only what was given before it is still sent: the server keeps it aside.
 */
export function createAutosave(options: AutosaveOptions): Autosave {
  const { attemptId, url, clock, timers, onState, onConflict } = options
  const keeper = options.keeper ?? keepsNothing
  const entries = new Map<string, Entry>(
    Object.entries(options.saved).map(([id, saved]) => [id, entryOf(saved)]),
  )
  const trouble = createTrouble(timers, flush, report)
  let savedAt: Date | null = null
  let isClosed = false
  const ended = { late: 0, refused: 0 }
  let isDraining = false
  let isStopped = false
  let count = 0
  let waiters: (() => void)[] = []

  const waiting = () => [...entries].filter(([, entry]) => isWaiting(entry))
  /** Who is next: what was given first, and flags that stand alone last. */
  const next = () =>
    waiting()
      .filter(([, { timer, isSending, isRefused }]) => timer === null && !isSending && !isRefused)
      .sort(
        ([, a], [, b]) =>
          (a.changed?.wall ?? Number.MAX_VALUE) - (b.changed?.wall ?? Number.MAX_VALUE),
      )[0]

  function report() {
    const waits = waiting()
    const rests = ![...entries.values()].some(({ isSending }) => isSending)
    if (rests && (waits.length === 0 || trouble.reason() !== null)) {
      for (const go of waiters) go()
      waiters = []
    }
    const isKept = waits.every(([, entry]) => entry.isKept)
    const state = trouble.state({ waiting: waits.length, isKept, isClosed, ...ended, savedAt })
    if (state) onState(state)
  }

  /** Keeps on the device what waits, or takes away what does not any more. */
  function keep(id: string, entry: Entry) {
    if (isStopped) return
    if (!isWaiting(entry)) {
      if (entry.stamp) void keeper.drop({ attemptId, questionId: id, stamp: entry.stamp })
      entry.stamp = ''
      return
    }
    const stamp = `${clock.wall()} ${++count} ${Math.random()}`
    entry.stamp = stamp
    void keeper.put(keptOf(attemptId, id, entry)).then((isKept) => {
      if (entry.stamp !== stamp || entry.isKept === isKept) return
      entry.isKept = isKept
      report()
    })
  }

  /** The server has another version: decides which of the two answers stands. */
  function collide(id: string, entry: Entry, body: { value: Value; ageMs: number }) {
    const stands = standingOf(entry, body, clock)
    if (stands === 'same' || stands === 'theirs') entry.changed = null
    if (stands === 'theirs') entry.value = body.value
    if (stands === 'mine' || stands === 'theirs')
      onConflict({ questionId: id, stands, value: entry.value })
    entry.unconfirmed = []
  }

  /** Sends one answer; whether the next may follow. */
  async function send(id: string, entry: Entry): Promise<boolean> {
    timers.clear(entry.timer)
    entry.timer = null
    entry.isSending = true
    const { value, changed } = entry
    const flagged = entry.flagChanged ? entry.flagged : undefined
    const isAgain = entry.unconfirmed.some((each) => isSame(each, value))
    if (changed && !isAgain) entry.unconfirmed.push(value)
    const reply = await sendWithin(options, url(id), {
      value,
      base: entry.version,
      ...(flagged !== undefined && { flagged }),
      ...(changed && { age: Math.max(0, Math.round(ageOf(clock, changed))) }),
    })
    const body = await reply?.json().catch(() => null)
    entry.isSending = false
    // Refused, it has not arrived: unless an earlier sending of the same has.
    if (reply?.status === 412 && !isAgain)
      entry.unconfirmed = entry.unconfirmed.filter((each) => !isSame(each, value))
    const isThrough = take(id, entry, { changed, flagged }, reply?.status ?? null, body)
    keep(id, entry)
    report()
    if (isThrough) void drain()
    return isThrough
  }

  function take(
    id: string,
    entry: Entry,
    sent: { changed: Entry['changed']; flagged: boolean | undefined },
    status: number | null,
    body: unknown,
  ): boolean {
    const done = () => {
      entry.unconfirmed = []
      if (entry.changed === sent.changed) entry.changed = null
      if (entry.flagged === sent.flagged) entry.flagChanged = false
      trouble.over()
    }
    if (status === 200 && isConfirmation(body)) {
      entry.version = body.version
      savedAt = new Date(body.savedAt)
      done()
    } else if (status === 412 && isCollision(body)) {
      entry.version = body.version
      collide(id, entry, body)
      trouble.over()
    } else if (status === 202 || status === 409) {
      // An answer of another page may be fixed while this one goes on.
      if (id in options.saved) isClosed = true
      if (status === 202) ended.late++
      else if (sent.changed) ended.refused++
      entry.flagChanged = false
      done()
    } else if (status === 400 || status === 413) {
      entry.isRefused = true
    } else {
      trouble.begin(status === 401 ? 'signed-out' : status === 404 ? 'missing' : 'unreachable')
      return false
    }
    return true
  }

  async function drain() {
    if (isDraining || isStopped) return
    isDraining = true
    for (let line = next(); line; line = next()) if (!(await send(...line))) break
    isDraining = false
    if (trouble.reason() === null && waiting().some(([, { isRefused }]) => isRefused)) {
      trouble.begin('unreachable')
      report()
    }
  }

  function ready() {
    for (const [, entry] of waiting()) {
      timers.clear(entry.timer)
      entry.timer = null
      entry.isRefused = false
    }
  }

  function flush() {
    trouble.rest()
    ready()
    void drain()
  }

  function schedule(id: string, entry: Entry, delay: number) {
    timers.clear(entry.timer)
    entry.timer = null
    entry.isRefused = false
    entry.isKept = false
    keep(id, entry)
    trouble.watch()
    report()
    if (trouble.isWaiting()) return
    if (delay === 0) void drain()
    else
      entry.timer = timers.set(() => {
        entry.timer = null
        void drain()
      }, delay)
  }

  function takeUp(kept: Kept) {
    const { questionId: id, value, givenAt, flagged, base, sent, stamp } = kept
    const entry = entries.get(id) ?? entryOf({ version: base, value: null, flagged: false })
    const isNews = givenAt !== null && (!entries.has(id) || !isSame(entry.value, value))
    const isFlagged = flagged !== null && flagged !== entry.flagged
    if (entry.stamp === stamp) return
    if (entry.changed || entry.flagChanged) {
      // The page has been quicker: what it had before may have arrived all the same.
      entry.unconfirmed.push(...sent, ...(givenAt === null ? [] : [value]))
      return
    }
    if (!isNews && !isFlagged) return void keeper.drop(kept)
    entries.set(id, entry)
    entry.stamp = stamp
    entry.isKept = true
    if (isNews) {
      Object.assign(entry, { value, version: base, unconfirmed: [...sent] })
      entry.changed = momentOf(givenAt, clock)
    }
    if (isFlagged) Object.assign(entry, { flagged, flagChanged: true })
    options.onTakenUp?.(id, entry.value, entry.flagged)
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
    takeUp(kept) {
      for (const each of kept) takeUp(each)
      if (waiting().length === 0) return
      trouble.watch()
      report()
      flush()
    },
    retry: flush,
    burst() {
      trouble.rest()
      ready()
      for (const [id, entry] of waiting()) if (!entry.isSending) void send(id, entry)
    },
    settle(ms) {
      flush()
      if (waiting().length === 0) return Promise.resolve()
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
        waiting().map(([id, { changed }]) => [
          id,
          changed ? Math.max(0, Math.round(ageOf(clock, changed))) : 0,
        ]),
      ),
    unsent: () =>
      waiting().flatMap(([questionId, { value, changed }]) =>
        changed ? [{ questionId, value, age: Math.max(0, Math.round(ageOf(clock, changed))) }] : [],
      ),
    ended: () => ({ ...ended }),
    stop() {
      isStopped = true
      trouble.over()
      for (const entry of entries.values()) timers.clear(entry.timer)
    },
  }
}
