'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { recordAssignment } from '@/lib/data/assignments'
import { findTaughtClass } from '@/lib/data/classes'
import { listQuizzes } from '@/lib/data/quizzes'
import { readSetting } from '@/lib/domain/assignment-form'
import { idField } from '@/lib/fields'

/** Dates and rules have names of their own, so the whole form is passed on. */
const settingSchema = z
  .looseObject({ classId: idField, quizId: idField })
  .transform(({ classId, quizId, ...texts }) => ({
    classId,
    quizId,
    texts: texts as Record<string, string[]>,
  }))

/** Sets a quiz to a class, or changes how it is set. */
export const saveSetting = defineAction(
  'member',
  settingSchema,
  async (viewer, { classId, quizId, texts }) => {
    const taught = (await findTaughtClass(viewer, classId)) ?? notFound()
    const quiz = (await listQuizzes()).find(({ id }) => id === quizId) ?? notFound()
    const setting = readSetting(texts, taught.timeZone, quiz.questions)
    if (!setting.ok) return { faults: setting.faults }
    const { dates, rules } = setting.value
    if (!(await recordAssignment(viewer, classId, quizId, dates, rules))) notFound()
    redirect(`/classes/${classId}`)
  },
)
