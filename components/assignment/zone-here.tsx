'use client'

import { useIsHere } from '@/components/ui/use-is-here'

const clockIn = (at: Date, timeZone?: string) =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    ...(timeZone !== undefined && { timeZone }),
  }).format(at)

/** The same moment by the reader's own clock, where that shows something else than the class's. */
export function ZoneHere({ at, timeZone }: { at: string; timeZone: string }) {
  if (!useIsHere()) return null
  const moment = new Date(at)
  const own = clockIn(moment)
  return own === clockIn(moment, timeZone) ? null : (
    <span className="cap"> {own} where you are</span>
  )
}
