import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ForgetDevice } from '@/components/account/forget-device'
import { Page } from '@/components/site/page'
import { findViewer } from '@/lib/auth/viewer'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('erase'))('doneTitle'), robots: { index: false } }
}

/** Where erasing leads. Nobody who still has an account sees it, so nobody is told what is not so. */
export default async function ErasedPage() {
  const viewer = await findViewer()
  if (viewer) redirect('/account')
  const t = await getTranslations('erase')
  return (
    <Page viewer={null} width="text">
      <h1>{t('doneTitle')}</h1>
      <p className="lead my-5">{t('done')}</p>
      <ForgetDevice done={t('doneDevice')} />
      <p className="mt-6">
        <a className="go" href="/">
          {t('home')}
        </a>
      </p>
    </Page>
  )
}
