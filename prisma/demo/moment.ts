import { fromLocal, toLocal } from '@/lib/domain/zoned-time'

/** In which everybody of the demo lives. */
export const ZONE = 'Europe/Paris'
export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE

/** Days from the start of the demo, and the time of the day in its zone. */
export type Moment = readonly [days: number, time: string]

/** The moment as an instant, seen from `now`; an hour that the clocks leave out is a day earlier. */
export function at([days, time]: Moment, now: Date): Date {
  const day = toLocal(new Date(now.getTime() + days * DAY), ZONE).slice(0, 10)
  const found = fromLocal(`${day}T${time}`, ZONE)
  return found.ok ? found.value : at([days - 1, time], now)
}
