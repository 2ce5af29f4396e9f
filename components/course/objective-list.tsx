import { useTranslations } from 'next-intl'
import { LevelMark } from '@/components/progress/level-mark'
import type { Course } from '@/lib/domain/course-content'
import type { Level } from '@/lib/domain/mastery'

/** Every objective of a course under its lesson, with its level in picture and word. */
export function ObjectiveList({
  course: { slug, lessons },
  levels,
}: {
  course: Course
  /** By objective; one that is not in it is not started. */
  levels: ReadonlyMap<string, Level>
}) {
  const t = useTranslations('mastery')
  return (
    <section className="mt-16" aria-labelledby="objectives">
      <h2 id="objectives">{t('title')}</h2>
      <p className="cap mt-1 mb-6">
        {t('lead')} <a href={`/courses/${slug}/levels`}>{t('toRule')}</a>
      </p>
      <ol className="objectives">
        {lessons.map((lesson, place) => (
          <li key={lesson.slug}>
            <h3>
              <a href={`/courses/${slug}/lessons/${lesson.slug}`}>
                {place + 1} {lesson.head.short}
              </a>
            </h3>
            <ul>
              {lesson.head.objectives.map(({ id, text }) => (
                <li key={id}>
                  <LevelMark seed={id} level={levels.get(id) ?? 'not-started'} />
                  <span>{text}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}
