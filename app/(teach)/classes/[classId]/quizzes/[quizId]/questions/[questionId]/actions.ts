'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction, defineCommand } from '@/lib/action'
import { findCorrectable } from '@/lib/data/correctable'
import {
  findCorrectionPlan,
  recordCorrection,
  recordCorrectionUndone,
} from '@/lib/data/corrections'
import { recordReportSettled } from '@/lib/data/question-reports'
import { standingOf } from '@/lib/domain/correction'
import { type CorrectionTold, readCorrection, seenOf } from '@/lib/domain/correction-form'
import { type Done, inForce, questionsIn } from '@/lib/domain/questions-page'
import { idField, one } from '@/lib/fields'

const questionField = one(z.string().min(1).max(64))
const at = { classId: idField, quizId: idField, questionId: questionField }

/** The page of the question, which says what was done. */
const pageOf = (
  { classId, quizId }: { classId: string; quizId: string },
  questionId: string,
  done: Done,
) =>
  `/classes/${classId}/quizzes/${quizId}/questions/${encodeURIComponent(questionId)}?done=${done}`

/** The fields of a key are known to the question's kind, so the whole form is passed on. */
const correctionSchema = z
  .looseObject({ ...at, step: one(z.enum(['plan', 'apply']).catch('plan')), seen: one(z.string()) })
  .transform(({ classId, quizId, questionId, step, seen, ...texts }) => ({
    at: { classId, quizId },
    questionId,
    step,
    seen,
    texts: texts as Record<string, string[]>,
  }))

/**
 * Tells what a correction would change; sent again with `step` at `apply`, applies it, unless it is
 * not what was told: then it is told anew.
 */
export const putRight = defineAction<'member', typeof correctionSchema, CorrectionTold>(
  'member',
  correctionSchema,
  async (viewer, { at: { classId, quizId }, questionId, step, seen, texts }, now) => {
    const quiz = (await findCorrectable(viewer, classId, quizId)) ?? notFound()
    const asked = questionsIn(quiz.versions).find(({ id }) => id === questionId) ?? notFound()
    const { shown } = standingOf(asked, inForce(quiz.corrections))
    const read = readCorrection(texts, shown)
    if (!read.ok) return { faults: read.faults }
    const set = { classId, quizId }
    const plan = (await findCorrectionPlan(viewer, set, read.value, now)) ?? notFound()
    const told = { plan, lists: texts, seen: seenOf(read.value, plan) }
    if (step === 'plan') return { told }
    if (seen !== told.seen) return { told, refused: 'correction-changed' }
    if (!(await recordCorrection(viewer, set, read.value, now))) notFound()
    redirect(pageOf(set, questionId, 'applied'))
  },
)

/** Takes a correction back; where somebody else just has, the page says so. */
export const takeBack = defineCommand(
  'member',
  z.object({ ...at, correctionId: idField }),
  async (viewer, { classId, quizId, questionId, correctionId }, now) => {
    await recordCorrectionUndone(viewer, { classId, quizId }, correctionId, now)
    redirect(pageOf({ classId, quizId }, questionId, 'undone'))
  },
)

/** Marks a student's report as settled. */
export const settleReport = defineCommand(
  'member',
  z.object({ ...at, reportId: idField }),
  async (viewer, { classId, quizId, questionId, reportId }, now) => {
    await recordReportSettled(viewer, reportId, now)
    redirect(pageOf({ classId, quizId }, questionId, 'settled'))
  },
)
