import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { SetTabs } from '@/components/assignment/set-tabs'
import { CorrectableList } from '@/components/correction/question-list'
import { Page } from '@/components/site/page'
import { Crumbs } from '@/components/ui/crumbs'
import { requireMember } from '@/lib/auth/viewer'
import { findCorrectable } from '@/lib/data/correctable'
import { isTeaching } from '@/lib/domain/class'
import { inForce, questionsIn } from '@/lib/domain/questions-page'

type Props = { params: Promise<{ classId: string; quizId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('corrections'))('title'), robots: { index: false } }
}

export default async function QuestionsPage({ params }: Props) {
  const { classId, quizId } = await params
  const here = `/classes/${classId}/quizzes/${quizId}/questions`
  const viewer = await requireMember(here)
  if (!z.tuple([z.uuid(), z.uuid()]).safeParse([classId, quizId]).success) notFound()
  const quiz = (await findCorrectable(viewer, classId, quizId)) ?? notFound()
  const t = await getTranslations('corrections')
  const current = quiz.versions[0]?.questions ?? []
  return (
    <Page viewer={viewer} current="classes">
      <Crumbs
        items={[{ label: quiz.className, href: `/classes/${classId}` }, { label: quiz.short }]}
      />
      <h1 className="mt-2">{quiz.title}</h1>
      <SetTabs classId={classId} quizId={quizId} role={quiz.role} current="questions" />
      <p className="lead my-5">
        {t(isTeaching(quiz.role) && !quiz.archivedAt ? 'lead' : 'observed')}
      </p>
      <CorrectableList
        questions={questionsIn(quiz.versions)}
        current={new Set(current.map(({ id }) => id))}
        corrections={inForce(quiz.corrections)}
        reports={quiz.reports}
        here={here}
      />
    </Page>
  )
}
