import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClassLinks } from '@/components/account/class-links'
import { EraseForm } from '@/components/account/erase-form'
import { Page } from '@/components/site/page'
import { Crumbs } from '@/components/ui/crumbs'
import { Notice } from '@/components/ui/notice'
import { learnerKey } from '@/lib/auth/learner-key'
import { requireViewer } from '@/lib/auth/viewer'
import { findErasable } from '@/lib/data/erasure'
import { erase } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('erase'))('title'), robots: { index: false } }
}

export default async function ErasePage() {
  const viewer = await requireViewer('/account/data/erase')
  const { onlyTeacherOf, emptyClasses, taught, countedIn } = await findErasable(viewer)
  const t = await getTranslations('erase')
  const data = await getTranslations('myData')
  return (
    <Page viewer={viewer} width="text">
      <Crumbs
        items={[
          { label: data('account'), href: '/account' },
          { label: data('crumb'), href: '/account/data' },
          { label: t('title') },
        ]}
      />
      <h1 className="mt-2">{t('title')}</h1>
      <p className="lead my-5">{t('lead')}</p>
      <section aria-labelledby="goes" className="mb-8 grid gap-3">
        <h2 id="goes">{t('goesTitle')}</h2>
        <p>{t('goes')}</p>
        {emptyClasses.length > 0 && (
          <p>
            {t('goesClasses', { count: emptyClasses.length })} <ClassLinks of={emptyClasses} />
          </p>
        )}
      </section>
      <section aria-labelledby="stays" className="mb-8 grid gap-3">
        <h2 id="stays">{t('staysTitle')}</h2>
        {countedIn.length > 0 && (
          <p>
            {t('staysCounted', { count: countedIn.length })} <ClassLinks of={countedIn} />
          </p>
        )}
        {taught.length > 0 && <p>{t('staysTaught')}</p>}
        <p>{t('staysBackup')}</p>
      </section>
      {onlyTeacherOf.length > 0 ? (
        <Notice tone="trouble" title={t('onlyTeacherTitle')}>
          {t('onlyTeacher', { count: onlyTeacherOf.length })}{' '}
          <ClassLinks of={onlyTeacherOf} to="/people" />
        </Notice>
      ) : (
        <section aria-labelledby="sure-title">
          <h2 id="sure-title" className="mb-3">
            {t('sureTitle')}
          </h2>
          <p className="mb-5">
            <a href="/account/data">{t('takeFirst')}</a>
          </p>
          <EraseForm
            action={erase}
            learner={learnerKey(viewer)}
            isGuest={viewer.isGuest}
            words={{ password: t('password'), sure: t('sure'), submit: t('title') }}
          />
        </section>
      )}
    </Page>
  )
}
