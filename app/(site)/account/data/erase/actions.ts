'use server'

import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { maySignIn } from '@/lib/auth/limits'
import { isPassword } from '@/lib/auth/password'
import { forgetBrowser } from '@/lib/auth/session'
import { eraseAccount } from '@/lib/data/erasure'
import { findAccount } from '@/lib/data/users'
import { backField, one } from '@/lib/fields'
import { note } from '@/lib/log'

/** The password of whoever has one, and a tick by whoever has none. */
export const erase = defineAction(
  'viewer',
  z.object({
    password: one(z.string().max(200, 'passwordLong')),
    sure: one(z.string().max(3)),
    back: backField,
  }),
  async (viewer, { password, sure }, now) => {
    if (viewer.isGuest) {
      if (sure !== 'yes') return { refused: 'notSure', field: 'sure' }
    } else {
      if (password === '') return { refused: 'passwordMissing', field: 'password' }
      if (!(await maySignIn(viewer.id, now))) return { refused: 'tooMany' }
      const fits = await isPassword((await findAccount(viewer))?.passwordHash ?? null, password)
      if (!fits.ok) return { refused: fits.rejection }
      if (!fits.value) return { refused: 'currentPassword', field: 'password' }
    }
    const t = await getTranslations('erase')
    if (await eraseAccount(viewer, t('standIn'))) return { refused: 'onlyTeacher' }
    note('user_erased', { account: viewer.id })
    await forgetBrowser()
    redirect('/erased')
  },
)
