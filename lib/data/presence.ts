/**
 * When the pages of an open attempt were heard of last. It is kept in this process alone: it is worth
 * nothing after half a minute, and a row for every few seconds of every student would cost them.
 */
const seen = new Map<string, { at: number; pages: Map<string, SeenPage> }>()
const MOST = 20_000
const MOST_PAGES = 20
/** A page asks every eight seconds; one that has missed two of them is closed, or sleeps. */
const OPEN = 20_000

/** A page of an attempt: where it is open, and in which session. */
export interface PageAt {
  /** What the page calls itself. */
  page: string
  /** A device's name, such as "Firefox, Windows". */
  device: string
  /** Tells the browsers of one attempt from each other, and means nothing else. */
  session: string
}
interface SeenPage extends PageAt {
  at: number
}

/** Notes that an attempt's page has asked for the time, and which. */
export function noteSeen(attemptId: string, now: Date, from?: PageAt): void {
  const pages = seen.get(attemptId)?.pages ?? new Map<string, SeenPage>()
  seen.delete(attemptId)
  seen.set(attemptId, { at: now.getTime(), pages })
  if (from) {
    pages.delete(from.page)
    pages.set(from.page, { ...from, at: now.getTime() })
    const [first] = pages.keys()
    if (pages.size > MOST_PAGES && first !== undefined) pages.delete(first)
  }
  const [oldest] = seen.keys()
  if (seen.size > MOST && oldest) seen.delete(oldest)
}

/** When it did so last, as far as this process knows. */
export function lastSeen(attemptId: string): Date | null {
  const found = seen.get(attemptId)
  return found ? new Date(found.at) : null
}

/**
 * Where else the attempt is open, as far as this process knows, the page heard of last first: on
 * another device, or in another tab of the same browser (null). Null where it is nowhere else.
 */
export function openElsewhere(
  attemptId: string,
  { page, session }: PageAt,
  now: Date,
): { device: string | null } | null {
  const others = [...(seen.get(attemptId)?.pages.values() ?? [])]
    .filter((each) => each.page !== page && now.getTime() - each.at < OPEN)
    .reverse()
  const other = others.find((each) => each.session !== session) ?? others[0]
  return other ? { device: other.session === session ? null : other.device } : null
}
