import { useTranslations } from 'next-intl'
import { ZoneHere } from './zone-here'

/** A moment as the class's clocks show it, with the name of their zone; then the reader's, if it differs. */
export function Zoned({ at, timeZone }: { at: Date; timeZone: string }) {
  const t = useTranslations('assignment')
  return (
    <span className="zoned">
      <time dateTime={at.toISOString()}>{zonedText(at, timeZone)}</time>
      <ZoneHere at={at.toISOString()} timeZone={timeZone} words={t.raw('whereYouAre')} />
    </span>
  )
}

/** "Tue, 10 March 2026, 10:00 (Europe/Paris)" */
export const zonedText = (at: Date, timeZone: string): string =>
  `${new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(at)} (${timeZone.replaceAll('_', ' ')})`
