'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { createClass } from '@/lib/data/classes'
import { codeFrom } from '@/lib/domain/class'
import { one } from '@/lib/fields'

const isTimeZone = (name: string) =>
  Intl.supportedValuesOf('timeZone').includes(name) || name === 'UTC'

/** Whoever makes a class teaches it. */
export const makeClass = defineAction(
  'member',
  z.object({
    name: one(z.string().trim().normalize('NFC').min(1, 'className').max(80, 'className')),
    timeZone: one(z.string().refine(isTimeZone, 'timeZone')),
  }),
  async (viewer, { name, timeZone }) => {
    const code = codeFrom(crypto.getRandomValues(new Uint8Array(8)))
    const id = await createClass(viewer, { name, code, timeZone })
    if (!id) return { refused: 'busy' }
    redirect(`/classes/${id}`)
  },
)
