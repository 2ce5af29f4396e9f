import { Temporal } from 'temporal-polyfill'
import { accept, type Outcome, refuse } from './outcome'

export type LocalTimeRejection = 'not-a-time' | 'skipped-by-the-clocks'

/** As a form's field of type datetime-local sends it. */
const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/

/**
 * The instant at which the clocks of a zone show a local time such as "2026-03-29T02:30". An hour
 * that happens twice in autumn means its first time. An hour that is left out in spring is refused:
 * nobody can say which instant was meant. The zone must be one that `isTimeZone` knows.
 */
export function fromLocal(text: string, timeZone: string): Outcome<Date, LocalTimeRejection> {
  if (!LOCAL.test(text)) return refuse('not-a-time')
  try {
    const local = Temporal.PlainDateTime.from(text, { overflow: 'reject' })
    const zoned = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
    if (!zoned.toPlainDateTime().equals(local)) return refuse('skipped-by-the-clocks')
    return accept(new Date(zoned.epochMilliseconds))
  } catch (error) {
    if (error instanceof RangeError) return refuse('not-a-time')
    throw error
  }
}

/** What the clocks of a zone show at an instant, to the minute, as a form's field takes it. */
export const toLocal = (at: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })

/** An instant by the clocks of a zone, to the second and with its offset: "2026-03-10T13:00:00+01:00". */
export const zonedIso = (at: Date, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toString({ smallestUnit: 'second', timeZoneName: 'never' })

/** Whether this is the name of a time zone, such as "Europe/Paris". */
export function isTimeZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}
