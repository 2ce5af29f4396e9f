import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { PrintRow, ReportHead } from '@/components/report/report-head'
import { StudentReport } from '@/components/report/student-report'
import { Page } from '@/components/site/page'
import { Crumbs } from '@/components/ui/crumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { requireMember } from '@/lib/auth/viewer'
import { findBook } from '@/lib/data/book'
import type { BookLine } from '@/lib/domain/gradebook-report'

type Props = { params: Promise<{ classId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('report'))('studentsTitle'), robots: { index: false } }
}

/** A report for each student of a class, each on a sheet of its own when it is printed. */
export default async function StudentReportsPage({ params }: Props) {
  const { classId } = await params
  const viewer = await requireMember(`/classes/${classId}/report/students`)
  if (!z.uuid().safeParse(classId).success) notFound()
  const now = new Date()
  const book = (await findBook(viewer, classId, now)) ?? notFound()
  const { name, timeZone } = book.taught
  const lines: BookLine[] = []
  for await (const page of book.pages) lines.push(...page)
  const t = await getTranslations('report')
  return (
    <Page viewer={viewer} current="classes">
      <Crumbs
        items={[
          { label: name, href: `/classes/${classId}` },
          { label: t('classTitle'), href: `/classes/${classId}/report` },
          { label: t('studentsTitle') },
        ]}
      />
      <div className="not-printed mt-2 mb-8 grid gap-4">
        <h1>{t('studentsTitle')}</h1>
        <p>{t('studentsLead', { count: lines.length })}</p>
        {lines.length > 0 && <PrintRow />}
      </div>
      {lines.length === 0 ? (
        <EmptyState title={t('nothing')}>{t('nothingText')}</EmptyState>
      ) : (
        <div className="reports">
          {lines.map((line) => (
            <article key={line.studentId} className="report" aria-labelledby={line.studentId}>
              <ReportHead now={now} timeZone={timeZone}>
                <h2 id={line.studentId}>{line.name}</h2>
                <p>{name}</p>
              </ReportHead>
              <StudentReport line={line} timeZone={timeZone} />
            </article>
          ))}
        </div>
      )}
    </Page>
  )
}
