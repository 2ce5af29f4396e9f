import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { PrintRow, ReportHead } from '@/components/report/report-head'
import { StudentReport } from '@/components/report/student-report'
import { Page } from '@/components/site/page'
import { Crumbs } from '@/components/ui/crumbs'
import { requireMember } from '@/lib/auth/viewer'
import { findOwnGrades } from '@/lib/data/own-grades'
import { findRecord } from '@/lib/data/records'
import { findWeighting } from '@/lib/data/weighting'
import { lineOf, ownLine } from '@/lib/domain/gradebook-report'
import { ownGradesOf } from '@/lib/domain/own-grades'

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
  const weighting = (await findWeighting(viewer, classId)) ?? notFound()
  const whole = lineOf(quizzes, weighting, record, now)
  const own = role === 'student' ? await findOwnGrades(viewer, classId) : null
  if (role === 'student' && !own) notFound()
  const line = own
    ? ownLine(whole, ownGradesOf(own.taken, own.extraTime, own.weighting, now))
    : whole
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
        {line.entries.some(({ isHidden }) => isHidden) && <p className="cap">{t('ownHelp')}</p>}
      </div>
    </Page>
  )
}
