import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'

/**
 * When an attempt of the viewer's own ends or ended; null for every other. While it is open this notes
 * that its page has just been heard of, in the same statement: in a table that is not logged, whose
 * changes are written to no journal and wait for no disk. After a crash it is empty, and full again
 * within the half minute that such a note is worth anything.
 */
export async function askClock(
  viewer: Viewer,
  attemptId: string,
  now: Date,
): Promise<{ deadline: Date | null; submittedAt: Date | null } | null> {
  const [row] = await db().$queryRaw<{ deadline: Date | null; submittedAt: Date | null }[]>`
    with mine as (
      select id, deadline, "submittedAt" from "Attempt"
      where id = ${attemptId}::uuid and "learnerId" = ${viewer.id}::uuid
    ), seen as (
      insert into "Presence" ("attemptId", "seenAt")
      select id, ${now} from mine where "submittedAt" is null
      on conflict ("attemptId") do update set "seenAt" = excluded."seenAt"
    )
    select deadline, "submittedAt" from mine`
  return row ?? null
}

/** Forgets who was heard of before `before` the last time. Run at start-up. */
export async function sweepPresence(before: Date): Promise<void> {
  await db().presence.deleteMany({ where: { seenAt: { lt: before } } })
}
