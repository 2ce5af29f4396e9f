import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'

export default async function NotFound() {
  const t = await getTranslations('trouble')
  return (
    <Page width="text">
      <h1>{t('missing.title')}</h1>
      <p className="lead my-5">{t('missing.text')}</p>
      <ButtonLink href="/" variant="main">
        {t('home')}
      </ButtonLink>
    </Page>
  )
}
