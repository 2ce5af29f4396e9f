import { v7 as uuid } from 'uuid'
import type { GradeChangeKind } from '@/lib/domain/grade-change'
import type { Viewer } from '@/lib/domain/viewer'
import { Prisma } from './generated/client'
import type { Transaction } from './transaction'

export interface NewGradeChange {
  assignmentId: string
  learnerId: string
  kind: GradeChangeKind
  before: Prisma.InputJsonValue | null
  after: Prisma.InputJsonValue | null
  reason: string | null
}

/**
 * Adds to the history of grades, in the transaction that changes them: so that nothing changes
 * without a line, and no line tells of what was rolled back. The caller has checked who may.
 */
export async function recordGradeChanges(
  transaction: Transaction,
  viewer: Pick<Viewer, 'id'>,
  changes: readonly NewGradeChange[],
  now: Date,
): Promise<void> {
  await transaction.gradeChange.createMany({
    data: changes.map(({ before, after, ...change }) => ({
      ...change,
      id: uuid(),
      byId: viewer.id,
      at: now,
      before: before ?? Prisma.DbNull,
      after: after ?? Prisma.DbNull,
    })),
  })
}
