import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { Gate } from '@/components/site/gate'
import { Page } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { pathOfOurs } from '@/lib/action'
import { findViewer } from '@/lib/auth/viewer'
import { isUsername } from '@/lib/domain/username'
import { env } from '@/lib/env'
import { signIn } from './actions'

type Props = { searchParams: Promise<{ next?: string; as?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('signIn.title') }
}

export default async function SignInPage({ searchParams }: Props) {
  const t = await getTranslations('account')
  const { next, as } = await searchParams
  const back = pathOfOurs(next)
  // From the code on a pupil's card.
  const username = [as].flat()[0] ?? ''
  const viewer = await findViewer()
  // Whoever has begun to practise has been given a cookie; a browser that refuses it comes without any.
  const isRefusing = back.startsWith('/attempts/') && (await cookies()).getAll().length === 0
  if (viewer && !viewer.isGuest) redirect(back)
  return (
    <Page viewer={viewer}>
      <Gate title={t('signIn.title')} lead={t('signIn.lead')}>
        {isRefusing && (
          <div className="mb-6 max-w-md">
            <Notice tone="trouble" title={t('noCookieTitle')}>
              {t('noCookie')}
            </Notice>
          </div>
        )}
        {env().demo && (
          <div className="mb-6 max-w-md">
            <Notice tone="information" title={t('demoTitle')}>
              {t('demo')}
            </Notice>
          </div>
        )}
        <ActionForm
          action={signIn}
          submit={t('signIn.submit')}
          main
          hidden={{ back }}
          fields={[
            {
              name: 'identifier',
              label: t('identifier'),
              autoComplete: 'username',
              defaultValue: isUsername(username) ? username : '',
            },
            {
              name: 'password',
              label: t('password'),
              type: 'password',
              autoComplete: 'current-password',
            },
          ]}
        />
        <p className="mt-6">
          {t('signIn.noAccount')}{' '}
          <a href={`/sign-up?next=${encodeURIComponent(back)}`}>{t('signIn.toSignUp')}</a>
        </p>
      </Gate>
    </Page>
  )
}
