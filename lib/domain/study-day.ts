import { Temporal } from 'temporal-polyfill'

/** A day of a learner's own calendar, such as "2026-03-29": days sort and compare as texts. */
export type Day = string

/** Where nobody has said in which zone a learner's days change. */
export const USUAL_ZONE = 'UTC'

/** The day that the calendar of a zone shows at an instant. The zone must be one that `isTimeZone` knows. */
export const dayOf = (at: Date, timeZone: string): Day =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString()

/** Whether a text is a day of the calendar, from the year 2000 to 2199. */
export function isDay(text: string): text is Day {
  if (!/^2[01]\d\d-\d\d-\d\d$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}

/** The day so many days later; earlier where `days` is negative. Days have no hours: clocks that change matter not. */
export const addDays = (day: Day, days: number): Day =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** The later of two days. */
export const laterOf = (one: Day, other: Day): Day => (one < other ? other : one)

/** How many days `to` is after `from`; negative where it is before. */
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days

/** The Monday of the week in which a day lies. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - Temporal.PlainDate.from(day).dayOfWeek)

/** A day as a column of type date takes it, and back: midnight in UTC, whatever the learner's zone. */
export const toDate = (day: Day): Date => new Date(`${day}T00:00:00.000Z`)
export const fromDate = (date: Date): Day => date.toISOString().slice(0, 10)
