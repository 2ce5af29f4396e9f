import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CertificateOffer } from '@/components/certificate/certificate-offer'
import { CourseHead } from '@/components/course/course-head'
import { CourseMap } from '@/components/course/course-map'
import { CourseSource } from '@/components/course/course-source'
import { MixedOffer } from '@/components/course/mixed-offer'
import { ObjectiveList } from '@/components/course/objective-list'
import { QuizList } from '@/components/course/quiz-list'
import { Recommended } from '@/components/progress/recommended'
import { Page } from '@/components/site/page'
import { findViewer } from '@/lib/auth/viewer'
import { findCourse } from '@/lib/content/library'
import { findStanding } from '@/lib/data/standing'
import { lessonLevels } from '@/lib/domain/mastery'
import { waitingForMixed } from '@/lib/domain/mixed-quiz'
import { nextStep } from '@/lib/domain/next-step'
import { readIn, standings } from '@/lib/domain/progress'
import { planOf, quizzesInOrder, sizeOf } from '@/lib/domain/release'
import { NOTHING_YET } from '@/lib/domain/standing'
import { startMixed } from './actions'

type Props = { params: Promise<{ course: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const course = await findCourse((await params).course)
  return course ? { title: course.file.title, description: course.file.summary } : {}
}

export default async function CourseRoute({ params }: Props) {
  const course = (await findCourse((await params).course)) ?? notFound()
  const viewer = await findViewer()
  const { progress, levels, dueToday, places } = viewer
    ? await findStanding(viewer, course.slug, new Date())
    : NOTHING_YET
  const plan = planOf(course)
  const waiting = waitingForMixed(plan.lessons, levels)
  const step = nextStep(plan, progress, { dueToday, waiting, places })
  const own = standings(progress.attempts.filter(({ courseSlug }) => courseSlug === course.slug))
  const quizzes = quizzesInOrder(course).map(({ slug, file }) => ({
    slug,
    title: file.title,
    questions: sizeOf(file),
    minutes: file.minutes,
    best: own.find((standing) => standing.slug === slug)?.best ?? null,
  }))
  const current = 'lesson' in step ? step.lesson : null
  return (
    <Page viewer={viewer} current="courses">
      <CourseHead course={course} current="map" />
      <h1 className="mt-2">{course.file.title}</h1>
      <p className="lead mt-4 mb-8">{course.file.summary}</p>
      <CourseMap
        course={course}
        levels={lessonLevels(plan.lessons, levels, readIn(course.slug, progress))}
        current={current}
      />
      <div className="mt-12">
        <Recommended step={step} courseSlug={course.slug} mix={startMixed} />
      </div>
      <ObjectiveList course={course} levels={levels} />
      <div className="mt-16 grid gap-12 md:grid-cols-2">
        <QuizList courseSlug={course.slug} quizzes={quizzes} />
        <div className="grid content-start gap-12">
          <CourseSource course={course.file} />
          {plan.pool && <MixedOffer courseSlug={course.slug} waiting={waiting} mix={startMixed} />}
          <CertificateOffer courseSlug={course.slug} />
        </div>
      </div>
    </Page>
  )
}
