'use client'

import { useIsHere } from './use-is-here'

const inUtc: Intl.DateTimeFormatOptions = { timeZone: 'UTC', timeZoneName: 'short' }

/**
 * A moment in the reader's own time zone. The server does not know it and writes UTC with its name;
 * so does a browser without JavaScript.
 */
export function LocalTime({ at, isDay = false }: { at: Date; isDay?: boolean }) {
  const isHere = useIsHere()
  const text = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(!isDay && { hour: '2-digit', minute: '2-digit' }),
    ...(!isHere && (isDay ? { timeZone: 'UTC' } : inUtc)),
  }).format(at)
  return <time dateTime={at.toISOString()}>{text}</time>
}
