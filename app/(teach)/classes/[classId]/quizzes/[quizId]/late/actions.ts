'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { takeInFile } from '@/lib/data/late-answers'
import { decideLate } from '@/lib/data/late-decisions'
import { ANSWER_FILE_BYTES, readAnswerFile } from '@/lib/domain/late-answer'
import { readTextFile } from '@/lib/exchange/text-file'
import { idField, one } from '@/lib/fields'

const MOST = 200

/** Accepts the ticked late answers of one attempt, or leaves them aside. */
export const decide = defineAction(
  'member',
  z.object({
    classId: idField,
    quizId: idField,
    attemptId: idField,
    late: z.array(z.uuid(), 'late-none').min(1, 'late-none').max(MOST),
    go: one(z.enum(['accept', 'leave'])),
  }),
  async (viewer, { classId, quizId, attemptId, late, go }, now) => {
    const decided = await decideLate(viewer, attemptId, late, go === 'accept', now)
    if (decided === null) notFound()
    redirect(`/classes/${classId}/quizzes/${quizId}/late`)
  },
)

/** Takes in a file that a student's browser saved because it found no network any more. */
export const takeIn = defineAction(
  'member',
  z.object({ classId: idField, quizId: idField }),
  async (viewer, { classId, quizId }, now, files) => {
    const field = 'file'
    if (!files.file) return { refused: 'late-file-missing', field }
    const text = await readTextFile(files.file, ANSWER_FILE_BYTES)
    if (!text.ok)
      return { refused: text.rejection === 'file-too-long' ? 'late-file-long' : 'late-file', field }
    const file = readAnswerFile(text.value)
    if (!file) return { refused: 'late-file', field }
    const taken = await takeInFile(viewer, classId, quizId, file, now)
    if (taken === null) return { refused: 'late-file-foreign', field }
    if (taken === 'open') return { refused: 'late-file-open', field }
    const { kept, stand, out } = taken
    return { made: { kept: String(kept), stand: String(stand), out: String(out) } }
  },
)
