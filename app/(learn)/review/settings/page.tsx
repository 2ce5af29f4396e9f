import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { FormSelect } from '@/components/form/form-fields'
import { Page } from '@/components/site/page'
import { Crumbs } from '@/components/ui/crumbs'
import { requireViewer } from '@/lib/auth/viewer'
import { findSettings } from '@/lib/data/study-settings'
import { USUAL_ZONE } from '@/lib/domain/study-day'
import { setReview } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('reviewing.settings'))('title'), robots: { index: false } }
}

export default async function ReviewSettingsPage() {
  const t = await getTranslations('reviewing')
  const viewer = await requireViewer('/review/settings')
  const { timeZone, dailyCap } = await findSettings(viewer)
  const zones = [
    ...new Set([timeZone ?? USUAL_ZONE, USUAL_ZONE, ...Intl.supportedValuesOf('timeZone')]),
  ]
  return (
    <Page viewer={viewer} current="review" width="text">
      <Crumbs items={[{ label: t('title'), href: '/review' }, { label: t('settings.crumb') }]} />
      <h1 className="mt-2 mb-6">{t('settings.title')}</h1>
      <ActionForm
        action={setReview}
        submit={t('settings.save')}
        main
        hidden={{ back: '/review/settings' }}
        fields={[
          {
            name: 'dailyCap',
            label: t('settings.cap'),
            help: t('settings.capHelp'),
            defaultValue: String(dailyCap),
            maxLength: 3,
          },
        ]}
      >
        <FormSelect
          name="timeZone"
          label={t('settings.zone')}
          initial={timeZone ?? USUAL_ZONE}
          options={zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
      </ActionForm>
    </Page>
  )
}
