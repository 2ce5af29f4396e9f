import { useFormatter, useTranslations } from 'next-intl'
import type { TimelineEvent } from '@/lib/domain/course'

const FORMATS = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
} as const

/** Writes when an event was, as exactly as it is known: “October 2007”, “about 1993”. */
export function useEventDate() {
  const t = useTranslations('timeline')
  const format = useFormatter()
  const written = (date: string) =>
    format.dateTime(new Date(date), FORMATS[date.length as keyof typeof FORMATS])
  return ({ date, until, isAbout }: Pick<TimelineEvent, 'date' | 'until' | 'isAbout'>): string => {
    const span =
      until === undefined ? written(date) : t('span', { from: written(date), to: written(until) })
    return isAbout ? t('about', { date: span }) : span
  }
}
