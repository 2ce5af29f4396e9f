import { useTranslations } from 'next-intl'
import type { Fact, TimelineEvent } from '@/lib/domain/course'
import type { Lesson } from '@/lib/domain/lesson'
import { useEventDate } from './event-date'

function EventDate({ event }: { event: TimelineEvent }) {
  const written = useEventDate()(event)
  return (
    <p className="when">
      <time dateTime={event.date}>{written}</time>
      {event.zone && <span className="cap"> {event.zone}</span>}
    </p>
  )
}

/** Events from the earliest on, each with its facts and the lessons that tell of it. */
export function TimelineList({
  courseSlug,
  events,
  lessons,
  facts,
}: {
  courseSlug: string
  events: readonly TimelineEvent[]
  lessons: readonly Lesson[]
  facts: readonly Fact[]
}) {
  const t = useTranslations('timeline')
  const at = `/courses/${courseSlug}`
  const lessonOf = (slug: string) => lessons.find((lesson) => lesson.slug === slug)
  const publisherOf = (id: string) =>
    facts.find((fact) => fact.id === id)?.sources[0]?.publisher ?? ''
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
                  aria-label={t('fact', { id, publisher: publisherOf(id) })}
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
