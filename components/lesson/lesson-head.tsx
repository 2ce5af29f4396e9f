import { useFormatter, useTranslations } from 'next-intl'
import { Crumbs } from '@/components/ui/crumbs'
import type { Course } from '@/lib/domain/course-content'
import type { Lesson } from '@/lib/domain/lesson'
import { CourseStrip } from './course-strip'
import { LessonPlace } from './lesson-place'

/** Title, length, the day on which the text was checked, and what one can do afterwards. */
export function LessonHead({
  course,
  lesson,
  number,
}: {
  course: Pick<Course, 'slug' | 'file' | 'lessons'>
  lesson: Lesson
  number: number
}) {
  const t = useTranslations('lesson')
  const words = useTranslations('lessonPlace')
  const format = useFormatter()
  const place = { stopped: words.raw('stopped'), go: words.raw('go') }
  return (
    <header className="read-head">
      <Crumbs
        items={[
          { label: course.file.title, href: `/courses/${course.slug}` },
          { label: t('place', { number, count: course.lessons.length }) },
        ]}
      />
      <CourseStrip
        courseSlug={course.slug}
        current={lesson.slug}
        lessons={course.lessons.map(({ slug, head }) => ({ slug, title: head.short }))}
        words={t.raw('strip')}
      />
      <h1>{lesson.head.title}</h1>
      <p className="cap">
        {t('length', { minutes: lesson.minutes, words: lesson.words })}{' '}
        {t('asOf', { date: format.dateTime(new Date(lesson.head.asOf), { dateStyle: 'long' }) })}
      </p>
      <LessonPlace courseSlug={course.slug} lessonSlug={lesson.slug} words={place} />
      <div className="read-goals">
        <p className="tag">{t('goals')}</p>
        <ul>
          {lesson.head.objectives.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      </div>
    </header>
  )
}
