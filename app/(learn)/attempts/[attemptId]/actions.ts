'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { defineCommand } from '@/lib/action'
import { findAttempt } from '@/lib/data/attempts'
import { recordFlag, savePage } from '@/lib/data/responses'
import { recordSubmission } from '@/lib/data/submissions'
import { submit } from '@/lib/domain/attempt'
import { moveOf, readPageForm, targetOf } from '@/lib/domain/attempt-form'
import { itemOf, itemsOn, pageOf } from '@/lib/domain/open-attempt'
import { completeness } from '@/lib/domain/question/completeness'
import { idField } from '@/lib/fields'
import { checkQuestion } from './check'

/** The fields of questions have names of their own, so the whole form is passed on. */
const pageSchema = z.looseObject({ attemptId: idField }).transform((texts) => ({
  attemptId: texts.attemptId,
  texts: texts as Record<string, string[] | string>,
}))

/**
 * Every button of an open attempt's page: what stands in the form is saved first, then the button
 * does what it says. This is all there is without JavaScript; with it, most is saved already.
 */
export const turnPage = defineCommand('viewer', pageSchema, async (viewer, input, now) => {
  const attempt = (await findAttempt(viewer, input.attemptId)) ?? notFound()
  const here = `/attempts/${attempt.id}`
  if (attempt.submittedAt) redirect(`${here}/result`)
  const form = readPageForm(input.texts)
  const items = itemsOn(attempt, form.page).filter(({ explanation }) => explanation === null)
  const entries = items.flatMap((item) => form.entryFor(item.question) ?? [])
  const conflicts = await savePage(viewer, attempt.id, entries, now)
  if (conflicts === null) redirect(`${here}/result`)

  const indexOf = (question: string) =>
    attempt.version.questions.findIndex(({ id }) => id === question)
  const flagged = indexOf(form.flag)
  if (flagged >= 0) {
    await recordFlag(viewer, attempt.id, form.flag, !itemOf(attempt, flagged).flagged, now)
  }
  // Where a newer answer stands, the learner sees it before it is fixed.
  if (form.go === 'check' && conflicts.length === 0) {
    const answers = new Map(entries.map(({ questionId, value }) => [questionId, value]))
    const open = items.find(
      ({ question, value }) =>
        completeness(
          question,
          answers.has(question.id) ? (answers.get(question.id) ?? null) : value,
        ) !== 'answered',
    )
    if (open && !form.isSure) redirect(`${here}?page=${form.page}&open=${open.question.id}`)
    for (const { question } of items) {
      const seen = form.seenTries(question.id)
      const why = await checkQuestion(viewer, attempt, question.id, seen, now)
      if (why) redirect(`${here}?page=${form.page}&why=${why}`)
    }
  }
  const last = pageOf(attempt, attempt.version.questions.length - 1)
  const target = targetOf(form, last)
  if (target === 'review' && conflicts.length === 0) redirect(`${here}/review`)
  const page = conflicts.length > 0 || target === 'review' ? form.page : target
  const told = conflicts.length > 0 ? `&newer=${conflicts.join(',')}` : ''
  const anchor = moveOf(form) ?? form.flag
  redirect(`${here}?page=${page}${told}${anchor ? `#q${indexOf(anchor) + 1}` : ''}`)
})

/** Hands in once, however often it is asked; every way leads to the one result. */
export const handIn = defineCommand(
  'viewer',
  z.object({ attemptId: idField }),
  async (viewer, { attemptId }, now) => {
    const isDone = await recordSubmission(viewer, attemptId, (attempt) => submit(attempt, now))
    if (!isDone && !(await findAttempt(viewer, attemptId))?.submittedAt) notFound()
    redirect(`/attempts/${attemptId}/result`)
  },
)
