'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction, pathOfOurs } from '@/lib/action'
import { maySignIn, signInWorked } from '@/lib/auth/limits'
import { tellMoved } from '@/lib/auth/moved'
import { isPassword } from '@/lib/auth/password'
import { startSignedIn } from '@/lib/auth/session'
import { adoptGuest, listRivalAttempts } from '@/lib/data/adoption'
import { recordSubmission } from '@/lib/data/submissions'
import { findCredentials } from '@/lib/data/users'
import { submit } from '@/lib/domain/attempt'
import { backField, identifierField, passwordField } from '@/lib/fields'
import { note } from '@/lib/log'

/** Answers alike, and after the same work, whether or not there is such an account. */
export const signIn = defineAction(
  'anybody',
  z.object({ identifier: identifierField, password: passwordField, back: backField }),
  async (asker, input, now) => {
    if (!(await maySignIn(input.identifier, now))) {
      note('authn_login_throttled')
      return { refused: 'tooMany' }
    }
    const account = await findCredentials(input.identifier)
    const fits = await isPassword(account?.passwordHash ?? null, input.password)
    if (!fits.ok) return { refused: fits.rejection }
    if (!account?.passwordHash || !fits.value) {
      note('authn_login_fail', account ? { account: account.id } : {})
      return { refused: 'credentials' }
    }
    if (!(await startSignedIn(account.id, account.passwordHash, now)))
      return { refused: 'credentials' }
    await signInWorked(input.identifier)
    note('authn_login_success', { account: account.id })
    if (asker) {
      for (const id of await listRivalAttempts(asker, account.id)) {
        await recordSubmission(asker, id, (attempt) => submit(attempt, now))
      }
      await tellMoved(await adoptGuest(asker, account.id))
    }
    redirect(pathOfOurs(input.back))
  },
)
