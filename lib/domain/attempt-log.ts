/** What is noted of an attempt that is set in a class. */
export const EVENT_KINDS = [
  'begun',
  'opened',
  'saved',
  'lost',
  'found',
  'extended',
  'submitted',
  'late-kept',
  'late-accepted',
  'late-left',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export interface AttemptEvent {
  id: string
  at: Date
  kind: EventKind
  /**
   * The question that was saved or came late, the minutes that were given, who ended it, on which
   * device it was opened (`deviceOf`), or how long nothing was heard (`absenceOf`).
   */
  detail: string | null
}

/** How long a device could not reach the server, as each of the two tells. */
export interface Absence {
  /** Seconds by the device; null where it noticed nothing, since it slept or its page was closed. */
  device: number | null
  /** Seconds for which the server heard nothing; null where it does not know, as after a restart. */
  server: number | null
}

export const absenceText = ({ device, server }: Absence): string =>
  `${device ?? '-'}/${server ?? '-'}`

/** What an event `lost` or `found` tells; nothing where it tells nothing. Total. */
export function absenceOf(detail: string | null): Absence {
  const [, device, server] = /^(\d{1,9}|-)\/(\d{1,9}|-)$/.exec(detail ?? '') ?? []
  const seconds = (text: string | undefined) =>
    text === undefined || text === '-' ? null : Number(text)
  return { device: seconds(device), server: seconds(server) }
}

/** A device's name, and a sign that tells its session from others in the same attempt. */
export const deviceText = (name: string, sign: string): string => `${name}#${sign}`

/** What an event `opened` tells: "Firefox, Windows" and the sign. Total. */
export function deviceOf(detail: string | null): { name: string; sign: string } {
  const at = (detail ?? '').lastIndexOf('#')
  return at < 0
    ? { name: detail ?? '', sign: '' }
    : { name: detail?.slice(0, at) ?? '', sign: detail?.slice(at + 1) ?? '' }
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
