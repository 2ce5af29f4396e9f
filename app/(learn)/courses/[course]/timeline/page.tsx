import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CourseHead } from '@/components/course/course-head'
import { TimelineList } from '@/components/course/timeline-list'
import { Page } from '@/components/site/page'
import { findCourse, listCourses } from '@/lib/content/library'

type Props = { params: Promise<{ course: string }> }

/** The same for everybody, so it is made once, at the build. */
export const dynamic = 'force-static'
export const dynamicParams = false

export async function generateStaticParams() {
  return (await listCourses())
    .filter(({ events }) => events.length > 0)
    .map(({ slug }) => ({ course: slug }))
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const course = await findCourse((await params).course)
  const t = await getTranslations('timeline')
  return course ? { title: t('pageTitle', { course: course.file.title }) } : {}
}

export default async function TimelinePage({ params }: Props) {
  const course = (await findCourse((await params).course)) ?? notFound()
  const t = await getTranslations('timeline')
  return (
    <Page current="courses">
      <CourseHead course={course} current="timeline" />
      <h1>{t('title')}</h1>
      <p className="lead my-5">{t('lead', { count: course.events.length })}</p>
      <TimelineList
        courseSlug={course.slug}
        events={course.events}
        lessons={course.lessons}
        facts={course.facts}
      />
    </Page>
  )
}
