import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Crumbs } from '@/components/ui/crumbs'
import { Icon } from '@/components/ui/icon'
import type { Course } from '@/lib/domain/course-content'
import { LONGEST_QUERY } from '@/lib/domain/search-words'

/** The places of a course that are links; the search is a field beside them. */
const LINKS = ['map', 'glossary', 'timeline', 'sources'] as const
type CoursePlace = (typeof LINKS)[number] | 'search'

const addressOf = (slug: string, place: CoursePlace) =>
  place === 'map' ? `/courses/${slug}` : `/courses/${slug}/${place}`

/** Where one is in a course and where else one can go in it: its pages, and its search. */
export function CourseHead({
  course,
  current,
  query,
}: {
  course: Pick<Course, 'slug' | 'file' | 'events'>
  current: CoursePlace
  query?: string | undefined
}) {
  const t = useTranslations('coursePlaces')
  const { title } = course.file
  const home = current === 'map'
  const places = LINKS.filter((place) => place !== 'timeline' || course.events.length > 0)
  return (
    <>
      <Crumbs
        items={[
          { label: t('courses'), href: '/#courses' },
          home ? { label: title } : { label: title, href: addressOf(course.slug, 'map') },
          ...(home ? [] : [{ label: t(current) }]),
        ]}
      />
      <div className="place-bar">
        <nav aria-label={t('label')}>
          <ul>
            {places.map((place) => (
              <li key={place}>
                <a
                  href={addressOf(course.slug, place)}
                  aria-current={place === current ? 'page' : undefined}
                >
                  {t(place)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <search>
          <form action={addressOf(course.slug, 'search')}>
            <label className="sr-only" htmlFor="course-search">
              {t('searchLabel')}
            </label>
            <input
              id="course-search"
              name="q"
              type="search"
              defaultValue={query}
              placeholder={t('searchHint')}
              maxLength={LONGEST_QUERY}
              autoComplete="off"
            />
            <Button type="submit">
              <Icon name="search" /> {t('search')}
            </Button>
          </form>
        </search>
      </div>
    </>
  )
}
