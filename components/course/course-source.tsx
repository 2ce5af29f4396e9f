import { useFormatter, useTranslations } from 'next-intl'
import { Icon } from '@/components/ui/icon'
import type { CourseFile } from '@/lib/domain/course'

/** What the course is made from: the article, its length, and when it was last checked. */
export function CourseSource({ course }: { course: Pick<CourseFile, 'article' | 'checked'> }) {
  const t = useTranslations('course')
  const format = useFormatter()
  const { title, publisher, url, words, sentences } = course.article
  return (
    <section className="course-source" aria-labelledby="source">
      <p className="tag">{t('source.tag')}</p>
      <h2 id="source">{title}</h2>
      <dl>
        <dt>{t('source.publisher')}</dt>
        <dd>{publisher}</dd>
        <dt>{t('source.length')}</dt>
        <dd>{t('source.lengthOf', { words, sentences })}</dd>
        <dt>{t('source.checked')}</dt>
        <dd>
          <time dateTime={course.checked}>
            {format.dateTime(new Date(course.checked), { dateStyle: 'long' })}
          </time>
        </dd>
      </dl>
      {url && (
        <p>
          <a className="go" href={url}>
            {t('source.read')} <Icon name="external" />
          </a>
        </p>
      )}
    </section>
  )
}
