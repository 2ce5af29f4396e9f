'use server'

import { notFound } from 'next/navigation'
import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { findAttempt } from '@/lib/data/attempts'
import { recordReport } from '@/lib/data/question-reports'
import { idField, one, writtenText } from '@/lib/fields'

const reportSchema = z.object({
  attemptId: idField,
  questionId: one(z.string().min(1).max(64)),
  text: one(writtenText.min(1, 'reportText').max(1_000, 'reportText')),
})

/** Tells the teachers that something is wrong with a question of the learner's own paper. */
export const reportQuestion = defineAction(
  'member',
  reportSchema,
  async (viewer, { attemptId, questionId, text }, now) => {
    const attempt = (await findAttempt(viewer, attemptId)) ?? notFound()
    const isAsked = attempt.version.questions.some(({ id }) => id === questionId)
    if (!isAsked || attempt.learner.id !== viewer.id || !attempt.assignmentId) notFound()
    if (!(await recordReport(viewer, attemptId, questionId, text, now)))
      return { refused: 'reported', field: 'text' }
    return { made: {} }
  },
)
