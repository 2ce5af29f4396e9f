import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CourseHead } from '@/components/course/course-head'
import { CourseMap } from '@/components/course/course-map'
import { CourseSource } from '@/components/course/course-source'
import { Recommended } from '@/components/progress/recommended'
import { Page } from '@/components/site/page'
import { findViewer } from '@/lib/auth/viewer'
import { findCourse } from '@/lib/content/library'
import { findProgress } from '@/lib/data/progress'
import { levelsOf, nextStep } from '@/lib/domain/progress'
import { planOf, sizeOf } from '@/lib/domain/release'

type Props = { params: Promise<{ course: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const course = await findCourse((await params).course)
  return course ? { title: course.file.title, description: course.file.summary } : {}
}

export default async function CourseRoute({ params }: Props) {
  const course = (await findCourse((await params).course)) ?? notFound()
  const viewer = await findViewer()
  const progress = viewer ? await findProgress(viewer) : { attempts: [], reads: [] }
  const plan = planOf(course)
  const step = nextStep(plan, progress)
  const t = await getTranslations('coursePage')
  // In the order of the lessons, then as the course lists the others.
  const places = [...course.lessons.map(({ head }) => head.quiz), ...course.file.quizzes]
  const quizzes = course.quizzes.toSorted(
    (one, other) => places.indexOf(one.slug) - places.indexOf(other.slug),
  )
  const current = 'lesson' in step ? step.lesson : null
  return (
    <Page viewer={viewer} current="courses">
      <CourseHead course={course} current="map" />
      <h1 className="mt-2">{course.file.title}</h1>
      <p className="lead mt-4 mb-8">{course.file.summary}</p>
      <CourseMap course={course} levels={levelsOf(plan, progress)} current={current} />
      <div className="mt-12">
        <Recommended step={step} courseSlug={course.slug} />
      </div>
      <div className="mt-16 grid gap-12 md:grid-cols-2">
        <section aria-labelledby="quizzes">
          <h2 id="quizzes">{t('quizzes')}</h2>
          <ul className="mt-4 grid list-none gap-4">
            {quizzes.map(({ slug, file }) => (
              <li key={slug} className="grid justify-items-start gap-1">
                <a className="go" href={`/courses/${course.slug}/quizzes/${slug}`}>
                  {file.title}
                </a>
                <span className="cap">
                  {t('quizSize', { questions: sizeOf(file), minutes: file.minutes })}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <CourseSource course={course.file} />
      </div>
    </Page>
  )
}
