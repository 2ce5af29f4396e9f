import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { requireSetQuiz } from '@/app/(teach)/classes/[classId]/quizzes/[quizId]/at'
import { ExceptionForm } from '@/components/assignment/exception-form'
import { ExceptionList } from '@/components/assignment/exception-list'
import { SetTabs } from '@/components/assignment/set-tabs'
import { StudentChooser } from '@/components/assignment/student-chooser'
import { Page } from '@/components/site/page'
import { Crumbs } from '@/components/ui/crumbs'
import { findAssignmentOf } from '@/lib/data/assignments'
import { listSeats } from '@/lib/data/exceptions'
import { isTeaching } from '@/lib/domain/class'
import { saveException } from './actions'

type Props = {
  params: Promise<{ classId: string; quizId: string }>
  searchParams: Promise<{ student?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exceptions'))('title'), robots: { index: false } }
}

export default async function ExceptionsPage({ params, searchParams }: Props) {
  const { viewer, classId, quizId, here: quiz } = await requireSetQuiz(params, '/exceptions')
  const { student } = await searchParams
  const here = `${quiz}/exceptions`
  const set = (await findAssignmentOf(viewer, classId, quizId)) ?? notFound()
  if (!isTeaching(set.role)) notFound()
  const seats = await listSeats(viewer, classId, quizId)
  const isOver = set.archivedAt !== null
  const chosen = isOver ? undefined : seats.find(({ studentId }) => studentId === student)
  const t = await getTranslations('exceptions')
  return (
    <Page viewer={viewer} current="classes">
      <Crumbs
        items={[{ label: set.className, href: `/classes/${classId}` }, { label: set.short }]}
      />
      <h1 className="mt-2">{set.title}</h1>
      <SetTabs classId={classId} quizId={quizId} role={set.role} current="exceptions" />
      <p className="lead my-5">{t('lead')}</p>
      <ExceptionList seats={seats} timeZone={set.timeZone} here={isOver ? null : here} />
      {chosen && (
        <ExceptionForm
          key={chosen.studentId}
          action={saveException}
          hidden={{
            classId,
            quizId,
            studentId: chosen.studentId,
            back: `${here}?student=${chosen.studentId}`,
          }}
          seat={chosen}
          timeZone={set.timeZone}
        />
      )}
      {!isOver && seats.length > 0 && <StudentChooser seats={seats} chosen={chosen?.studentId} />}
    </Page>
  )
}
