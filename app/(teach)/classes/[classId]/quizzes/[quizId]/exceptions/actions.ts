'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { findSeat, recordException } from '@/lib/data/exceptions'
import { deadlineOf, windowOf } from '@/lib/domain/assignment'
import { readException } from '@/lib/domain/assignment-form'
import { REASON_LENGTH } from '@/lib/domain/override-form'
import { idField, writtenText } from '@/lib/fields'

/** The fields are read by the domain, so the whole form is passed on. */
const exceptionSchema = z
  .looseObject({ classId: idField, quizId: idField, studentId: idField })
  .transform(({ classId, quizId, studentId, ...texts }) => ({
    at: { classId, quizId, studentId },
    texts: texts as Record<string, string[]>,
  }))

/** Says what holds for one student alone, or, with nothing written, that nothing does. */
export const saveException = defineAction(
  'member',
  exceptionSchema,
  async (viewer, { at, texts }, now) => {
    const { classId, quizId } = at
    const set = (await findSeat(viewer, at)) ?? notFound()
    const read = readException(texts, set.timeZone, set)
    if (!read.ok) return { faults: read.faults }
    const wasExcused = set.seat.exception?.isExcused ?? false
    const reason = writtenText.parse(texts.reason?.[0] ?? '')
    const isChanged = (read.value?.isExcused ?? false) !== wasExcused
    if (isChanged && (reason === '' || reason.length > REASON_LENGTH))
      return { refused: 'reason', field: 'reason' }
    const window = windowOf(set, set.rules, set.seat.extraTime, read.value)
    const deadline = deadlineOf(window, set.seat.openSince ?? now)
    if (!(await recordException(viewer, at, read.value, deadline, now, reason))) notFound()
    redirect(`/classes/${classId}/quizzes/${quizId}/exceptions`)
  },
)
