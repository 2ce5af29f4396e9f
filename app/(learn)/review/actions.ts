'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { defineCommand } from '@/lib/action'
import { findPresented } from '@/lib/data/review-sets'
import { recordEasy, recordReview } from '@/lib/data/reviews'
import { readPageForm } from '@/lib/domain/attempt-form'
import { idField, one, slugField } from '@/lib/fields'

const turnField = one(z.string().regex(/^\d{1,6}$/)).transform(Number)

/** The fields of the question have names of their own, so the whole form is passed on. */
const answerSchema = z
  .looseObject({
    entry: idField,
    course: slugField,
    question: slugField,
    version: idField,
    turn: turnField,
  })
  .transform(({ entry, course, question, version, turn, ...texts }) => ({
    key: { courseSlug: course, questionId: question, versionId: version, turn },
    entry,
    texts: texts as Record<string, string[] | string>,
  }))

/**
 * An answer in the review. "Check" may open a second try; "I don’t know" and "Show the answer" end it;
 * the buttons of an order only move its rows, where no script does.
 */
export const answerReview = defineCommand('viewer', answerSchema, async (viewer, input, now) => {
  const { key, entry, texts } = input
  const question = (await findPresented(viewer, key)) ?? notFound()
  const form = readPageForm(texts)
  const value = form.entryFor(question)?.value ?? null
  if (form.move)
    redirect(`/review?draft=${encodeURIComponent(JSON.stringify({ id: question.id, value }))}`)
  const isGivenUp = form.go === 'unknown'
  if (!isGivenUp && value === null) redirect('/review?blank=1')
  const answer = { ...key, id: entry, value: isGivenUp ? null : value, age: 0, timeZone: null }
  const took = await recordReview(viewer, { ...answer, isFinal: isGivenUp }, now)
  if (!took.ok) notFound()
  redirect(took.value.state === 'kept' ? `/review?done=${took.value.entryId}` : '/review?again=1')
})

/** The learner's own word that it was easy: it comes back later. */
export const sayEasy = defineCommand(
  'viewer',
  z.object({ entry: idField }),
  async (viewer, { entry }) => {
    await recordEasy(viewer, entry)
    redirect(`/review?done=${entry}`)
  },
)
