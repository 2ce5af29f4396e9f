import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { KeptReview } from '@/components/offline/kept-review'
import { reviewWords } from '@/components/review/review-words'
import { Page } from '@/components/site/page'

/** The same for everybody: what is asked stands on the device alone. */
export const dynamic = 'force-static'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('offlineReview'))('title'), robots: { index: false } }
}

export default async function OfflineReviewPage() {
  const t = await getTranslations()
  return (
    <Page current="review">
      <h1>{t('offlineReview.title')}</h1>
      <p className="lead my-5">{t('offlineReview.lead')}</p>
      <KeptReview
        words={t.raw('offlineReview.words')}
        reviewWords={reviewWords((key) => t.raw(key))}
      />
    </Page>
  )
}
