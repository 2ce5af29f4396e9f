'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { defineCommand } from '@/lib/action'
import { recordExtension } from '@/lib/data/live'
import { idField, one } from '@/lib/fields'

const minutesField = one(z.string().regex(/^(?:5|10|15|30)$/)).transform(Number)

/** Gives a student at work more time. */
export const extend = defineCommand(
  'member',
  z.object({ classId: idField, quizId: idField, attemptId: idField, minutes: minutesField }),
  async (viewer, { classId, quizId, attemptId, minutes }, now) => {
    // Where they have just handed in, the page says so; it is the page that others are kept from.
    await recordExtension(viewer, attemptId, minutes, now)
    redirect(`/classes/${classId}/quizzes/${quizId}/live`)
  },
)
