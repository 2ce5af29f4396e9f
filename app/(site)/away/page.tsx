import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'

/** Served by `server.ts` in place of any page while the database is away; made at the build. */
export const dynamic = 'force-static'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('trouble'))('away.title'), robots: { index: false } }
}

export default async function AwayPage() {
  const t = await getTranslations('trouble')
  return (
    <Page width="text">
      <h1>{t('away.title')}</h1>
      <p className="lead my-5">{t('away.text')}</p>
    </Page>
  )
}
