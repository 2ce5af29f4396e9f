import type { Exception } from '@/lib/domain/assignment'

/** A row of `Exception` as JSON from Postgres brings it. */
export interface ExceptionRow {
  set: string[]
  opensAt: string | null
  dueAt: string | null
  closesAt: string | null
  minutes: number | null
  extraAttempts: number
  isExcused: boolean
}
/** An instant as JSON brings it; null is none. */
export const dateOf = (text: string | null) => (text === null ? null : new Date(text))

/** A row whose `set` names the fields that stand for the class's; the others are left out. */
export function toException(row: ExceptionRow | null): Exception | null {
  if (!row) return null
  const { set, extraAttempts, isExcused } = row
  const all = {
    opensAt: dateOf(row.opensAt),
    dueAt: dateOf(row.dueAt),
    closesAt: dateOf(row.closesAt),
    minutes: row.minutes,
  }
  const given = Object.entries(all).filter(([name]) => set.includes(name))
  return { ...(Object.fromEntries(given) as Partial<typeof all>), extraAttempts, isExcused }
}
