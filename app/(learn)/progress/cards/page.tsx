import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CardList } from '@/components/progress/card-list'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Crumbs } from '@/components/ui/crumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { requireViewer } from '@/lib/auth/viewer'
import { findStudyHistory } from '@/lib/data/study-history'
import { dayOf, USUAL_ZONE } from '@/lib/domain/study-day'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('progressPage.cards'))('title') }
}

export default async function CardsPage() {
  const viewer = await requireViewer('/progress/cards')
  const now = new Date()
  const { cards, settings } = await findStudyHistory(viewer, now)
  const t = await getTranslations('progressPage.cards')
  const own = await getTranslations('own')
  return (
    <Page viewer={viewer} current="progress">
      <Crumbs items={[{ label: own('title'), href: '/progress' }, { label: t('crumb') }]} />
      <h1 className="mt-2">{t('title')}</h1>
      <p className="lead my-5">{t('lead', { count: cards.length })}</p>
      {cards.length === 0 ? (
        <EmptyState
          title={t('empty')}
          action={<ButtonLink href="/#courses">{t('emptyAction')}</ButtonLink>}
        >
          {t('emptyText')}
        </EmptyState>
      ) : (
        <CardList cards={cards} today={dayOf(now, settings.timeZone ?? USUAL_ZONE)} />
      )}
    </Page>
  )
}
