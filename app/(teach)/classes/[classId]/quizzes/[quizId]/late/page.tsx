import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { SetTabs } from '@/components/assignment/set-tabs'
import { ActionForm } from '@/components/form/action-form'
import { FormField } from '@/components/form/form-fields'
import { LateAttempt } from '@/components/late/late-attempt'
import type { ExplanationWords } from '@/components/result/words'
import { Page } from '@/components/site/page'
import { Crumbs } from '@/components/ui/crumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { requireMember } from '@/lib/auth/viewer'
import { findAssignmentOf } from '@/lib/data/assignments'
import { findAttempt } from '@/lib/data/attempts'
import { listLate } from '@/lib/data/late-answers'
import { isTeaching } from '@/lib/domain/class'
import { lateShown } from '@/lib/domain/late-review'
import { decide, takeIn } from './actions'

type Props = { params: Promise<{ classId: string; quizId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('late'))('title'), robots: { index: false } }
}

export default async function LatePage({ params }: Props) {
  const { classId, quizId } = await params
  const here = `/classes/${classId}/quizzes/${quizId}`
  const viewer = await requireMember(`${here}/late`)
  if (!z.tuple([z.uuid(), z.uuid()]).safeParse([classId, quizId]).success) notFound()
  const set = (await findAssignmentOf(viewer, classId, quizId)) ?? notFound()
  if (set.role === 'student') notFound()
  const rows = await listLate(viewer, classId, quizId)
  const all = await Promise.all(
    rows.map(async ({ attemptId, learnerName, answers }) => {
      const attempt = await findAttempt(viewer, attemptId)
      return { attemptId, learnerName, items: attempt ? lateShown(attempt, answers) : [] }
    }),
  )
  const shown = all.filter(({ items }) => items.length > 0)
  const first = shown.find(({ items }) => items.some(({ accepted }) => accepted === null))
  const t = await getTranslations()
  const words = {
    explanation: t.raw('result.explanation'),
    rules: t.raw('rules'),
  } as ExplanationWords
  const mayDecide = isTeaching(set.role) && !set.archivedAt
  return (
    <Page viewer={viewer} current="classes">
      <Crumbs
        items={[{ label: set.className, href: `/classes/${classId}` }, { label: set.short }]}
      />
      <h1 className="mt-2">{set.title}</h1>
      <SetTabs classId={classId} quizId={quizId} role={set.role} current="late" />
      <p className="lead my-5">{t('late.lead')}</p>
      <p className="cap mb-5 max-w-xl">{t('late.telling')}</p>
      {shown.length === 0 && <EmptyState title={t('late.none')}>{t('late.noneText')}</EmptyState>}
      {shown.map(({ attemptId, learnerName, items }) => (
        <LateAttempt
          key={attemptId}
          attemptId={attemptId}
          name={learnerName}
          items={items}
          timeZone={set.timeZone}
          action={mayDecide ? decide : null}
          hidden={{ classId, quizId, back: `${here}/late` }}
          isMain={attemptId === first?.attemptId}
          words={words}
        />
      ))}
      {mayDecide && (
        <section className="mt-16" aria-labelledby="file-title">
          <h2 id="file-title" className="mb-2">
            {t('late.fileTitle')}
          </h2>
          <p className="mb-5 max-w-xl">{t('late.fileLead')}</p>
          <ActionForm
            action={takeIn}
            submit={t('late.fileSubmit')}
            made={t.raw('late.fileMade')}
            fields={[]}
            hidden={{ classId, quizId, back: `${here}/late` }}
          >
            <FormField
              name="file"
              label={t('late.fileLabel')}
              type="file"
              accept=".json,application/json"
            />
          </ActionForm>
        </section>
      )}
    </Page>
  )
}
