'use server'

import { notFound, redirect } from 'next/navigation'
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
    if (!(await recordExtension(viewer, attemptId, minutes, now))) notFound()
    redirect(`/classes/${classId}/quizzes/${quizId}/live`)
  },
)
