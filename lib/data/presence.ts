/**
 * When the page of an open attempt was heard of last. It is kept in this process alone: it is worth
 * nothing after half a minute, and a row for every few seconds of every student would cost them.
 */
const seen = new Map<string, number>()
const MOST = 20_000

/** Notes that an attempt's page has asked for the time. */
export function noteSeen(attemptId: string, now: Date): void {
  seen.delete(attemptId)
  seen.set(attemptId, now.getTime())
  const [oldest] = seen.keys()
  if (seen.size > MOST && oldest) seen.delete(oldest)
}

/** When it did so last, as far as this process knows. */
export function lastSeen(attemptId: string): Date | null {
  const at = seen.get(attemptId)
  return at === undefined ? null : new Date(at)
}
