'use server'

import { randomBytes } from 'node:crypto'
import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction, defineCommand } from '@/lib/action'
import { findAssignment } from '@/lib/data/assignments'
import { findAttempt } from '@/lib/data/attempts'
import { recordReport } from '@/lib/data/question-reports'
import { startChosen } from '@/lib/data/starts'
import { recordSubmission } from '@/lib/data/submissions'
import { explainAll, submit } from '@/lib/domain/attempt'
import { idField, one, writtenText } from '@/lib/fields'
import { dueNow, missedOf } from './due'

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

/**
 * Practises only what was missed in a result of the viewer's own, from the same version. Where other
 * mistakes of that quiz are being practised, that is handed in first, so that its answers stay.
 */
export const redoMissed = defineCommand(
  'viewer',
  z.object({ attemptId: idField }),
  async (viewer, { attemptId }, now) => {
    const attempt = (await findAttempt(viewer, attemptId)) ?? notFound()
    if (attempt.learner.id !== viewer.id || !attempt.submittedAt) notFound()
    const { assignmentId, versionId } = attempt
    const assigned = assignmentId ? await findAssignment(viewer, assignmentId) : null
    const only = missedOf(explainAll(attempt), dueNow(attempt, true, assigned, now).shown)
    if (only.length === 0) redirect(`/attempts/${attemptId}/result`)
    const choice = { versionId, purpose: 'redo' as const, only }
    const seed = randomBytes(16).toString('hex')
    let started = await startChosen(viewer, choice, seed, now)
    if (started?.isOther) {
      await recordSubmission(viewer, started.id, (open) => submit(open, now))
      started = await startChosen(viewer, choice, seed, now)
    }
    redirect(started ? `/attempts/${started.id}` : notFound())
  },
)
