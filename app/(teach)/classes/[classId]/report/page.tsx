import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { TotalRules } from '@/components/gradebook/total-rules'
import { ClassLines } from '@/components/report/class-lines'
import { QuizSummaries } from '@/components/report/quiz-summaries'
import { PrintRow, ReportHead } from '@/components/report/report-head'
import { Page } from '@/components/site/page'
import { Crumbs } from '@/components/ui/crumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { requireMember } from '@/lib/auth/viewer'
import { findBook } from '@/lib/data/book'
import { type BookLine, summariesOf, totalsOf } from '@/lib/domain/gradebook-report'

type Props = { params: Promise<{ classId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('report'))('classTitle'), robots: { index: false } }
}

export default async function ClassReportPage({ params }: Props) {
  const { classId } = await params
  const viewer = await requireMember(`/classes/${classId}/report`)
  if (!z.uuid().safeParse(classId).success) notFound()
  const now = new Date()
  const book = (await findBook(viewer, classId, now)) ?? notFound()
  const { name, quizzes, timeZone } = book.taught
  const lines: BookLine[] = []
  for await (const page of book.pages) lines.push(...page)
  const erased: BookLine[] = []
  for await (const page of book.erased) erased.push(...page)
  const t = await getTranslations('report')
  const words = await getTranslations('gradebook')
  return (
    <Page viewer={viewer} current="classes">
      <Crumbs items={[{ label: name, href: `/classes/${classId}` }, { label: t('classTitle') }]} />
      <div className="report mt-2">
        <ReportHead now={now} timeZone={timeZone}>
          <h1>{t('classOf', { name })}</h1>
          <p>{t('students', { count: lines.length })}</p>
        </ReportHead>
        {quizzes.length === 0 || lines.length === 0 ? (
          <EmptyState title={t('nothing')}>{t('nothingText')}</EmptyState>
        ) : (
          <>
            <PrintRow>
              <a className="go" href={`/classes/${classId}/report/students`}>
                {t('toStudents')}
              </a>
            </PrintRow>
            <section className="grid gap-3" aria-labelledby="quizzes-title">
              <h2 id="quizzes-title">{t('quizzes')}</h2>
              <QuizSummaries
                summaries={summariesOf(quizzes, lines, erased)}
                totals={totalsOf(lines)}
                weighting={book.weighting}
                timeZone={timeZone}
              />
              <p className="cap">{t('summaryHelp')}</p>
              {erased.length > 0 && <p className="cap">{t('erased', { count: erased.length })}</p>}
            </section>
            <section className="grid gap-3" aria-labelledby="lines-title">
              <h2 id="lines-title">{t('lines')}</h2>
              <ClassLines classId={classId} quizzes={quizzes} lines={lines} />
            </section>
            <section className="grid gap-3" aria-labelledby="rules-title">
              <h2 id="rules-title">{words('rulesTitle')}</h2>
              <TotalRules weighting={book.weighting} />
            </section>
          </>
        )}
      </div>
    </Page>
  )
}
