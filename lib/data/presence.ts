import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'

/** A page of an attempt: where it is open, and in which session. */
export interface PageAt {
  /** What the page calls itself. */
  page: string
  /** A device's name, such as "Firefox, Windows". */
  device: string
  /** Tells the browsers of one attempt from each other, and means nothing else. */
  session: string
}

export interface Clock {
  deadline: Date | null
  submittedAt: Date | null
  /** When any page of the attempt was heard of before; null where none was. */
  heardAt: Date | null
  /** Another page of it that is open now, one on another device first; there null is this browser. */
  elsewhere: { device: string | null } | null
}

/** A page asks every eight seconds; one that has missed two of them is closed, or sleeps. */
const OPEN = 20_000
/** So long a page that was not heard of again is remembered beside those that are. */
const REMEMBERED = 10 * 60_000
const MOST_PAGES = 20

/**
 * When an attempt of the viewer's own ends or ended, and where else it is open; null for every other.
 * While it is open this notes that its page has just been heard of, in the same statement: in a table
 * that is not logged, whose changes are written to no journal and wait for no disk. After a crash it is
 * empty, and full again within the half minute that such a note is worth anything. Of one attempt at
 * most twenty pages are noted.
 *
 * @param from the page that asks; null where it does not say which it is
 */
export async function askClock(
  viewer: Viewer,
  attemptId: string,
  from: PageAt | null,
  now: Date,
): Promise<Clock | null> {
  const { page, device, session } = from ?? { page: '', device: '', session: '' }
  const [row] = await db().$queryRaw<
    (Omit<Clock, 'elsewhere'> & { elsewhere: { device: string; session: string } | null })[]
  >`
    with mine as (
      select id, deadline, "submittedAt" from "Attempt"
      where id = ${attemptId}::uuid and "learnerId" = ${viewer.id}::uuid
    ), pages as (
      select p.* from "Presence" p join mine on mine.id = p."attemptId"
    ), gone as (
      delete from "Presence" p using mine where p."attemptId" = mine.id and p.page <> ${page}
        and p."seenAt" < ${new Date(now.getTime() - REMEMBERED)}
    ), seen as (
      insert into "Presence" ("attemptId", page, device, session, "seenAt")
      select id, ${page}, ${device}, ${session}, ${now} from mine
      where "submittedAt" is null and (exists (select from pages where page = ${page})
        or (select count(*) from pages) < ${MOST_PAGES})
      on conflict ("attemptId", page) do update set device = excluded.device,
        session = excluded.session, "seenAt" = excluded."seenAt"
    )
    select deadline, "submittedAt", (select max("seenAt") from pages) as "heardAt",
      (select json_build_object('device', device, 'session', session) from pages
        where page not in (${page}, '') and "seenAt" > ${new Date(now.getTime() - OPEN)}
        order by session <> ${session} desc, "seenAt" desc limit 1) as elsewhere
    from mine`
  if (!row) return null
  const { elsewhere, ...clock } = row
  const isHere = elsewhere?.session === session
  return {
    ...clock,
    elsewhere: from && elsewhere && { device: isHere ? null : elsewhere.device },
  }
}

/** Forgets who was heard of before `before` the last time. Run at start-up. */
export async function sweepPresence(before: Date): Promise<void> {
  await db().presence.deleteMany({ where: { seenAt: { lt: before } } })
}
