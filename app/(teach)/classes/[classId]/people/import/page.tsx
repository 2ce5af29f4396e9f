import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { RosterForm } from '@/components/people/roster-form'
import { Page } from '@/components/site/page'
import { Crumbs } from '@/components/ui/crumbs'
import { requireMember } from '@/lib/auth/viewer'
import { findTaughtClass } from '@/lib/data/classes'
import { isTeaching } from '@/lib/domain/class'
import { importPupils } from './actions'

type Props = { params: Promise<{ classId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roster'))('title'), robots: { index: false } }
}

export default async function ImportPage({ params }: Props) {
  const { classId } = await params
  const viewer = await requireMember(`/classes/${classId}/people/import`)
  if (!z.uuid().safeParse(classId).success) notFound()
  const taught = (await findTaughtClass(viewer, classId)) ?? notFound()
  if (!isTeaching(taught.role) || taught.archivedAt) notFound()
  const t = await getTranslations('roster')
  const people = await getTranslations('people')
  return (
    <Page viewer={viewer} current="classes">
      <Crumbs
        items={[
          { label: taught.name, href: `/classes/${classId}` },
          { label: people('title'), href: `/classes/${classId}/people` },
          { label: t('title') },
        ]}
      />
      <h1 className="mt-2">{t('title')}</h1>
      <div className="before-cards">
        <p className="lead my-5">{t('lead')}</p>
        <p className="cap mb-8 max-w-xl">{t('privacy')}</p>
      </div>
      <RosterForm
        action={importPupils}
        classId={classId}
        words={{
          paste: t('paste'),
          pasteHelp: t('pasteHelp'),
          file: t('file'),
          fileHelp: t('fileHelp'),
          enrollments: t('enrollments'),
          enrollmentsHelp: t('enrollmentsHelp'),
          read: t('read'),
          slide: (await getTranslations('ui'))('slide'),
          form: t.raw('form'),
        }}
      />
    </Page>
  )
}
