import { useTranslations } from 'next-intl'
import { WithChinese } from '@/components/ui/chinese'
import type { Course } from '@/lib/domain/course-content'
import type { SearchHit } from '@/lib/domain/search'
import { useEventDate } from './event-date'

/** What a search found, each with its place in the course and what was looked for marked. */
export function SearchHits({
  course,
  hits,
}: {
  course: Pick<Course, 'slug' | 'events'>
  hits: readonly SearchHit[]
}) {
  const t = useTranslations('search')
  const dateOf = useEventDate()
  const placeOf = ({ kind, href, context }: SearchHit) => {
    const event = course.events.find(({ id }) => kind === 'event' && href === `timeline#${id}`)
    return event ? dateOf(event) : context
  }
  if (hits.length === 0) return null
  return (
    <ol className="hits">
      {hits.map((hit) => (
        <li key={hit.href}>
          <p className="tag">
            {[t(`kind.${hit.kind}`), placeOf(hit)].filter((words) => words !== '').join(' · ')}
          </p>
          <h2>
            <a href={`/courses/${course.slug}/${hit.href}`}>
              <WithChinese>{hit.title}</WithChinese>
            </a>
          </h2>
          {hit.pieces.join('') !== '' && (
            <p>
              {hit.pieces.map((piece, at) => {
                const key = `${at}-${piece}`
                return at % 2 === 1 ? (
                  <mark key={key}>
                    <WithChinese>{piece}</WithChinese>
                  </mark>
                ) : (
                  <span key={key}>
                    <WithChinese>{piece}</WithChinese>
                  </span>
                )
              })}
            </p>
          )}
        </li>
      ))}
    </ol>
  )
}
