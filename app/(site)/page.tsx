import { getTranslations } from 'next-intl/server'
import { CourseList } from '@/components/course/course-list'
import { CourseSummary } from '@/components/course/course-summary'
import { HomeAudiences } from '@/components/site/home/home-audiences'
import { HomeOpening } from '@/components/site/home/home-opening'
import { Page } from '@/components/site/page'
import { findViewer } from '@/lib/auth/viewer'
import { listCourses } from '@/lib/content/library'
import { findProgress } from '@/lib/data/progress'
import { levelsOf, nextStep } from '@/lib/domain/progress'
import { planOf } from '@/lib/domain/release'

export default async function HomePage() {
  const t = await getTranslations('home')
  const viewer = await findViewer()
  const progress = viewer ? await findProgress(viewer) : null
  const courses = await listCourses()
  const [first] = courses
  const step = first && nextStep(planOf(first), progress ?? { attempts: [], reads: [] })
  const hasBegun = progress !== null && progress.attempts.length + progress.reads.length > 0
  const href =
    step?.kind === 'continue'
      ? `/attempts/${step.attemptId}`
      : step?.kind === 'read'
        ? `/courses/${first?.slug}/lessons/${step.lesson}`
        : `/courses/${first?.slug}`
  return (
    <Page viewer={viewer}>
      <HomeOpening action={{ label: t(hasBegun ? 'goOn' : 'begin'), href }} />
      <CourseList>
        {courses.map((course) => (
          <CourseSummary
            key={course.slug}
            course={course}
            levels={progress ? levelsOf(planOf(course), progress) : undefined}
          />
        ))}
      </CourseList>
      <HomeAudiences />
    </Page>
  )
}
