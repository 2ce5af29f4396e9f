import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { zonedText } from '@/components/assignment/zoned'
import { AttemptLines } from '@/components/gradebook/attempt-lines'
import { CommentForm, LiftForm, OverrideForm } from '@/components/gradebook/grade-forms'
import { GradeHistory } from '@/components/gradebook/grade-history'
import { GradeStanding } from '@/components/gradebook/grade-standing'
import { Page } from '@/components/site/page'
import { Crumbs } from '@/components/ui/crumbs'
import { requireMember } from '@/lib/auth/viewer'
import { findGradeDetails } from '@/lib/data/grade-details'
import { isTeaching } from '@/lib/domain/class'
import { workingsOf } from '@/lib/domain/grade-details'
import { liftOverride, overrideGrade, saveComment } from './actions'

type Props = { params: Promise<{ classId: string; quizId: string; studentId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gradebook'))('cellTitle'), robots: { index: false } }
}

export default async function GradePage({ params }: Props) {
  const { classId, quizId, studentId } = await params
  const quiz = `/classes/${classId}/quizzes/${quizId}`
  const here = `${quiz}/students/${studentId}`
  const viewer = await requireMember(here)
  const ids = z.array(z.uuid()).safeParse([classId, quizId, studentId])
  const place = { classId, quizId, studentId }
  const details = (ids.success ? await findGradeDetails(viewer, place) : null) ?? notFound()
  const { cell, lines } = workingsOf(details, new Date())
  const t = await getTranslations('gradebook')
  const { student, timeZone, override, comment } = details
  const mayChange = isTeaching(details.role) && !details.archivedAt
  const hidden = { ...place, back: here }
  return (
    <Page viewer={viewer} current="classes">
      <Crumbs
        items={[
          { label: details.className, href: `/classes/${classId}` },
          { label: details.short, href: `${quiz}/live` },
          { label: student.name },
        ]}
      />
      <h1 className="mt-2">{student.name}</h1>
      <p className="lead my-5">{details.title}</p>
      <section aria-labelledby="standing" className="grid gap-5">
        <h2 id="standing" className="vh">
          {t('standingTitle')}
        </h2>
        <GradeStanding details={details} cell={cell} />
        {mayChange && (
          <p>
            <a href={`${quiz}/exceptions?student=${studentId}#exception-title`}>
              {t('exceptionLink')}
            </a>
          </p>
        )}
      </section>
      <section aria-labelledby="attempts" className="mt-12">
        <h2 id="attempts" className="mb-4">
          {t('attempts')}
        </h2>
        <AttemptLines lines={lines} timeZone={timeZone} />
      </section>
      {mayChange && (
        <section aria-labelledby="override" className="mt-12 grid gap-4">
          <h2 id="override">{t('overrideTitle')}</h2>
          <p className="max-w-xl">{t('overrideLead', { name: student.name })}</p>
          <OverrideForm action={overrideGrade} hidden={hidden} points={cell.points} />
          {override && (
            <>
              <h3 className="mt-5">{t('liftTitle')}</h3>
              <LiftForm action={liftOverride} hidden={hidden} />
            </>
          )}
        </section>
      )}
      <section aria-labelledby="comment" className="mt-12 grid gap-4">
        <h2 id="comment">{t('commentTitle')}</h2>
        {comment ? (
          <div className="max-w-xl">
            <p className="whitespace-pre-line">{comment.text}</p>
            <p className="cap mt-2">
              {t('commentBy', {
                name: comment.by ?? t('someone'),
                at: zonedText(comment.at, timeZone),
              })}
            </p>
          </div>
        ) : (
          !mayChange && <p>{t('noComment')}</p>
        )}
        {mayChange && (
          <CommentForm
            action={saveComment}
            hidden={hidden}
            name={student.name}
            text={comment?.text ?? ''}
          />
        )}
      </section>
      <section aria-labelledby="history" className="mt-12">
        <h2 id="history" className="mb-4">
          {t('history')}
        </h2>
        <GradeHistory history={details.history} timeZone={timeZone} />
      </section>
    </Page>
  )
}
