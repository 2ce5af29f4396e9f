import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { AssignedAttempts } from '@/components/assignment/assigned-attempts'
import { RulesList } from '@/components/assignment/rules-list'
import { KeptNotice } from '@/components/attempt/kept-notice'
import { ActionForm } from '@/components/form/action-form'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Crumbs } from '@/components/ui/crumbs'
import { Notice } from '@/components/ui/notice'
import { learnerKey } from '@/lib/auth/learner-key'
import { requireMember } from '@/lib/auth/viewer'
import { findAssignment } from '@/lib/data/assignments'
import { beginning, lastCloseOf, windowOf } from '@/lib/domain/assignment'
import { begin } from './actions'

type Props = { params: Promise<{ assignmentId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('assignment'))('title'), robots: { index: false } }
}

export default async function AssignmentPage({ params }: Props) {
  const { assignmentId } = await params
  const here = `/assignments/${assignmentId}`
  const viewer = await requireMember(here)
  if (!z.uuid().safeParse(assignmentId).success) notFound()
  const assigned = (await findAssignment(viewer, assignmentId)) ?? notFound()
  const now = new Date()
  const t = await getTranslations('assignment')
  const errors = await getTranslations('errors')
  const { rules, timeZone, attempts } = assigned
  const open = attempts.find(({ submittedAt }) => submittedAt === null)
  const decision = beginning(assigned, now)
  return (
    <Page viewer={viewer} current="classes">
      <Crumbs
        items={[
          { label: assigned.className, href: `/classes/${assigned.classId}` },
          { label: assigned.short },
        ]}
      />
      <h1 className="mt-2">{assigned.title}</h1>
      <p className="lead my-5">{t('lead', { questions: assigned.questions })}</p>
      <RulesList
        rules={rules}
        window={windowOf(assigned, rules, assigned.extraTime, assigned.exception)}
        lastClose={lastCloseOf(assigned, rules, assigned.seats, assigned.underWay)}
        extraTime={assigned.exception?.minutes === undefined ? assigned.extraTime : 'none'}
        used={attempts.length}
        timeZone={timeZone}
      />
      <KeptNotice
        learner={learnerKey(viewer)}
        words={(await getTranslations('attempt')).raw('kept')}
      />
      <div className="mt-8">
        {open ? (
          <ButtonLink variant="main" href={`/attempts/${open.id}`}>
            {t('goOn')}
          </ButtonLink>
        ) : decision.ok ? (
          <ActionForm
            action={begin}
            submit={t(attempts.length > 0 ? 'again' : 'begin')}
            main
            fields={[]}
            hidden={{ assignmentId, back: here }}
          />
        ) : (
          <Notice tone="information">{errors(decision.rejection)}</Notice>
        )}
      </div>
      <AssignedAttempts attempts={attempts} timeZone={timeZone} />
    </Page>
  )
}
