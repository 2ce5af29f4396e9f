import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { CorrectionFields, RemedyFields } from '@/components/correction/correction-fields'
import { CorrectionForm } from '@/components/correction/correction-form'
import { CorrectionHistory } from '@/components/correction/correction-history'
import { KeyText } from '@/components/correction/key-text'
import { RemedyLinks } from '@/components/correction/remedy-links'
import { ReportList } from '@/components/correction/report-list'
import { Page } from '@/components/site/page'
import { Crumbs } from '@/components/ui/crumbs'
import { Notice } from '@/components/ui/notice'
import { requireMember } from '@/lib/auth/viewer'
import { findCorrectable } from '@/lib/data/correctable'
import { isTeaching } from '@/lib/domain/class'
import { standingOf } from '@/lib/domain/correction'
import { remedyOf } from '@/lib/domain/correction-form'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { DONE, inForce, questionsIn } from '@/lib/domain/questions-page'
import type { Remedy } from '@/lib/domain/treatment'
import { putRight, settleReport, takeBack } from './actions'

type Props = {
  params: Promise<{ classId: string; quizId: string; questionId: string }>
  searchParams: Promise<{ remedy?: string | string[]; done?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('corrections'))('put'), robots: { index: false } }
}

async function PutRight({
  question,
  remedy,
  hidden,
}: {
  question: AuthoredQuestion
  remedy: Remedy
  hidden: Record<string, string>
}) {
  const t = await getTranslations('corrections')
  return (
    <section id="put" className="mt-12 grid grid-cols-1 gap-4" aria-labelledby="put-title">
      <h2 id="put-title">{t('put')}</h2>
      <RemedyLinks current={remedy} />
      <p className="max-w-xl">{t(`waysText.${remedy}`)}</p>
      <CorrectionForm action={putRight} hidden={{ ...hidden, remedy }} words={t.raw('form')}>
        {remedy === 'rekeyed' && <CorrectionFields question={question} />}
        <RemedyFields />
      </CorrectionForm>
    </section>
  )
}

export default async function QuestionPage({ params, searchParams }: Props) {
  const { classId, quizId, questionId } = await params
  const list = `/classes/${classId}/quizzes/${quizId}/questions`
  const here = `${list}/${encodeURIComponent(questionId)}`
  const viewer = await requireMember(here)
  if (!z.tuple([z.uuid(), z.uuid()]).safeParse([classId, quizId]).success) notFound()
  const quiz = (await findCorrectable(viewer, classId, quizId)) ?? notFound()
  const asked = questionsIn(quiz.versions).find(({ id }) => id === questionId) ?? notFound()
  const { shown: question, counts } = standingOf(asked, inForce(quiz.corrections))
  const corrections = quiz.corrections.filter((each) => each.questionId === questionId)
  const query = await searchParams
  const remedy = remedyOf([query.remedy].flat()[0])
  const done = DONE.find((each) => each === query.done)
  const mayTeach = isTeaching(quiz.role) && !quiz.archivedAt
  const hidden = { classId, quizId, questionId }
  const t = await getTranslations('corrections')
  return (
    <Page viewer={viewer} current="classes">
      <Crumbs
        items={[
          { label: quiz.className, href: `/classes/${classId}` },
          { label: quiz.short, href: list },
          { label: question.title },
        ]}
      />
      <h1 className="mt-2">{question.title}</h1>
      {done && (
        <div className="mt-4 max-w-xl">
          <Notice tone="information" live>
            {t(`done.${done}`)}
          </Notice>
        </div>
      )}
      <div className="mt-5 grid max-w-xl gap-3">
        <p className="lead">{question.prompt}</p>
        <p>
          <KeyText question={question} />
        </p>
        <p>{question.explanation}</p>
        <p className="cap">
          {t('points', { points: question.points })}
          {counts !== 'as-answered' && <> · {t(`remedies.${counts}`)}</>}
          {inForce(corrections).length > 0 && <> · {t('asCorrected')}</>}
        </p>
      </div>
      <ReportList
        reports={quiz.reports.filter((report) => report.questionId === questionId)}
        timeZone={quiz.timeZone}
        hidden={hidden}
        settle={mayTeach ? settleReport : null}
      />
      <CorrectionHistory
        corrections={corrections}
        timeZone={quiz.timeZone}
        hidden={hidden}
        takeBack={mayTeach ? takeBack : null}
      />
      {mayTeach && (
        <PutRight
          // What was told before holds no longer once something was put right or taken back.
          key={`${remedy} ${JSON.stringify(corrections.map(({ id, undoneAt }) => [id, undoneAt]))}`}
          question={question}
          remedy={remedy}
          hidden={{ ...hidden, back: `${here}?remedy=${remedy}` }}
        />
      )}
      {isTeaching(quiz.role) && quiz.archivedAt && (
        <div className="mt-12 max-w-xl">
          <Notice tone="information">{t('over')}</Notice>
        </div>
      )}
    </Page>
  )
}
