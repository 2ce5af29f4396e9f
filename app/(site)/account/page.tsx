import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SignOutForm } from '@/components/attempt/sign-out-form'
import { ActionForm } from '@/components/form/action-form'
import { MovedNotice } from '@/components/site/moved-notice'
import { Page } from '@/components/site/page'
import { Button, ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { LocalTime } from '@/components/ui/local-time'
import { Notice } from '@/components/ui/notice'
import { pathOfOurs } from '@/lib/action'
import { learnerKey } from '@/lib/auth/learner-key'
import { findMoved } from '@/lib/auth/moved'
import { currentTokenHash } from '@/lib/auth/session'
import { requireViewer } from '@/lib/auth/viewer'
import { listSessions } from '@/lib/data/sessions'
import { findAccount } from '@/lib/data/users'
import { changePassword, revokeOne, revokeOthers, signOut } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('title') }
}

type Props = { searchParams: Promise<{ next?: string }> }

export default async function AccountPage({ searchParams }: Props) {
  const t = await getTranslations('account')
  const data = await getTranslations('myData')
  const viewer = await requireViewer('/account')
  const hash = await currentTokenHash()
  if (!hash) redirect('/sign-in?next=/account')
  const [account, sessions] = await Promise.all([
    findAccount(viewer),
    listSessions(viewer, hash, new Date()),
  ])
  const { mustChangePassword } = viewer
  const back = mustChangePassword ? pathOfOurs((await searchParams).next) : '/account'
  return (
    <Page viewer={viewer}>
      <h1>{viewer.name}</h1>
      {mustChangePassword && (
        <div className="my-6 max-w-xl">
          <Notice tone="information" title={t('firstPasswordTitle')}>
            <a href="#password-title">{t('firstPassword')}</a>
          </Notice>
        </div>
      )}
      {viewer.isGuest ? (
        <div className="my-6 grid justify-items-start gap-5">
          <p className="lead">{t('guestLead')}</p>
          <ButtonLink href="/sign-up?next=/progress" variant="main">
            {t('signUp.title')}
          </ButtonLink>
        </div>
      ) : (
        <p className="lead my-5">
          {account?.email ?? t('usernameIs', { username: account?.username ?? '' })}
        </p>
      )}
      <MovedNotice moved={await findMoved()} />
      <SignOutForm
        action={signOut}
        learner={learnerKey(viewer)}
        label={t('signOut')}
        words={(await getTranslations('attempt')).raw('kept')}
      />

      <p className="mt-6">
        <a href="/account/data">{data('link')}</a>
      </p>

      {!viewer.isGuest && (
        <section className="mt-16" aria-labelledby="password-title">
          <h2 id="password-title" className="mb-5">
            {t('changePassword')}
          </h2>
          <ActionForm
            action={changePassword}
            submit={t('changePassword')}
            main={mustChangePassword}
            made={t('passwordChanged')}
            hidden={{ back }}
            fields={[
              {
                name: 'current',
                label: t('currentPassword'),
                type: 'password',
                autoComplete: 'current-password',
              },
              {
                name: 'password',
                label: t('newPassword'),
                help: t('passwordHelp'),
                type: 'password',
                autoComplete: 'new-password',
              },
            ]}
          />
        </section>
      )}

      <section className="mt-16" aria-labelledby="sessions-title">
        <h2 id="sessions-title">{t('sessions')}</h2>
        <p className="cap mt-2 mb-5">{t('sessionsHelp')}</p>
        <DataTable label={t('sessions')}>
          <thead>
            <tr>
              <th scope="col">{t('device')}</th>
              <th scope="col">{t('since')}</th>
              <th scope="col">{t('action')}</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map((session) => (
              <tr key={session.id}>
                <th scope="row">{session.device}</th>
                <td>
                  <LocalTime at={session.createdAt} />
                </td>
                <td>
                  {session.isCurrent ? (
                    t('thisOne')
                  ) : (
                    <form action={revokeOne}>
                      <input type="hidden" name="session" value={session.id} />
                      <Button type="submit" variant="quiet">
                        {t('endSession', { device: session.device })}
                      </Button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </DataTable>
        {sessions.length > 1 && (
          <form action={revokeOthers} className="mt-5">
            <Button type="submit">{t('endOthers')}</Button>
          </form>
        )}
      </section>
    </Page>
  )
}
