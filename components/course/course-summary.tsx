import { useTranslations } from 'next-intl'
import { Island } from '@/components/progress/island'
import { ButtonLink } from '@/components/ui/button'
import { Strip } from '@/components/ui/strip'
import type { Course } from '@/lib/domain/course-content'
import type { Level } from '@/lib/domain/mastery'

/**
 * A course as one row of the home page. With `levels` it also shows how far the reader is; a
 * static page, which cannot know, leaves them out.
 */
export function CourseSummary({
  course,
  levels,
}: {
  course: Course
  levels?: Readonly<Record<string, Level>> | undefined
}) {
  const t = useTranslations('course')
  const href = `/courses/${course.slug}`
  const { title, summary, article } = course.file
  const minutes = course.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0)
  const questions = course.quizzes.reduce((sum, { file }) => sum + file.questions.length, 0)
  const begun = course.lessons.filter(
    ({ slug }) => (levels?.[slug] ?? 'not-started') !== 'not-started',
  ).length
  return (
    <article className="course-row">
      <div className="course-isles">
        {course.lessons.map(({ slug }) => (
          <Island key={slug} seed={slug} level={levels?.[slug] ?? 'not-started'} size="medium" />
        ))}
      </div>
      <div>
        <h3>
          <a href={href}>{title}</a>
        </h3>
        <p>{summary}</p>
        <p className="cap">
          {t('size', { lessons: course.lessons.length, minutes, questions, words: article.words })}
        </p>
      </div>
      <div>
        {levels && (
          <>
            <p className="tag">{t('place')}</p>
            <p className="course-place">{t('begun', { begun, lessons: course.lessons.length })}</p>
            <Strip
              cells={course.lessons.map(({ slug }) =>
                (levels[slug] ?? 'not-started') === 'not-started' ? 'ahead' : 'done',
              )}
              label={t('begun', { begun, lessons: course.lessons.length })}
            />
          </>
        )}
        <ButtonLink href={href}>{t('open')}</ButtonLink>
      </div>
    </article>
  )
}
