import type { Metadata } from 'next'
import { getFormatter, getTranslations } from 'next-intl/server'
import { CalendarMonth } from '@/components/progress/calendar-month'
import { CalibrationChart } from '@/components/progress/calibration-chart'
import { ComingBack } from '@/components/progress/coming-back'
import { ForecastChart } from '@/components/progress/forecast-chart'
import { WeekGoal } from '@/components/progress/week-goal'
import { MovedNotice } from '@/components/site/moved-notice'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { findMoved } from '@/lib/auth/moved'
import { findViewer } from '@/lib/auth/viewer'
import { listCourses } from '@/lib/content/library'
import { findEvidence } from '@/lib/data/evidence'
import { listPlaces } from '@/lib/data/lesson-places'
import { findProgress } from '@/lib/data/progress'
import { takeUpAnswers } from '@/lib/data/review-log'
import { findStudyHistory } from '@/lib/data/study-history'
import { calibrate } from '@/lib/domain/calibration'
import type { Evidence } from '@/lib/domain/evidence'
import type { LessonPlace } from '@/lib/domain/lesson-place'
import { heightOf, lessonLevels, levelsAfter } from '@/lib/domain/mastery'
import { readIn } from '@/lib/domain/progress'
import { planOf } from '@/lib/domain/release'
import { forecast, setOfDay } from '@/lib/domain/schedule'
import { dayOf, USUAL_ZONE } from '@/lib/domain/study-day'
import { isMonth, monthOf, studyDays } from '@/lib/domain/study-history'
import { USUAL_SETTINGS } from '@/lib/domain/study-settings'
import type { Viewer } from '@/lib/domain/viewer'
import { setGoal } from './actions'
import { CourseProgress } from './course'
import { Scores } from './scores'

/** The days to come that are drawn. */
const AHEAD = 30

type Props = { searchParams: Promise<{ month?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('own'))('title') }
}

async function historyOf(viewer: Viewer | null, now: Date) {
  const courses = await listCourses()
  if (!viewer)
    return {
      ...{
        courses,
        progress: { attempts: [], reads: [] },
        evidence: new Map<string, Evidence[]>(),
        places: new Map<string, LessonPlace[]>(),
      },
      history: {
        settings: USUAL_SETTINGS,
        cards: [],
        reviewed: [],
        reviewedOn: new Map(),
        sure: [],
      },
    }
  await takeUpAnswers(viewer, now)
  const evidence = new Map<string, Evidence[]>()
  const places = new Map<string, LessonPlace[]>()
  for (const { slug } of courses) {
    evidence.set(slug, await findEvidence(viewer, slug, now))
    places.set(slug, await listPlaces(viewer, slug))
  }
  return {
    courses,
    evidence,
    places,
    progress: await findProgress(viewer),
    history: await findStudyHistory(viewer, now),
  }
}

export default async function ProgressPage({ searchParams }: Props) {
  const { month: asked } = await searchParams
  const t = await getTranslations()
  const format = await getFormatter()
  const viewer = await findViewer()
  const now = new Date()
  const { courses, progress, evidence, places, history } = await historyOf(viewer, now)
  const timeZone = history.settings.timeZone ?? USUAL_ZONE
  const today = dayOf(now, timeZone)
  const studied = studyDays(
    {
      handedIn: progress.attempts.flatMap(({ submittedAt }) => submittedAt ?? []),
      read: progress.reads.map(({ readAt }) => readAt),
      reviewed: history.reviewed,
    },
    timeZone,
  )
  const { dailyCap, weeklyGoal } = history.settings
  const done = history.reviewedOn.get(today) ?? 0
  const ahead = forecast(history.cards, today, dailyCap, done, AHEAD)
  const dueToday = setOfDay(history.cards, today, dailyCap, done).length
  const month = isMonth(asked) ? asked : monthOf(today)
  const levels = courses.flatMap((course) => {
    const known = levelsAfter(evidence.get(course.slug) ?? [])
    const { lessons } = planOf(course)
    return Object.values(lessonLevels(lessons, known, readIn(course.slug, progress)))
  })
  const held = levels.filter((level) => heightOf(level) >= heightOf('proficient')).length
  const ahead0 = levels.filter((level) => level === 'not-started').length
  return (
    <Page viewer={viewer} current="progress">
      <h1>{t('own.title')}</h1>
      <p className="lead my-5">
        {t('progressPage.lead', {
          days: studied.filter(({ day }) => monthOf(day) === monthOf(today)).length,
          month: format.dateTime(now, { month: 'long', timeZone }),
          held,
          underWay: levels.length - held - ahead0,
          ahead: ahead0,
        })}
      </p>
      <MovedNotice moved={await findMoved()} />
      {(!viewer || viewer.isGuest) && (
        <div className="mb-8">
          <Notice tone="information" title={t('own.guestTitle')}>
            {t('own.guest')} <a href="/sign-up?next=/progress">{t('own.guestLink')}</a>
          </Notice>
        </div>
      )}
      {courses.map((course) => (
        <CourseProgress
          key={course.slug}
          course={course}
          progress={progress}
          evidence={evidence.get(course.slug) ?? []}
          dueToday={dueToday}
          places={places.get(course.slug) ?? []}
          today={today}
          timeZone={timeZone}
        />
      ))}
      <div className="progress-pair">
        <CalendarMonth
          month={month}
          today={today}
          studied={new Map(studied.map((day) => [day.day, day]))}
          due={new Map(ahead.map(({ day, asked: count }) => [day, count]))}
          from={monthOf(studied[0]?.day ?? today)}
        />
        <div className="grid content-start gap-12">
          <ComingBack days={ahead} cards={history.cards} today={today} />
          {viewer && (
            <WeekGoal
              today={today}
              studied={new Set(studied.map(({ day }) => day))}
              goal={weeklyGoal}
              action={setGoal}
            />
          )}
        </div>
      </div>
      {history.cards.length > 0 && (
        <div className="mt-16">
          <ForecastChart days={ahead} />
        </div>
      )}
      <Scores attempts={progress.attempts} timeZone={timeZone} />
      <section className="mt-16" aria-labelledby="calibration">
        <h2 id="calibration" className="mb-4">
          {t('progressPage.calibration.title')}
        </h2>
        {history.sure.length > 0 ? (
          <CalibrationChart groups={calibrate(history.sure)} />
        ) : (
          <p>{t('progressPage.calibration.none')}</p>
        )}
      </section>
    </Page>
  )
}
