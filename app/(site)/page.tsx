import { getTranslations } from 'next-intl/server'
import { CourseList } from '@/components/course/course-list'
import { CourseSummary } from '@/components/course/course-summary'
import { HomeAudiences } from '@/components/site/home/home-audiences'
import { HomeOpening } from '@/components/site/home/home-opening'
import { Page } from '@/components/site/page'
import { findViewer } from '@/lib/auth/viewer'
import { listCourses } from '@/lib/content/library'
import { findStanding } from '@/lib/data/standing'
import type { Course } from '@/lib/domain/course-content'
import { lessonLevels } from '@/lib/domain/mastery'
import { waitingForMixed } from '@/lib/domain/mixed-quiz'
import { nextStep } from '@/lib/domain/next-step'
import { readIn } from '@/lib/domain/progress'
import { planOf } from '@/lib/domain/release'
import { type CourseStanding, NOTHING_YET } from '@/lib/domain/standing'

const levelsIn = (course: Course, { levels, progress }: CourseStanding) =>
  lessonLevels(planOf(course).lessons, levels, readIn(course.slug, progress))

/** Where the main button leads. */
function goOnAt(
  { progress, dueToday, levels, places }: CourseStanding,
  course: Course | undefined,
): string {
  if (!course) return '/#courses'
  const plan = planOf(course)
  const waiting = waitingForMixed(plan.lessons, levels)
  const step = nextStep(plan, progress, { dueToday, waiting, places })
  if (step.kind === 'continue') return `/attempts/${step.attemptId}`
  if (step.kind === 'review') return '/review'
  const at = `/courses/${course.slug}`
  return step.kind === 'read'
    ? `${at}/lessons/${step.lesson}${step.anchor ? `#${step.anchor}` : ''}`
    : at
}

export default async function HomePage() {
  const t = await getTranslations('home')
  const viewer = await findViewer()
  const now = new Date()
  const courses = await listCourses()
  const standings = await Promise.all(
    courses.map(async ({ slug }) => (viewer ? findStanding(viewer, slug, now) : NOTHING_YET)),
  )
  const { progress } = standings[0] ?? NOTHING_YET
  const hasBegun = progress.attempts.length + progress.reads.length > 0
  const href = goOnAt(standings[0] ?? NOTHING_YET, courses[0])
  return (
    <Page viewer={viewer}>
      <HomeOpening action={{ label: t(hasBegun ? 'goOn' : 'begin'), href }} />
      <CourseList>
        {courses.map((course, place) => (
          <CourseSummary
            key={course.slug}
            course={course}
            levels={viewer ? levelsIn(course, standings[place] ?? NOTHING_YET) : undefined}
          />
        ))}
      </CourseList>
      <HomeAudiences />
    </Page>
  )
}
