import { useEffect, useState } from 'react'
import { pageName } from './page-name'

/** How often the server is asked, in milliseconds: an extension is on the page within ten seconds. */
const ASKED = 8_000
/** The first question waits, so that a page that is only passed through asks nothing. */
const FIRST = 1_500
const PATIENCE = 7_000
const SECOND = 1_000
/** So long without an answer, though it was asked for, counts as having lost the server. */
const LOST = 20_000
/** So long without having asked counts as having slept. */
const SLEPT = 90_000

export interface Clock {
  /** Milliseconds that are left, by the server's clock; 0 when time is up. */
  left: number
  isOver: boolean
}

export interface AttemptClock {
  /** Null where there is no end. */
  clock: Clock | null
  /** Where else the attempt is open: on a device of this name, or in another tab (null). */
  elsewhere: { device: string | null } | null
  /** Milliseconds by which the device's time of day is ahead of the server's; 0 while nobody knows. */
  ahead: number
}

interface Told {
  left: number | null
  isOpen: boolean
  now: number
  elsewhere: { device: string | null } | null
}

const isTold = (body: unknown): body is Told =>
  typeof body === 'object' &&
  body !== null &&
  'left' in body &&
  (body.left === null || typeof body.left === 'number') &&
  'isOpen' in body &&
  'elsewhere' in body &&
  'now' in body &&
  typeof body.now === 'number'

/** Asks the server for the time, again and again; it says so where a page was away for a while. */
function createAsker(attemptId: string, onTold: (told: Told) => void) {
  const address = `/api/attempts/${attemptId}/clock`
  const leaving = new AbortController()
  const moment = () => ({ steady: performance.now(), wall: Date.now() })
  let last: ReturnType<typeof moment> | null = null
  let hasFailed = false
  let isAsking = false

  const silence = () =>
    last === null ? null : Math.max(performance.now() - last.steady, Date.now() - last.wall)

  /** A page that finds the server again says for how long it was away; the first one that it is there. */
  function request(): [string, RequestInit] {
    const page = pageName()
    const since = silence()
    const isFound = hasFailed && since !== null && since > LOST
    if (since !== null && !isFound && since < SLEPT) return [`${address}?page=${page}`, {}]
    const away = isFound ? Math.min(86_400, Math.round(since / 1000)) : null
    const headers = { 'content-type': 'application/json' }
    return [address, { method: 'POST', headers, body: JSON.stringify({ page, away }) }]
  }

  return {
    leave: () => leaving.abort(),
    async ask() {
      if (isAsking) return
      isAsking = true
      const patience = new AbortController()
      const stop = () => patience.abort()
      leaving.signal.addEventListener('abort', stop)
      const timer = setTimeout(stop, PATIENCE)
      const [url, init] = request()
      const reply = await fetch(url, { ...init, signal: patience.signal }).catch(() => null)
      const body = reply?.ok ? await reply.json().catch(() => null) : null
      clearTimeout(timer)
      leaving.signal.removeEventListener('abort', stop)
      isAsking = false
      if (leaving.signal.aborted) return
      if (isTold(body)) {
        last = moment()
        hasFailed = false
        onTold(body)
      } else hasFailed ||= !reply || reply.status >= 500
    },
  }
}

/**
 * The time that an attempt has left, and where else it is open. It runs by the page's steady clock
 * from what the server said last, so the device's own time of day has no part in it; the server is
 * asked again every few seconds and when the page comes back into view.
 *
 * @param initial milliseconds when the page was made; null: there is no end
 */
export function useClock(attemptId: string, initial: number | null): AttemptClock {
  const [end, setEnd] = useState<number | null>(null)
  const [now, setNow] = useState(0)
  const [isClosed, setClosed] = useState(false)
  const [elsewhere, setElsewhere] = useState<Told['elsewhere']>(null)
  const [ahead, setAhead] = useState(0)

  useEffect(() => {
    if (initial !== null) setEnd(performance.now() + initial)
    setNow(performance.now())
    const asker = createAsker(attemptId, (told) => {
      setEnd(told.left === null ? null : performance.now() + told.left)
      setClosed(!told.isOpen)
      setAhead(Date.now() - told.now)
      setElsewhere((before) =>
        before?.device === told.elsewhere?.device && before ? before : told.elsewhere,
      )
    })
    const onView = () => void (document.visibilityState === 'visible' && asker.ask())
    const first = setTimeout(asker.ask, FIRST)
    const asking = setInterval(asker.ask, ASKED)
    const ticking = initial === null ? null : setInterval(() => setNow(performance.now()), SECOND)
    document.addEventListener('visibilitychange', onView)
    window.addEventListener('pageshow', onView)
    window.addEventListener('online', onView)
    return () => {
      asker.leave()
      clearTimeout(first)
      clearInterval(asking)
      if (ticking !== null) clearInterval(ticking)
      document.removeEventListener('visibilitychange', onView)
      window.removeEventListener('pageshow', onView)
      window.removeEventListener('online', onView)
    }
  }, [attemptId, initial])

  const others = { elsewhere, ahead }
  if (initial === null || (end === null && now > 0 && !isClosed)) return { clock: null, ...others }
  const left = end === null ? initial : Math.max(0, end - now)
  const isOver = isClosed || (end !== null && left === 0)
  return { clock: { left: isClosed ? 0 : left, isOver }, ...others }
}
