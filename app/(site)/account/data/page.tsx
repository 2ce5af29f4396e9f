import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Crumbs } from '@/components/ui/crumbs'
import { requireViewer } from '@/lib/auth/viewer'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('myData'))('title'), robots: { index: false } }
}

const FORMATS = ['json', 'csv', 'anki'] as const

export default async function MyDataPage() {
  const viewer = await requireViewer('/account/data')
  const t = await getTranslations('myData')
  return (
    <Page viewer={viewer} width="text">
      <Crumbs items={[{ label: t('account'), href: '/account' }, { label: t('crumb') }]} />
      <h1 className="mt-2">{t('title')}</h1>
      <p className="lead my-5">{t('lead')}</p>
      <ul className="grid gap-6">
        {FORMATS.map((format) => (
          <li key={format} className="grid justify-items-start gap-2">
            <ButtonLink href={`/api/account/export?as=${format}`}>{t(format)}</ButtonLink>
            <p>{t(`${format}Text`)}</p>
          </li>
        ))}
      </ul>
      <p className="cap mt-6">{t('held')}</p>
      <section className="mt-10" aria-labelledby="erase-title">
        <h2 id="erase-title">{t('erase')}</h2>
        <p className="my-3">{t('eraseText')}</p>
        <ButtonLink href="/account/data/erase">{t('erase')}</ButtonLink>
      </section>
    </Page>
  )
}
