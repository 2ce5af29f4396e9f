import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { CurveChart } from '@/components/progress/curve-chart'
import { Page } from '@/components/site/page'
import { Crumbs } from '@/components/ui/crumbs'
import { requireViewer } from '@/lib/auth/viewer'
import { findCardLog } from '@/lib/data/study-history'
import { findSettings } from '@/lib/data/study-settings'
import { curveOf } from '@/lib/domain/memory-curve'
import { dayOf, USUAL_ZONE } from '@/lib/domain/study-day'

type Props = { params: Promise<{ course: string; question: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('progressPage.curve'))('title') }
}

export default async function CardPage({ params }: Props) {
  const { course, question } = await params
  const viewer = await requireViewer(`/progress/cards/${course}/${question}`)
  const { timeZone } = await findSettings(viewer)
  const found = (await findCardLog(viewer, course, question)) ?? notFound()
  const today = dayOf(new Date(), timeZone ?? USUAL_ZONE)
  const curve = curveOf(found.entries, today) ?? notFound()
  const t = await getTranslations('progressPage')
  const own = await getTranslations('own')
  return (
    <Page viewer={viewer} current="progress">
      <Crumbs
        items={[
          { label: own('title'), href: '/progress' },
          { label: t('cards.crumb'), href: '/progress/cards' },
          { label: t('curve.title') },
        ]}
      />
      <h1 className="mt-2 card-title">{found.prompt}</h1>
      {found.lesson && <p className="cap mt-2">{found.lesson}</p>}
      <div className="mt-8">
        <CurveChart curve={curve} entries={found.entries} today={today} />
      </div>
      <p className="mt-6 max-w-measure">{t('curve.how')}</p>
    </Page>
  )
}
