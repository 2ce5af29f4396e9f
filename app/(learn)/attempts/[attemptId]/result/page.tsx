import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { crumbsOf, requireAttempt } from '@/app/(learn)/attempts/[attemptId]/found'
import { zonedText } from '@/components/assignment/zoned'
import { KeptNotice } from '@/components/attempt/kept-notice'
import { LateNotice, OwnLateNotice } from '@/components/late/late-notice'
import { AttemptLog } from '@/components/result/attempt-log'
import { ResultPage } from '@/components/result/result-page'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { learnerKey } from '@/lib/auth/learner-key'
import { findAssignment } from '@/lib/data/assignments'
import { listEvents } from '@/lib/data/attempt-log'
import type { FoundAttempt } from '@/lib/data/attempts'
import { ALL_SHOWN, lastCloseOf, SHOWABLES, type Showable, shownNow } from '@/lib/domain/assignment'
import { explainAll, scoreOf } from '@/lib/domain/attempt'
import type { MemberAssignment } from '@/lib/domain/class'
import { compare, fraction } from '@/lib/domain/fraction'
import { reviewedAll } from '@/lib/domain/review'

type Props = { params: Promise<{ attemptId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { attempt } = await requireAttempt((await params).attemptId, '/result')
  const t = await getTranslations('quiz')
  return { title: t('result', { quiz: attempt.version.short }), robots: { index: false } }
}

/** What the viewer may see of a result now; whoever teaches or learns alone, all of it. */
function dueNow(
  { assignmentId, submittedAt }: FoundAttempt,
  isOwn: boolean,
  assigned: MemberAssignment | null,
  now: Date,
) {
  if (!isOwn || !assignmentId) return { shown: ALL_SHOWN, lastClose: null }
  // Who has left the class is told no more by it.
  if (!assigned) return { shown: new Set<Showable>(), lastClose: null }
  const { rules, seats, underWay } = assigned
  const lastClose = lastCloseOf(assigned, rules, seats, underWay)
  return { shown: shownNow(rules.review, { submittedAt, lastClose }, now), lastClose }
}

export default async function ResultRoute({ params }: Props) {
  const { attemptId } = await params
  const { viewer, attempt } = await requireAttempt(attemptId, '/result')
  if (!attempt.submittedAt) redirect(`/attempts/${attemptId}`)
  const t = await getTranslations('quiz')
  const format = await getFormatter()
  const { version, learner, classId } = attempt
  const isOwn = learner.id === viewer.id
  const now = new Date()
  const assigned =
    isOwn && attempt.assignmentId ? await findAssignment(viewer, attempt.assignmentId) : null
  // The log is for who teaches the class, and in its zone.
  const events = isOwn ? [] : await listEvents(viewer, attemptId)
  const { shown, lastClose } = dueNow(attempt, isOwn, assigned, now)
  const showsMore = assigned?.rules.review.afterClose.some((what) => !shown.has(what)) ?? false
  const explained = explainAll(attempt)
  const explanations = reviewedAll(explained, shown)
  const total = scoreOf(explained)
  const isFull = shown.has('score') && compare(total.earned, fraction(total.points)) === 0
  const course = `/courses/${version.course.slug}`
  const on = format.dateTime(attempt.submittedAt, { dateStyle: 'long', timeZone: 'UTC' })
  const next = attempt.assignmentId
    ? {
        title: t('next.classTitle'),
        text: t('next.classText'),
        href: `/assignments/${attempt.assignmentId}`,
        label: t('next.classGo'),
      }
    : isFull
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
        score={shown.has('score') ? total : null}
        later={
          shown.size < SHOWABLES.length && assigned
            ? t(lastClose && now < lastClose && showsMore ? 'laterAt' : 'laterNever', {
                at: lastClose ? zonedText(lastClose, assigned.timeZone) : '',
              })
            : null
        }
        pass={version.pass}
        explanations={explanations}
        lessonHref={(lesson) => `${course}/lessons/${lesson}`}
        notice={
          <>
            {isOwn && (
              <KeptNotice
                learner={learnerKey(viewer)}
                words={(await getTranslations('attempt')).raw('kept')}
              />
            )}
            {isOwn ? (
              <OwnLateNotice counts={attempt.late} />
            ) : (
              <LateNotice
                count={attempt.late.waiting}
                href={`/classes/${classId}/quizzes/${attempt.quizId}/late`}
              />
            )}
            {isOwn && viewer.isGuest ? (
              <Notice tone="information" title={t('guestTitle')}>
                {t('guest')}{' '}
                <a href={`/sign-up?next=/attempts/${attemptId}/result`}>{t('guestLink')}</a>
              </Notice>
            ) : null}
          </>
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
      {events.length > 0 && (
        <AttemptLog
          events={events}
          questionIds={explained.map(({ id }) => id)}
          timeZone={attempt.timeZone ?? 'UTC'}
        />
      )}
    </Page>
  )
}
