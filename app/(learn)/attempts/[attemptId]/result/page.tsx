import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { crumbsOf, requireAttempt } from '@/app/(learn)/attempts/[attemptId]/found'
import { ResultPage } from '@/components/result/result-page'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { explainAll, scoreOf } from '@/lib/domain/attempt'
import { compare, fraction } from '@/lib/domain/fraction'

type Props = { params: Promise<{ attemptId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { attempt } = await requireAttempt((await params).attemptId, '/result')
  const t = await getTranslations('quiz')
  return { title: t('result', { quiz: attempt.version.short }), robots: { index: false } }
}

export default async function ResultRoute({ params }: Props) {
  const { attemptId } = await params
  const { viewer, attempt } = await requireAttempt(attemptId, '/result')
  if (!attempt.submittedAt) redirect(`/attempts/${attemptId}`)
  const t = await getTranslations('quiz')
  const format = await getFormatter()
  const { version, learner, classId } = attempt
  const isOwn = learner.id === viewer.id
  const explanations = explainAll(attempt)
  const score = scoreOf(explanations)
  const isFull = compare(score.earned, fraction(score.points)) === 0
  const course = `/courses/${version.course.slug}`
  const on = format.dateTime(attempt.submittedAt, { dateStyle: 'long', timeZone: 'UTC' })
  const next = isFull
    ? {
        title: t('next.doneTitle'),
        text: t('next.doneText'),
        href: course,
        label: t('next.doneGo'),
      }
    : {
        title: t('next.againTitle'),
        text: t('next.againText'),
        href: `${course}/quizzes/${version.slug}`,
        label: t('next.againGo'),
      }
  return (
    <Page viewer={viewer} current={isOwn ? 'courses' : 'classes'}>
      <ResultPage
        crumbs={
          isOwn
            ? crumbsOf(attempt, t('resultOn', { on }))
            : [
                { label: t('toClass'), href: `/classes/${classId}` },
                { label: t('resultOf', { name: learner.name, title: version.title, on }) },
              ]
        }
        score={score}
        pass={version.pass}
        explanations={explanations}
        lessonHref={(lesson) => `${course}/lessons/${lesson}`}
        notice={
          isOwn && viewer.isGuest ? (
            <Notice tone="information" title={t('guestTitle')}>
              {t('guest')}{' '}
              <a href={`/sign-up?next=/attempts/${attemptId}/result`}>{t('guestLink')}</a>
            </Notice>
          ) : null
        }
        next={
          isOwn
            ? {
                title: next.title,
                text: next.text,
                action: (
                  <ButtonLink variant="main" href={next.href}>
                    {next.label}
                  </ButtonLink>
                ),
              }
            : null
        }
      />
    </Page>
  )
}
