import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { PartsTable } from '@/components/gradebook/parts-table'
import { TotalRules } from '@/components/gradebook/total-rules'
import { WeightsForm } from '@/components/gradebook/weights-form'
import { Page } from '@/components/site/page'
import { Crumbs } from '@/components/ui/crumbs'
import { requireMember } from '@/lib/auth/viewer'
import { findTaughtClass } from '@/lib/data/classes'
import { findWeighting } from '@/lib/data/weighting'
import { isTeaching } from '@/lib/domain/class'
import { saveWeighting } from './actions'

type Props = { params: Promise<{ classId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('gradebook'))('weightsTitle'), robots: { index: false } }
}

export default async function WeightsPage({ params }: Props) {
  const { classId } = await params
  const viewer = await requireMember(`/classes/${classId}/weights`)
  if (!z.uuid().safeParse(classId).success) notFound()
  const taught = (await findTaughtClass(viewer, classId)) ?? notFound()
  const weighting = (await findWeighting(viewer, classId)) ?? notFound()
  const t = await getTranslations('gradebook')
  const mayChange = isTeaching(taught.role) && !taught.archivedAt
  return (
    <Page viewer={viewer} current="classes">
      <Crumbs
        items={[{ label: taught.name, href: `/classes/${classId}` }, { label: t('total') }]}
      />
      <h1 className="mt-2">{t('weightsTitle')}</h1>
      <p className="lead my-5">{t('weightsLead')}</p>
      <section aria-labelledby="rules" className="grid gap-5">
        <h2 id="rules">{t('rulesTitle')}</h2>
        <TotalRules weighting={weighting} />
        {weighting.assignments.length > 0 && (
          <div>
            <PartsTable weighting={weighting} />
          </div>
        )}
        {!mayChange && <p>{t('ruleRead')}</p>}
      </section>
      {mayChange && (
        <section aria-labelledby="change" className="mt-12">
          <h2 id="change" className="mb-5">
            {t('changeWeights')}
          </h2>
          <WeightsForm action={saveWeighting} classId={classId} weighting={weighting} />
        </section>
      )}
    </Page>
  )
}
