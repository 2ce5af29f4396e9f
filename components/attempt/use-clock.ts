import { useEffect, useState } from 'react'

/** How often the server is asked, in milliseconds: an extension is on the page within ten seconds. */
const ASKED = 8_000
const SECOND = 1_000

export interface Clock {
  /** Milliseconds that are left, by the server's clock; 0 when time is up. */
  left: number
  isOver: boolean
}

const clockIn = (body: unknown): { left: number | null; isOpen: boolean } | null =>
  typeof body === 'object' &&
  body !== null &&
  'left' in body &&
  (body.left === null || typeof body.left === 'number') &&
  'isOpen' in body
    ? { left: body.left, isOpen: body.isOpen === true }
    : null

/**
 * The time that an attempt has left. It runs by the page's steady clock from what the server said
 * last, so the device's own time of day has no part in it; the server is asked again every few
 * seconds and when the page comes back into view.
 *
 * @param initial milliseconds when the page was made; null: there is no end, and nothing is asked
 */
export function useClock(attemptId: string, initial: number | null): Clock | null {
  const [end, setEnd] = useState<number | null>(null)
  const [now, setNow] = useState(0)
  const [isClosed, setClosed] = useState(false)

  useEffect(() => {
    if (initial === null) return
    setEnd(performance.now() + initial)
    setNow(performance.now())
    const leaving = new AbortController()
    const ask = async () => {
      const reply = await fetch(`/api/attempts/${attemptId}/clock`, {
        signal: leaving.signal,
      }).catch(() => null)
      const clock = reply?.ok ? clockIn(await reply.json().catch(() => null)) : null
      if (!clock) return
      setEnd(clock.left === null ? null : performance.now() + clock.left)
      setClosed(!clock.isOpen)
    }
    const onView = () => void (document.visibilityState === 'visible' && ask())
    const asking = setInterval(ask, ASKED)
    const ticking = setInterval(() => setNow(performance.now()), SECOND)
    document.addEventListener('visibilitychange', onView)
    window.addEventListener('pageshow', onView)
    return () => {
      leaving.abort()
      clearInterval(asking)
      clearInterval(ticking)
      document.removeEventListener('visibilitychange', onView)
      window.removeEventListener('pageshow', onView)
    }
  }, [attemptId, initial])

  if (initial === null || (end === null && now > 0 && !isClosed)) return null
  const left = end === null ? initial : Math.max(0, end - now)
  return { left: isClosed ? 0 : left, isOver: isClosed || (end !== null && left === 0) }
}
