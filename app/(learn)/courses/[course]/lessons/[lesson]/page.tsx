import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LessonArticle } from '@/components/lesson/lesson-article'
import { Page } from '@/components/site/page'
import { Button } from '@/components/ui/button'
import { findLesson, listCourses } from '@/lib/content/library'
import { markRead } from './actions'

type Props = { params: Promise<{ course: string; lesson: string }> }

/** Lessons are the same for everybody, so they are made once, at the build. */
export const dynamic = 'force-static'
export const dynamicParams = false

export async function generateStaticParams() {
  return (await listCourses()).flatMap(({ slug, lessons }) =>
    lessons.map((lesson) => ({ course: slug, lesson: lesson.slug })),
  )
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, lesson } = await params
  const found = await findLesson(course, lesson)
  return found ? { title: found.lesson.head.title, description: found.lesson.head.summary } : {}
}

export default async function LessonPage({ params }: Props) {
  const { course: courseSlug, lesson: slug } = await params
  const { course, lesson, number, previous, next } =
    (await findLesson(courseSlug, slug)) ?? notFound()
  const t = await getTranslations('lesson')
  return (
    <Page current="courses">
      <LessonArticle
        course={course}
        lesson={lesson}
        number={number}
        previous={previous}
        next={next}
        readSlot={
          <form action={markRead}>
            <input type="hidden" name="course" value={course.slug} />
            <input type="hidden" name="lesson" value={lesson.slug} />
            <Button type="submit" variant="quiet">
              {t('markRead')}
            </Button>
          </form>
        }
      />
    </Page>
  )
}
