'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction, pathOfOurs } from '@/lib/action'
import { isCommonPassword } from '@/lib/auth/common-passwords'
import { mayTry, signInWorked } from '@/lib/auth/limits'
import { tellMoved } from '@/lib/auth/moved'
import { hashPassword } from '@/lib/auth/password'
import { startSession } from '@/lib/auth/session'
import { findHoldings } from '@/lib/data/adoption'
import { createMember, promoteGuest } from '@/lib/data/users'
import { backField, emailField, nameField, newPasswordField } from '@/lib/fields'
import { note } from '@/lib/log'

/** Makes an account. A guest becomes a member under the same row, so all that was done stays. */
export const signUp = defineAction(
  'anybody',
  z.object({ name: nameField, email: emailField, password: newPasswordField, back: backField }),
  async (asker, { name, email, password, back }, now) => {
    if (!(await mayTry('sign-up', now))) return { refused: 'tooMany' }
    if (isCommonPassword(password, [name, email]))
      return { refused: 'passwordCommon', field: 'password' }
    const hashed = await hashPassword(password)
    if (!hashed.ok) return { refused: hashed.rejection }
    const member = { name, email, passwordHash: hashed.value }
    const id = asker?.isGuest
      ? (await promoteGuest(asker, member)) && asker.id
      : await createMember(member)
    if (!id) return { refused: 'emailTaken', field: 'email' }
    await signInWorked(email)
    await startSession(id, now)
    note('user_created', { account: id })
    if (asker?.isGuest) await tellMoved(await findHoldings(asker))
    redirect(pathOfOurs(back))
  },
)
