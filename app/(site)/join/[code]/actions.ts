'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { mayTry } from '@/lib/auth/limits'
import { joinClass } from '@/lib/data/classes'
import { readCode } from '@/lib/domain/class'
import { one } from '@/lib/fields'

export const join = defineAction(
  'member',
  z.object({ code: one(z.string().max(20, 'codeShape')) }),
  async (viewer, { code: typed }, now) => {
    const code = readCode(typed)
    if (!code.ok) return { refused: 'codeShape' }
    if (!(await mayTry('join', now))) return { refused: 'tooMany' }
    const id = await joinClass(viewer, code.value, now)
    if (!id) return { refused: 'codeUnknown' }
    redirect(`/classes/${id}`)
  },
)
