import { type Fraction, isSame } from '@/lib/domain/fraction'
import type { Viewer } from '@/lib/domain/viewer'
import { recordGradeChanges } from './grade-changes'
import { type CellPlace, holdSeat } from './seat'
import { inTransaction } from './transaction'

/**
 * Sets the grade of a student of a class that the viewer teaches, as a share of the whole and with
 * its reason, or lifts it (null), so that the computed one counts again. What changes is in the
 * history of the grade; what was so already is not. False where it is not theirs to set.
 */
export function recordOverride(
  viewer: Viewer,
  place: CellPlace,
  share: Fraction | null,
  reason: string,
  now: Date,
): Promise<boolean> {
  return inTransaction(async (transaction) => {
    const assignmentId = await holdSeat(transaction, viewer, place)
    if (!assignmentId) return false
    const learnerId = place.studentId
    const where = { assignmentId_learnerId: { assignmentId, learnerId } }
    const found = await transaction.override.findUnique({ where })
    const isSameShare = found && share ? isSame(found, share) : !found && !share
    if (isSameShare && (!found || found.reason === reason)) return true
    if (share) {
      const data = { ...share, reason, at: now, byId: viewer.id }
      await transaction.override.upsert({
        where,
        create: { assignmentId, learnerId, ...data },
        update: data,
        select: { at: true },
      })
    } else await transaction.override.delete({ where, select: { at: true } })
    const before = found && { n: found.n, d: found.d }
    const after = share && { n: share.n, d: share.d }
    const change = { assignmentId, learnerId, kind: 'override' as const, before, after, reason }
    await recordGradeChanges(transaction, viewer, [change], now)
    return true
  })
}
