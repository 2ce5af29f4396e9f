import { useFormatter, useTranslations } from 'next-intl'
import type { TimelineEvent } from '@/lib/domain/course'
import type { Lesson } from '@/lib/domain/lesson'

const FORMATS = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
} as const

function EventDate({ event }: { event: TimelineEvent }) {
  const t = useTranslations('timeline')
  const format = useFormatter()
  const written = (date: string) =>
    format.dateTime(new Date(date), FORMATS[date.length as keyof typeof FORMATS])
  const { date, until, isAbout, zone } = event
  const span =
    until === undefined ? written(date) : t('span', { from: written(date), to: written(until) })
  return (
    <p className="when">
      <time dateTime={date}>{isAbout ? t('about', { date: span }) : span}</time>
      {zone && <span className="cap"> {zone}</span>}
    </p>
  )
}

/** Events from the earliest on, each with its facts and the lessons that tell of it. */
export function TimelineList({
  courseSlug,
  events,
  lessons,
}: {
  courseSlug: string
  events: readonly TimelineEvent[]
  lessons: readonly Lesson[]
}) {
  const t = useTranslations('timeline')
  const at = `/courses/${courseSlug}`
  const lessonOf = (slug: string) => lessons.find((lesson) => lesson.slug === slug)
  return (
    <ol className="events">
      {events.map((event) => (
        <li key={event.id} id={event.id}>
          <EventDate event={event} />
          <div>
            <h2>{event.title}</h2>
            <p>
              {event.text}{' '}
              {event.facts.map((id) => (
                <a
                  key={id}
                  className="ref"
                  href={`${at}/sources#fact-${id}`}
                  aria-label={t('fact', { id })}
                >
                  {id}
                </a>
              ))}
            </p>
            <p className="cap">
              {t('in')}{' '}
              {event.lessons.map((slug, place) => (
                <span key={slug}>
                  {place > 0 && ', '}
                  <a href={`${at}/lessons/${slug}`}>{lessonOf(slug)?.head.short ?? slug}</a>
                </span>
              ))}
            </p>
          </div>
        </li>
      ))}
    </ol>
  )
}
