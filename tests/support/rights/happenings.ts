import { findCorrectionPlan, recordCorrection } from '@/lib/data/corrections'
import { db } from '@/lib/data/db'
import { recordComment } from '@/lib/data/grade-comments'
import { keepLate } from '@/lib/data/late-answers'
import { recordOverride } from '@/lib/data/overrides'
import { recordReport } from '@/lib/data/question-reports'
import { recordWeighting } from '@/lib/data/weighting'
import { readCorrection, seenOf } from '@/lib/domain/correction-form'
import { fraction } from '@/lib/domain/fraction'
import type { Viewer } from '@/lib/domain/viewer'
import { the } from '@/tests/support/the'
import { statements } from '@/tests/support/versions'
import { CORRECTION, type Room } from './world'

interface Who {
  teacher: Viewer
  student: Viewer
  /** The student's, handed in, with q1 answered. */
  done: string
}

const formOf = (fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, [text]]))

/** The first question put right as `CORRECTION` says. */
function draft() {
  const [question] = statements(1)
  const read = readCorrection(formOf(CORRECTION), the(question))
  if (!read.ok) throw new Error('The correction is not one.')
  return read.value
}

/**
 * All that can come of an attempt in a class: grades weighed, a report, a late answer, a correction, a
 * grade set by hand, a comment. Whatever has words has the secret in them.
 */
export async function happenIn(
  { teacher, student, done }: Who,
  place: { classId: string; quizId: string; studentId: string },
  secret: string,
  now: Date,
): Promise<Pick<Room, 'late' | 'report' | 'correction' | 'seen' | 'category'>> {
  const { classId, quizId } = place
  const at = { classId, quizId }
  const categories = [{ id: null, name: `Category ${secret}`, weight: 1 }]
  const weighed = { missing: 'ignored' as const, otherWeight: 1, categories, assignments: [] }
  await recordWeighting(teacher, classId, weighed)
  await recordReport(student, done, 'q1', `Report ${secret}`, now)
  const [soon, age] = [new Date(now.getTime() + 5_000), 5_000]
  const given = { questionId: 'q2', value: 'true', base: 0, age }
  const kept = await keepLate(student, done, given, soon)
  if (kept !== 'kept') throw new Error(`The late answer: ${kept}`)
  await recordOverride(teacher, place, fraction(1, 2), `Override ${secret}`, now)
  await recordComment(teacher, place, `Comment ${secret}`, now)
  const made = { ...draft(), questionId: 'q2', reason: `Correction ${secret}` }
  await recordCorrection(teacher, at, made, now)
  const plan = the(await findCorrectionPlan(teacher, at, draft(), now))
  const [late, report, correction, category] = await Promise.all([
    db().lateAnswer.findFirstOrThrow({ where: { attemptId: done } }),
    db().questionReport.findFirstOrThrow({ where: { attemptId: done } }),
    db().correction.findFirstOrThrow({ where: { assignment: at } }),
    db().category.findFirstOrThrow({ where: { classId } }),
  ])
  return {
    late: late.id,
    report: report.id,
    correction: correction.id,
    category: category.id,
    seen: seenOf(draft(), plan),
  }
}
