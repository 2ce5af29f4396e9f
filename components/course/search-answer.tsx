import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import type { Course } from '@/lib/domain/course-content'
import type { Found } from '@/lib/domain/search'
import { MOST_WORDS } from '@/lib/domain/search-words'
import { SearchHits } from './search-hits'

/** What a search came to: how much was found, what else may have been meant, and the places. */
export function SearchAnswer({
  course,
  found: { hits, isPartial, isCut },
  most,
  meant,
}: {
  course: Pick<Course, 'slug' | 'events'>
  found: Found
  /** As many as are looked for at most. */
  most: number
  /** The query in words that the course has, where some were unknown. */
  meant: string | null
}) {
  const t = useTranslations('search')
  const at = `/courses/${course.slug}`
  const count = hits.length
  return (
    <>
      {meant !== null && (
        <p className="my-4">
          {t.rich('meant', {
            query: () => <a href={`${at}/search?q=${encodeURIComponent(meant)}`}>{meant}</a>,
          })}
        </p>
      )}
      <p className="cap my-4">
        {isPartial ? t('partial') : count === most ? t('many', { count }) : t('found', { count })}
        {isCut && ` ${t('cut', { count: MOST_WORDS })}`}
      </p>
      {count === 0 && (
        <EmptyState
          title={t('none')}
          action={
            <>
              <a href={at}>{t('toLessons')}</a>
              <a href={`${at}/glossary`}>{t('toGlossary')}</a>
              {course.events.length > 0 && <a href={`${at}/timeline`}>{t('toTimeline')}</a>}
            </>
          }
        >
          <p>{t('noneHelp')}</p>
        </EmptyState>
      )}
      <SearchHits course={course} hits={hits} />
    </>
  )
}
