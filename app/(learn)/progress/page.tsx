import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ProgressList } from '@/components/progress/progress-list'
import { Recommended } from '@/components/progress/recommended'
import { ScoreChart } from '@/components/progress/score-chart'
import { ScoreText } from '@/components/result/score-text'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LocalTime } from '@/components/ui/local-time'
import { Notice } from '@/components/ui/notice'
import { findViewer } from '@/lib/auth/viewer'
import { listCourses } from '@/lib/content/library'
import { findStanding } from '@/lib/data/standing'
import { toNumber } from '@/lib/domain/fraction'
import { lessonLevels } from '@/lib/domain/mastery'
import { waitingForMixed } from '@/lib/domain/mixed-quiz'
import { nextStep } from '@/lib/domain/next-step'
import { readIn, shareOf, standings } from '@/lib/domain/progress'
import { planOf } from '@/lib/domain/release'
import { percentOf } from '@/lib/domain/score-format'
import { NOTHING_YET } from '@/lib/domain/standing'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('own'))('title') }
}

export default async function ProgressPage() {
  const t = await getTranslations('own')
  const viewer = await findViewer()
  const now = new Date()
  const courses = await listCourses()
  const standing = await Promise.all(
    courses.map(async ({ slug }) => (viewer ? findStanding(viewer, slug, now) : NOTHING_YET)),
  )
  const { progress } = standing[0] ?? NOTHING_YET
  const rows = standings(progress.attempts)
  const points = progress.attempts
    .flatMap((attempt) => {
      const share = shareOf(attempt)
      return attempt.submittedAt && share
        ? [
            {
              at: attempt.submittedAt,
              share: toNumber(share),
              percent: percentOf(share),
              label: attempt.title,
            },
          ]
        : []
    })
    .reverse()
  return (
    <Page viewer={viewer} current="progress">
      <h1>{t('title')}</h1>
      <p className="lead my-5">
        {t('lead', {
          lessons: progress.reads.length,
          quizzes: rows.length,
          attempts: points.length,
        })}
      </p>
      {(!viewer || viewer.isGuest) && (
        <div className="mb-8">
          <Notice tone="information" title={t('guestTitle')}>
            {t('guest')} <a href="/sign-up?next=/progress">{t('guestLink')}</a>
          </Notice>
        </div>
      )}
      {courses.map((course, place) => {
        const plan = planOf(course)
        const { levels: byObjective, dueToday } = standing[place] ?? NOTHING_YET
        const waiting = waitingForMixed(plan.lessons, byObjective)
        const levels = lessonLevels(plan.lessons, byObjective, readIn(course.slug, progress))
        return (
          <div key={course.slug}>
            <Recommended
              step={nextStep(plan, progress, { dueToday, waiting })}
              courseSlug={course.slug}
            />
            <section className="mt-16" aria-labelledby={`map-${course.slug}`}>
              <h2 id={`map-${course.slug}`}>{t('map')}</h2>
              <p className="cap mt-1 mb-4">
                {t('mapHelp')} <a href={`/courses/${course.slug}/levels`}>{t('toRule')}</a>
              </p>
              <ProgressList
                items={course.lessons.map(({ slug, head }, index) => {
                  const isRead = progress.reads.some((read) => read.lessonSlug === slug)
                  return {
                    slug,
                    number: index + 1,
                    title: head.title,
                    href: `/courses/${course.slug}/lessons/${slug}`,
                    level: levels[slug] ?? 'not-started',
                    note: t(isRead ? 'isRead' : 'notRead'),
                  }
                })}
              />
            </section>
          </div>
        )
      })}
      <section className="mt-16" aria-labelledby="scores">
        <h2 id="scores" className="mb-4">
          {t('scores')}
        </h2>
        {points.length === 0 ? (
          <EmptyState
            title={t('emptyTitle')}
            action={<ButtonLink href="/#courses">{t('emptyAction')}</ButtonLink>}
          >
            {t('empty')}
          </EmptyState>
        ) : (
          <ScoreChart points={points} timeZone="UTC" />
        )}
      </section>
      {rows.length > 0 && (
        <section className="mt-16" aria-labelledby="quizzes">
          <h2 id="quizzes" className="mb-4">
            {t('quizzes')}
          </h2>
          <DataTable label={t('quizzes')}>
            <thead>
              <tr>
                <th scope="col">{t('quiz')}</th>
                <th scope="col" className="n">
                  {t('tries')}
                </th>
                <th scope="col" className="n">
                  {t('best')}
                </th>
                <th scope="col" className="n">
                  {t('latest')}
                </th>
                <th scope="col">{t('on')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ slug, title, attempts, best, latest }) => (
                <tr key={slug}>
                  <th scope="row">
                    <a href={`/courses/${latest.courseSlug}/quizzes/${slug}`}>{title}</a>
                  </th>
                  <td className="n">{attempts}</td>
                  {[best, latest].map((attempt, place) => (
                    <td key={place === 0 ? 'best' : 'latest'} className="n">
                      <a href={`/attempts/${attempt.id}/result`}>
                        {attempt.earned && attempt.points && (
                          <ScoreText earned={attempt.earned} points={attempt.points} />
                        )}
                      </a>
                    </td>
                  ))}
                  <td>{latest.submittedAt && <LocalTime at={latest.submittedAt} isDay />}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </section>
      )}
    </Page>
  )
}
