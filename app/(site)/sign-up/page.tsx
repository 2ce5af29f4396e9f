import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { Gate } from '@/components/site/gate'
import { Page } from '@/components/site/page'
import { pathOfOurs } from '@/lib/action'
import { findViewer } from '@/lib/auth/viewer'
import { signUp } from './actions'

type Props = { searchParams: Promise<{ next?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('signUp.title') }
}

export default async function SignUpPage({ searchParams }: Props) {
  const t = await getTranslations('account')
  const viewer = await findViewer()
  const back = pathOfOurs((await searchParams).next)
  if (viewer && !viewer.isGuest) redirect(back)
  return (
    <Page viewer={viewer}>
      <Gate
        title={t('signUp.title')}
        lead={t(viewer?.isGuest ? 'signUp.leadGuest' : 'signUp.lead')}
      >
        <ActionForm
          action={signUp}
          submit={t('signUp.submit')}
          main
          hidden={{ back }}
          fields={[
            {
              name: 'name',
              label: t('name'),
              help: t('nameHelp'),
              autoComplete: 'name',
              maxLength: 80,
            },
            { name: 'email', label: t('email'), type: 'email', autoComplete: 'email' },
            {
              name: 'password',
              label: t('newPassword'),
              help: t('passwordHelp'),
              type: 'password',
              autoComplete: 'new-password',
            },
          ]}
        />
        <p className="mt-6">
          {t('signUp.haveAccount')}{' '}
          <a href={`/sign-in?next=${encodeURIComponent(back)}`}>{t('signIn.title')}</a>
        </p>
      </Gate>
    </Page>
  )
}
