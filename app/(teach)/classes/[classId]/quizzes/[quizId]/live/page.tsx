import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { SetTabs } from '@/components/assignment/set-tabs'
import { LateNotice } from '@/components/late/late-notice'
import { LiveTable } from '@/components/live/live-table'
import { Page } from '@/components/site/page'
import { Crumbs } from '@/components/ui/crumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { requireMember } from '@/lib/auth/viewer'
import { findAssignmentOf } from '@/lib/data/assignments'
import { countWaiting } from '@/lib/data/late-answers'
import { listLive } from '@/lib/data/live'
import { isTeaching } from '@/lib/domain/class'
import { liveRow } from '@/lib/domain/live'
import { extend } from './actions'

type Props = { params: Promise<{ classId: string; quizId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('live'))('title'), robots: { index: false } }
}

export default async function LivePage({ params }: Props) {
  const { classId, quizId } = await params
  const here = `/classes/${classId}/quizzes/${quizId}`
  const viewer = await requireMember(`${here}/live`)
  if (!z.object({ classId: z.uuid(), quizId: z.uuid() }).safeParse({ classId, quizId }).success)
    notFound()
  const set = (await findAssignmentOf(viewer, classId, quizId)) ?? notFound()
  if (set.role === 'student') notFound()
  const now = new Date()
  const rows = (await listLive(viewer, classId, quizId)).map((student) => liveRow(student, now))
  const t = await getTranslations('live')
  return (
    <Page viewer={viewer} current="classes">
      <Crumbs
        items={[{ label: set.className, href: `/classes/${classId}` }, { label: set.short }]}
      />
      <h1 className="mt-2">{set.title}</h1>
      <SetTabs classId={classId} quizId={quizId} role={set.role} current="live" />
      <p className="lead my-5">{t('lead')}</p>
      <LateNotice count={await countWaiting(viewer, classId, quizId)} href={`${here}/late`} />
      {rows.length === 0 ? (
        <EmptyState title={t('nobody')}>{t('nobodyText')}</EmptyState>
      ) : (
        <LiveTable
          address={`/api${here}/live`}
          classId={classId}
          quizId={quizId}
          questions={set.questions}
          initial={rows}
          extend={isTeaching(set.role) ? extend : null}
          words={t.raw('table')}
        />
      )}
    </Page>
  )
}
