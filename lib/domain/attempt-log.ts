/** What is noted of an attempt that is set in a class. */
export const EVENT_KINDS = ['begun', 'saved', 'extended', 'submitted'] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export interface AttemptEvent {
  id: string
  at: Date
  kind: EventKind
  /** The question that was saved, the minutes that were given, or who ended it. */
  detail: string | null
}

/** Saves of the same question without anything between them, as one: an answer while it is typed. */
export interface LoggedStep extends AttemptEvent {
  /** How often it was saved; 1 for what is no save. */
  times: number
  /** When the last of them was. */
  until: Date
}

/** The log as steps, in its order. */
export function stepsOf(events: readonly AttemptEvent[]): LoggedStep[] {
  const steps: LoggedStep[] = []
  for (const event of events) {
    const last = steps.at(-1)
    if (last && event.kind === 'saved' && last.kind === 'saved' && last.detail === event.detail) {
      last.times += 1
      last.until = event.at
    } else steps.push({ ...event, times: 1, until: event.at })
  }
  return steps
}
