import type { Value } from './save-request'

/** One answer that a device keeps because the server has not confirmed it. */
export interface Kept {
  attemptId: string
  questionId: string
  value: Value
  /** By the device's clock; null where only the flag has changed. */
  givenAt: number | null
  /** Null where the flag has not changed. */
  flagged: boolean | null
  /** The version that it was written on top of. */
  base: number
  /** Answers to it that were sent and never confirmed: they may have arrived all the same. */
  sent: Value[]
  /** Tells this change from every other. */
  stamp: string
}

/** Where a learner's unconfirmed answers wait, one for each question. It never throws. */
export interface Keeper {
  /** Whether it is kept now, so that it survives the page. */
  put(kept: Kept): Promise<boolean>
  /** Takes away what is kept of a question, unless it has been changed since. */
  drop(kept: Pick<Kept, 'attemptId' | 'questionId' | 'stamp'>): Promise<void>
  /** All that is kept, what was given first at the beginning. */
  list(): Promise<Kept[]>
}

/** For a browser that keeps nothing: storage is blocked, full, or missing. */
export const keepsNothing: Keeper = {
  put: async () => false,
  drop: async () => {},
  list: async () => [],
}

const DAY = 24 * 60 * 60 * 1000
/** What has waited for longer is of no use to anybody and leaves the device. */
export const KEPT_DAYS = 7

export const isExpired = ({ givenAt }: Pick<Kept, 'givenAt'>, now: number): boolean =>
  givenAt !== null && now - givenAt > KEPT_DAYS * DAY

/** In the order in which they were given; flags that stand alone come last. */
export const inOrder = (kept: readonly Kept[]): Kept[] =>
  [...kept].sort((a, b) => (a.givenAt ?? Number.MAX_VALUE) - (b.givenAt ?? Number.MAX_VALUE))

/** What is kept when two tabs answer one question: the answer that was given later. */
export function newerOf(old: Kept | undefined, fresh: Kept): Kept {
  if (!old || old.givenAt === null) return fresh
  if (fresh.givenAt !== null && fresh.givenAt >= old.givenAt) return fresh
  return { ...old, flagged: fresh.flagged ?? old.flagged }
}
