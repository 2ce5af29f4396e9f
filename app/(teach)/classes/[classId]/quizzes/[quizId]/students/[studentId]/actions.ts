'use server'

import { notFound, redirect } from 'next/navigation'
import { z } from 'zod'
import { defineAction } from '@/lib/action'
import { recordComment } from '@/lib/data/grade-comments'
import { findGradeDetails } from '@/lib/data/grade-details'
import { recordOverride } from '@/lib/data/overrides'
import { workingsOf } from '@/lib/domain/grade-details'
import { COMMENT_LENGTH, GRADE_UNITS, REASON_LENGTH, readGrade } from '@/lib/domain/override-form'
import { idField, one, writtenText } from '@/lib/fields'

const place = { classId: idField, quizId: idField, studentId: idField }
type Place = { classId: string; quizId: string; studentId: string }
const pageOf = ({ classId, quizId, studentId }: Place) =>
  `/classes/${classId}/quizzes/${quizId}/students/${studentId}`

const reason = one(writtenText.min(1, 'reason').max(REASON_LENGTH, 'reason'))
const overrideSchema = z.object({
  ...place,
  grade: one(z.string().max(20, 'grade')),
  unit: one(z.enum(GRADE_UNITS, 'choice')),
  reason,
})

/** Sets a student's grade by hand. */
export const overrideGrade = defineAction(
  'member',
  overrideSchema,
  async (viewer, { grade, unit, reason, ...at }, now) => {
    const details = (await findGradeDetails(viewer, at)) ?? notFound()
    const { points } = workingsOf(details, now).cell
    if (unit === 'points' && points === null) return { refused: 'gradeUnit', field: 'unit' }
    const read = readGrade(grade, unit, points)
    if (!read.ok) return { refused: read.rejection, field: 'grade' }
    if (!(await recordOverride(viewer, at, read.value, reason, now))) notFound()
    redirect(pageOf(at))
  },
)

/** Lets what the attempts come to count again. */
export const liftOverride = defineAction(
  'member',
  z.object({ ...place, liftReason: reason }),
  async (viewer, { liftReason, ...at }, now) => {
    if (!(await recordOverride(viewer, at, null, liftReason, now))) notFound()
    redirect(pageOf(at))
  },
)

const text = one(writtenText.max(COMMENT_LENGTH, 'comment'))

/** Says something to the student about their grade, or takes it back. */
export const saveComment = defineAction(
  'member',
  z.object({ ...place, text }),
  async (viewer, { text, ...at }, now) => {
    if (!(await recordComment(viewer, at, text, now))) notFound()
    redirect(pageOf(at))
  },
)
