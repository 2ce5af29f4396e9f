import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { crumbsOf, requireAttempt } from '@/app/(learn)/attempts/[attemptId]/found'
import { zonedText } from '@/components/assignment/zoned'
import { KeptNotice } from '@/components/attempt/kept-notice'
import { MarkChanges } from '@/components/correction/mark-changes'
import { LateNotice, OwnLateNotice } from '@/components/late/late-notice'
import { AttemptLog } from '@/components/result/attempt-log'
import { CertaintyReport } from '@/components/result/certainty-report'
import { ResultPage } from '@/components/result/result-page'
import { MovedNotice } from '@/components/site/moved-notice'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { learnerKey } from '@/lib/auth/learner-key'
import { findMoved } from '@/lib/auth/moved'
import { findAftermath } from '@/lib/data/aftermath'
import { findAssignment } from '@/lib/data/assignments'
import { listEvents } from '@/lib/data/attempt-log'
import { SHOWABLES } from '@/lib/domain/assignment'
import { explainAll, scoreOf } from '@/lib/domain/attempt'
import { countsCertainty } from '@/lib/domain/behaviour'
import { certaintyReport } from '@/lib/domain/certainty'
import { compare, fraction } from '@/lib/domain/fraction'
import { reviewedAll, reviewedChanges } from '@/lib/domain/review'
import { dueNow, missedOf } from './due'
import { nextAfter } from './next'
import { reportsOf } from './reports'

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
  const came = attempt.isFollowedUp ? await findAftermath(viewer, attemptId) : null
  const reports =
    assigned?.role === 'student'
      ? reportsOf(attempt, came?.reports ?? [], assigned.archivedAt === null)
      : null
  const report = shown.has('score') ? certaintyReport(explained) : null
  const isFull = shown.has('score') && compare(total.earned, fraction(total.points)) === 0
  const course = `/courses/${version.course.slug}`
  const on = format.dateTime(attempt.submittedAt, { dateStyle: 'long', timeZone: 'UTC' })
  const next = isOwn ? await nextAfter(attempt, missedOf(explained, shown), isFull) : null
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
        beneath={
          report && (
            <CertaintyReport
              report={report}
              isByLevel={explanations.length > 0}
              isCounted={countsCertainty(attempt.behaviour)}
            />
          )
        }
        explanations={explanations}
        timeZone={attempt.timeZone ?? 'UTC'}
        changes={
          <>
            <MarkChanges
              changes={reviewedChanges(came?.changes ?? [], shown)}
              numbers={new Map(explained.map(({ id, number }) => [id, number]))}
              timeZone={attempt.timeZone ?? 'UTC'}
              isOwn={isOwn}
            />
            {explanations.length === 0 && reports?.any}
          </>
        }
        below={reports?.at}
        lessonHref={(lesson) => `${course}/lessons/${lesson}`}
        notice={
          <>
            {isOwn && <MovedNotice moved={await findMoved()} />}
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
        next={next}
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
