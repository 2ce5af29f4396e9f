import { getTranslations } from 'next-intl/server'
import { MasteryChart } from '@/components/progress/mastery-chart'
import { ProgressList } from '@/components/progress/progress-list'
import { Recommended } from '@/components/progress/recommended'
import type { Course } from '@/lib/domain/course-content'
import type { Evidence } from '@/lib/domain/evidence'
import type { LessonPlace } from '@/lib/domain/lesson-place'
import { type Level, lessonLevels, masteryHistory } from '@/lib/domain/mastery'
import { waitingForMixed } from '@/lib/domain/mixed-quiz'
import { nextStep } from '@/lib/domain/next-step'
import { type OwnProgress, readIn } from '@/lib/domain/progress'
import { planOf } from '@/lib/domain/release'
import type { Day } from '@/lib/domain/study-day'
import { masteryDays } from '@/lib/domain/study-history'

/** So many days are drawn at most. */
const DAYS = 90

/** The next step, the map and the levels over time of one course. */
export async function CourseProgress({
  course,
  progress,
  evidence,
  dueToday,
  places,
  today,
  timeZone,
}: {
  course: Course
  progress: OwnProgress
  evidence: readonly Evidence[]
  dueToday: number
  places: readonly LessonPlace[]
  today: Day
  timeZone: string
}) {
  const t = await getTranslations('own')
  const notes = await getTranslations('progressPage.lessonNote')
  const plan = planOf(course)
  const history = masteryHistory(evidence)
  const levels: ReadonlyMap<string, Level> = history.at(-1)?.levels ?? new Map()
  const read = readIn(course.slug, progress)
  const ofLessons = lessonLevels(plan.lessons, levels, read)
  const waiting = waitingForMixed(plan.lessons, levels)
  const objectives = plan.lessons.flatMap((lesson) => lesson.objectives.map(({ id }) => id))
  const days = masteryDays(history, objectives, timeZone, today, DAYS)
  const noteOf = (slug: string): string | undefined => {
    const level = ofLessons[slug] ?? 'not-started'
    if (level === 'mastered') return notes('held')
    if (level === 'proficient') return notes('waiting')
    const own = plan.lessons.find((lesson) => lesson.slug === slug)?.objectives ?? []
    const open = own.find(({ id }) =>
      ['not-started', level].includes(levels.get(id) ?? 'not-started'),
    )
    if (level === 'not-started') return undefined
    if (own.every(({ id }) => !levels.has(id))) return notes('read')
    return open && notes('open', { text: open.text })
  }
  return (
    <>
      <Recommended
        step={nextStep(plan, progress, { dueToday, waiting, places })}
        courseSlug={course.slug}
      />
      <section className="mt-16" aria-labelledby={`map-${course.slug}`}>
        <h2 id={`map-${course.slug}`}>{t('map')}</h2>
        <p className="cap mt-1 mb-4">
          {t('mapHelp')} <a href={`/courses/${course.slug}/levels`}>{t('toRule')}</a>
        </p>
        <ProgressList
          items={course.lessons.map(({ slug, head }, index) => ({
            ...{ slug, number: index + 1, title: head.title },
            href: `/courses/${course.slug}/lessons/${slug}`,
            level: ofLessons[slug] ?? 'not-started',
            note: noteOf(slug),
          }))}
        />
      </section>
      {days.length > 0 && (
        <div className="mt-12">
          <MasteryChart days={days} all={objectives.length} />
        </div>
      )}
    </>
  )
}
