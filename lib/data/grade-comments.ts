import type { Viewer } from '@/lib/domain/viewer'
import { recordGradeChanges } from './grade-changes'
import { type CellPlace, holdSeat } from './seat'
import { inTransaction } from './transaction'

/**
 * Writes what a student of a class that the viewer teaches is told about a grade; an empty text takes
 * it away. What changes is in the history of the grade. False where it is not theirs to write.
 */
export function recordComment(
  viewer: Viewer,
  place: CellPlace,
  text: string,
  now: Date,
): Promise<boolean> {
  return inTransaction(async (transaction) => {
    const assignmentId = await holdSeat(transaction, viewer, place)
    if (!assignmentId) return false
    const learnerId = place.studentId
    const where = { assignmentId_learnerId: { assignmentId, learnerId } }
    const found = await transaction.gradeComment.findUnique({ where })
    if ((found?.text ?? '') === text) return true
    if (text) {
      const data = { text, at: now, byId: viewer.id }
      await transaction.gradeComment.upsert({
        where,
        create: { assignmentId, learnerId, ...data },
        update: data,
        select: { at: true },
      })
    } else await transaction.gradeComment.delete({ where, select: { at: true } })
    const before = found && { text: found.text }
    const after = text ? { text } : null
    const change = {
      assignmentId,
      learnerId,
      kind: 'comment' as const,
      before,
      after,
      reason: null,
    }
    await recordGradeChanges(transaction, viewer, [change], now)
    return true
  })
}
