import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { PrintRow, ReportHead } from '@/components/report/report-head'
import { StudentReport } from '@/components/report/student-report'
import { Page } from '@/components/site/page'
import { Crumbs } from '@/components/ui/crumbs'
import { requireMember } from '@/lib/auth/viewer'
import { findRecord } from '@/lib/data/records'
import { lineOf, ownLine } from '@/lib/domain/gradebook-report'

type Props = { params: Promise<{ classId: string; studentId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('report'))('studentTitle'), robots: { index: false } }
}

const idsSchema = z.object({ classId: z.uuid(), studentId: z.uuid() })

/** One student's report, for the staff of the class and for the student. */
export default async function StudentReportPage({ params }: Props) {
  const { classId, studentId } = await params
  const viewer = await requireMember(`/classes/${classId}/students/${studentId}/report`)
  if (!idsSchema.safeParse({ classId, studentId }).success) notFound()
  const found = (await findRecord(viewer, classId, studentId)) ?? notFound()
  const { className, timeZone, teachers, role, quizzes, record } = found
  const now = new Date()
  const whole = lineOf(quizzes, record, now)
  const line = role === 'student' ? ownLine(whole) : whole
  const t = await getTranslations('report')
  return (
    <Page viewer={viewer} current="classes">
      <Crumbs
        items={[
          { label: className, href: `/classes/${classId}` },
          ...(role === 'student'
            ? []
            : [{ label: t('classTitle'), href: `/classes/${classId}/report` }]),
          { label: record.name },
        ]}
      />
      <div className="report mt-2">
        <ReportHead now={now} timeZone={timeZone}>
          <h1>{record.name}</h1>
          <p>{t('taughtBy', { name: className, teachers: teachers.join(', ') })}</p>
        </ReportHead>
        <PrintRow />
        <StudentReport line={line} timeZone={timeZone} />
        {role === 'student' && <p className="cap">{t('ownHelp')}</p>}
      </div>
    </Page>
  )
}
