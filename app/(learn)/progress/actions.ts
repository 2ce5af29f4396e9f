'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineCommand } from '@/lib/action'
import { recordSettings } from '@/lib/data/study-settings'
import { one } from '@/lib/fields'

/** On how many days of a week the viewer means to study; an empty choice takes the goal away. */
export const setGoal = defineCommand(
  'viewer',
  z.object({
    weeklyGoal: one(
      z
        .string()
        .regex(/^[1-7]?$/, 'weeklyGoal')
        .transform((text) => (text === '' ? null : Number(text))),
    ),
  }),
  async (viewer, changes) => {
    await recordSettings(viewer, changes)
    redirect('/progress#goal-title')
  },
)
