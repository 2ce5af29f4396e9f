import { percentText } from '@/components/gradebook/percent'
import type { Fraction } from '@/lib/domain/fraction'

const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' }
const minute: Intl.DateTimeFormatOptions = { ...day, hour: '2-digit', minute: '2-digit' }

/** "10 Mar 2026, 12:00" by the clocks of the class. */
export const momentText = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { ...minute, timeZone }).format(at)

/** A grade or total, 0 to 1, as "83.33 %": rounded as scores are, so that what looks full is full. */
export const gradeText = (share: Fraction): string => `${percentText(share)}\u00a0%`

/** A statistic of 0 to 1 as "83.3 %". */
export const shareText = (share: number): string => `${(share * 100).toFixed(1)}\u00a0%`
