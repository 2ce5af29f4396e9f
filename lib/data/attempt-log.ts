import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { type Absence, type AttemptEvent, absenceText, EVENT_KINDS } from '@/lib/domain/attempt-log'
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
    order by e.at, e.id
    limit ${MOST}`
  return rows.map((row) => ({ ...row, kind: kindSchema.parse(row.kind) }))
}

/**
 * Notes on which device an attempt of the viewer's own, set in a class, is open: once for each device
 * (`deviceText`), however often its page is made. One statement.
 */
export async function recordOpened(
  viewer: Viewer,
  attemptId: string,
  device: string,
  now: Date,
): Promise<void> {
  await db().$executeRaw`
    insert into "AttemptEvent" (id, "attemptId", at, kind, detail)
    select ${uuid()}::uuid, a.id, ${now}, 'opened', ${device} from "Attempt" a
    where a.id = ${attemptId}::uuid and a."learnerId" = ${viewer.id}::uuid
      and a."assignmentId" is not null and a."submittedAt" is null
      and not exists (select from "AttemptEvent" e
        where e."attemptId" = a.id and e.kind = 'opened' and e.detail = ${device})
      and (select count(*) from "AttemptEvent" e
        where e."attemptId" = a.id and e.kind = 'opened') < ${MOST_DEVICES}`
}

const MOST_DEVICES = 50
const MOST_ABSENCES = 200
/** A page that says again and again that it was away is not written down each time. */
const REST = 10_000
const DAY = 86_400

/**
 * Notes that the page of an attempt of the viewer's own, set in a class and open or over for less than
 * a day, has found the server again: since when nothing was heard, by the longer telling of the two and at most since a day, and
 * now. At most once in ten seconds, and two hundred times in all. One statement.
 */
export async function recordFound(
  viewer: Viewer,
  attemptId: string,
  absence: Absence,
  now: Date,
): Promise<void> {
  const seconds = Math.min(DAY, Math.max(absence.device ?? 0, absence.server ?? 0))
  const detail = absenceText(absence)
  const since = new Date(now.getTime() - seconds * 1000)
  await db().$executeRaw`
    insert into "AttemptEvent" (id, "attemptId", at, kind, detail)
    select e.id, a.id, greatest(e.at, a."startedAt"), e.kind, ${detail}
    from "Attempt" a cross join (values
      (${uuid()}::uuid, ${since}::timestamptz, 'lost'), (${uuid()}::uuid, ${now}::timestamptz, 'found')
    ) as e(id, at, kind)
    where a.id = ${attemptId}::uuid and a."learnerId" = ${viewer.id}::uuid
      and a."assignmentId" is not null
      and (a."submittedAt" is null or a."submittedAt" > ${new Date(now.getTime() - DAY * 1000)})
      and not exists (select from "AttemptEvent" f where f."attemptId" = a.id and f.kind = 'found'
        and f.at > ${new Date(now.getTime() - REST)})
      and (select count(*) from "AttemptEvent" f
        where f."attemptId" = a.id and f.kind = 'found') < ${MOST_ABSENCES}`
}
