import { z } from 'zod'
import { type AttemptEvent, EVENT_KINDS } from '@/lib/domain/attempt-log'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'

const kindSchema = z.enum(EVENT_KINDS)
const MOST = 2_000

/**
 * What happened to an attempt that was handed in to a class which the viewer teaches or observes, in
 * its order, at most the first two thousand; empty for everybody else. One statement.
 */
export async function listEvents(viewer: Viewer, attemptId: string): Promise<AttemptEvent[]> {
  const rows = await db().$queryRaw<(Omit<AttemptEvent, 'kind'> & { kind: string })[]>`
    select e.id, e.at, e.kind, e.detail
    from "AttemptEvent" e join "Attempt" a on a.id = e."attemptId"
    join "Assignment" s on s.id = a."assignmentId"
    join "Membership" t on t."classId" = s."classId" and t."userId" = ${viewer.id}::uuid
      and t.role <> 'student'
    where e."attemptId" = ${attemptId}::uuid and a."submittedAt" is not null
    order by e.id
    limit ${MOST}`
  return rows.map((row) => ({ ...row, kind: kindSchema.parse(row.kind) }))
}
