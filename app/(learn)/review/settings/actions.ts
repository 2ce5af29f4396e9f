'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { recordSettings } from '@/lib/data/study-settings'
import { CAP } from '@/lib/domain/study-settings'
import { one, zoneField } from '@/lib/fields'

const capField = one(
  z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, 'dailyCap')
    .transform(Number)
    .refine((cap) => cap >= CAP.least && cap <= CAP.most, 'dailyCap'),
)

/**
 * How many questions come back in a day, and in which zone days change; a page that knows its device's
 * zone alone leaves the other as it is.
 */
export const setReview = defineAction(
  'viewer',
  z.object({ dailyCap: capField.optional(), timeZone: zoneField }),
  async (viewer, { dailyCap, timeZone }) => {
    await recordSettings(viewer, { timeZone, ...(dailyCap !== undefined && { dailyCap }) })
    if (dailyCap === undefined) return { made: {} }
    redirect('/review')
  },
)
