import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActionForm } from '@/components/form/action-form'
import { Gate } from '@/components/site/gate'
import { Page } from '@/components/site/page'
import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { mayTry } from '@/lib/auth/limits'
import { findViewer } from '@/lib/auth/viewer'
import { findByCode } from '@/lib/data/classes'
import { readCode, shownCode } from '@/lib/domain/class'
import { join } from './actions'

type Props = { params: Promise<{ code: string }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('classes'))('joinTitle'), robots: { index: false } }
}

export default async function JoinCodePage({ params }: Props) {
  const typed = (await params).code
  const code = readCode(decodeURIComponent(typed))
  if (!code.ok) redirect(`/join?code=${encodeURIComponent(typed)}`)
  const t = await getTranslations('classes')
  const errors = await getTranslations('errors')
  const viewer = await findViewer()
  const now = new Date()
  if (!(await mayTry('join', now))) {
    return (
      <Page viewer={viewer} width="text">
        <h1 className="mb-5">{t('joinTitle')}</h1>
        <Notice tone="trouble">{errors('tooMany')}</Notice>
      </Page>
    )
  }
  const found = await findByCode(code.value, now)
  if (!found) redirect(`/join?code=${code.value}&unknown=1`)
  const here = `/join/${code.value}`
  const isMember = viewer !== null && !viewer.isGuest
  return (
    <Page viewer={viewer}>
      <Gate
        title={found.name}
        lead={t(isMember ? 'joinAs' : 'joinFirst', { name: viewer?.name ?? '' })}
      >
        {isMember ? (
          <ActionForm
            action={join}
            fields={[]}
            submit={t('join')}
            main
            hidden={{ code: code.value, back: here }}
          />
        ) : (
          <div className="acts">
            <ButtonLink variant="main" href={`/sign-in?next=${here}`}>
              {t('signIn')}
            </ButtonLink>
            <ButtonLink href={`/sign-up?next=${here}`}>{t('signUp')}</ButtonLink>
          </div>
        )}
        <p className="cap mt-6">{t('codeIs', { code: shownCode(code.value) })}</p>
      </Gate>
    </Page>
  )
}
