'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { mayTry } from '@/lib/auth/limits'
import { createClass } from '@/lib/data/classes'
import { codeFrom } from '@/lib/domain/class'
import { nameOf, one } from '@/lib/fields'

const isTimeZone = (name: string) =>
  Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC'

/** Whoever makes a class teaches it. */
export const makeClass = defineAction(
  'member',
  z.object({
    name: nameOf('className'),
    timeZone: one(z.string().refine(isTimeZone, 'timeZone')),
  }),
  async (viewer, { name, timeZone }, now) => {
    if (!(await mayTry('new-class', now, viewer.id))) return { refused: 'tooMany' }
    const code = codeFrom(crypto.getRandomValues(new Uint8Array(8)))
    const id = await createClass(viewer, { name, code, timeZone })
    if (!id) return { refused: 'busy' }
    redirect(`/classes/${id}`)
  },
)
