'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction, defineCommand, pathOfOurs } from '@/lib/action'
import { isCommonPassword } from '@/lib/auth/common-passwords'
import { maySignIn } from '@/lib/auth/limits'
import { hashPassword, isPassword } from '@/lib/auth/password'
import { currentTokenHash, endSession } from '@/lib/auth/session'
import { revokeOtherSessions, revokeSession } from '@/lib/data/sessions'
import { findAccount, recordPassword } from '@/lib/data/users'
import { backField, newPasswordField, one, passwordField } from '@/lib/fields'
import { note } from '@/lib/log'

export const signOut = defineCommand('viewer', z.object({}), async (viewer) => {
  await endSession()
  note('session_ended', { account: viewer.id, which: 'own' })
  redirect('/sign-in')
})

export const revokeOne = defineCommand(
  'viewer',
  z.object({ session: one(z.string().regex(/^[0-9a-f]{12}$/)) }),
  async (viewer, { session }) => {
    await revokeSession(viewer, session)
    note('session_ended', { account: viewer.id, which: 'one' })
    redirect('/account')
  },
)

export const revokeOthers = defineCommand('viewer', z.object({}), async (viewer) => {
  const kept = await currentTokenHash()
  if (kept) await revokeOtherSessions(viewer, kept)
  note('session_ended', { account: viewer.id, which: 'others' })
  redirect('/account')
})

/** For who must before they do anything else, too; they are led on to where they were going. */
export const changePassword = defineAction(
  'viewer',
  z.object({ current: passwordField, password: newPasswordField, back: backField }),
  async (viewer, { current, password, back }, now) => {
    if (!(await maySignIn(viewer.id, now))) return { refused: 'tooMany' }
    const account = await findAccount(viewer)
    const fits = await isPassword(account?.passwordHash ?? null, current)
    if (!fits.ok) return { refused: fits.rejection }
    if (!fits.value) {
      note('authn_password_change_fail', { account: viewer.id })
      return { refused: 'currentPassword', field: 'current' }
    }
    if (viewer.mustChangePassword && password === current)
      return { refused: 'passwordSame', field: 'password' }
    if (
      isCommonPassword(password, [
        account?.name ?? null,
        account?.email ?? null,
        account?.username ?? null,
      ])
    )
      return { refused: 'passwordCommon', field: 'password' }
    const hashed = await hashPassword(password)
    if (!hashed.ok) return { refused: hashed.rejection }
    const kept = await currentTokenHash()
    const old = account?.passwordHash ?? null
    if (kept && !(await recordPassword(viewer, hashed.value, kept, old)))
      return { refused: 'currentPassword', field: 'current' }
    note('authn_password_change', { account: viewer.id })
    if (viewer.mustChangePassword) redirect(pathOfOurs(back))
    return { made: {} }
  },
)
