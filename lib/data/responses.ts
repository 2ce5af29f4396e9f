import { v7 as uuid } from 'uuid'
import type { Certainty } from '@/lib/domain/certainty'
import type { StoredResponse } from '@/lib/domain/question/publish'
import type { SaveOutcome } from '@/lib/domain/save'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'

interface Row {
  open: boolean
  known: boolean
  /** The answer after this save, whether or not it was this save that wrote it. */
  stands: {
    value: StoredResponse | null
    version: number
    savedAt: string
    certainty: Certainty | null
    /** When it was given, which decides between two devices. */
    givenAt: string
    checked: boolean
    accepted: boolean
  } | null
}

/** JSON of what Postgres can store: no NUL, and a U+FFFD in the place of half a character. */
export function toJson(value: unknown): string {
  const clean = (text: string) => Buffer.from(text.replaceAll('\0', '')).toString()
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'string') return clean(inner)
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).map(([key, each]) => [clean(key), each]))
  })
}

/** Ages over a year count as a year. */
const YEAR = 365 * 24 * 60 * 60 * 1000

export interface Save {
  attemptId: string
  questionId: string
  /** Null makes the answer blank again. */
  value: StoredResponse | null
  /** The version that this value was written on top of; 0 where none was saved before. */
  base: number
  /** How sure the learner is, part of the same version; left as it is where it is not given. */
  certainty?: Certainty | undefined
  /** Left as it is where it is not given. */
  flagged?: boolean | undefined
  /** How many milliseconds ago it was given; an answer may have waited on its device. */
  age?: number | undefined
}

/**
 * Saves one answer: one statement. It joins owner, question and version, waits for a hand-in under
 * way, and writes only on top of the version that the learner has seen. The same value sent twice is
 * saved once and acknowledged twice, with the time of the first. A checked answer takes a flag but
 * no other value. A refused save tells the answer that stands, even one that came in just now: that
 * is why a conflict always updates, if only to what is there. When an answer was given is never
 * before the one that it was written on top of, whatever its device tells.
 */
export async function saveResponse(
  viewer: Viewer,
  { attemptId, questionId, value, certainty, base, flagged, age = 0 }: Save,
  now: Date,
): Promise<SaveOutcome> {
  const json = value === null ? null : toJson(value)
  const flag = flagged ?? null
  const sure = certainty ?? null
  const given = new Date(now.getTime() - Math.min(age, YEAR))
  const [row] = await db().$queryRaw<Row[]>`
    with mine as (
      select a.id, a."assignmentId",
        a."submittedAt" is null and (a.deadline is null or ${now} <= a.deadline) as open,
        ${questionId} = any (v."questionIds") as known
      from "Attempt" a join "QuizVersion" v on v.id = a."versionId"
      where a.id = ${attemptId}::uuid and a."learnerId" = ${viewer.id}::uuid
      for share of a
    ), stands as (
      insert into "Response" as old
        ("attemptId", "questionId", value, certainty, version, flagged, "savedAt", "givenAt")
      select id, ${questionId}, ${json}::jsonb, ${sure}::int, ${base}::int + 1,
        coalesce(${flag}::boolean, false), ${now}, ${given}
      from mine
      where open and known and (${base}::int = 0 or exists (
        select from "Response" r where r."attemptId" = id and r."questionId" = ${questionId}))
      on conflict ("attemptId", "questionId") do update
        set (value, certainty, version, "savedAt", "givenAt", flagged) = (
        select case when n.writes then excluded.value else old.value end,
          case when n.writes then coalesce(excluded.certainty, old.certainty) else old.certainty end,
          case when n.writes then excluded.version else old.version end,
          case when n.writes then excluded."savedAt" else old."savedAt" end,
          case when n.writes and old.version = 0 then excluded."givenAt"
            when n.writes and old.value is distinct from excluded.value
              then greatest(excluded."givenAt", coalesce(old."givenAt", old."savedAt"))
            else coalesce(old."givenAt", old."savedAt") end,
          case when n.writes or n.repeats then coalesce(${flag}::boolean, old.flagged) else old.flagged end
        from (select old."checkedAt" is null and old.version = ${base}::int as writes,
          old.value is not distinct from excluded.value
            and (excluded.certainty is null or excluded.certainty = coalesce(old.certainty, 1))
            and (old."checkedAt" is not null or old.version = ${base}::int + 1) as repeats) n)
      returning value, certainty, version, "savedAt", coalesce("givenAt", "savedAt") as "givenAt",
        "checkedAt" is not null as checked,
        value is not distinct from ${json}::jsonb
          and (${sure}::int is null or ${sure}::int = coalesce(certainty, 1))
          and ("checkedAt" is not null or version = ${base}::int + 1) as accepted
    ), logged as (
      insert into "AttemptEvent" (id, "attemptId", at, kind, detail)
      select ${uuid()}::uuid, mine.id, ${now}, 'saved', ${questionId} from mine, stands
      where mine."assignmentId" is not null and stands.accepted and stands."savedAt" = ${now}
    )
    select open, known, (select row_to_json(stands) from stands) as stands from mine`
  if (!row?.known) return { state: 'not-found' }
  if (!row.open) return { state: 'closed' }
  if (!row.stands) return { state: 'newer-exists', value: null, version: 0, ageMs: 0 }
  const { value: kept, certainty: said, version, checked, accepted } = row.stands
  if (accepted) return { state: 'saved', version, savedAt: new Date(row.stands.savedAt) }
  if (checked) return { state: 'closed' }
  return {
    state: 'newer-exists',
    value: kept,
    version,
    ageMs: Math.max(0, now.getTime() - new Date(row.stands.givenAt).getTime()),
    ...(said !== null && { certainty: said }),
  }
}

export interface PageSave extends Omit<Save, 'attemptId' | 'flagged' | 'age'> {
  /** How many milliseconds ago the answer was given, where the page knows. */
  age: number | null
}

/**
 * Saves what a form of one page carries: one statement for all its questions. An answer whose base
 * is not the saved version any more is left alone and reported, unless it is the same answer or is
 * known to have been given later than the one that is saved. Ages over a year count as a year.
 *
 * @returns the ids of the questions whose newer answers stand, or null where the attempt is not an
 *   open one of the viewer's own
 */
export async function savePage(
  viewer: Viewer,
  attemptId: string,
  entries: PageSave[],
  now: Date,
): Promise<string[] | null> {
  const [row] = await db().$queryRaw<{ conflicts: string[] }[]>`
    with mine as (
      select a.id, a."assignmentId", v."questionIds"
      from "Attempt" a join "QuizVersion" v on v.id = a."versionId"
      where a.id = ${attemptId}::uuid and a."learnerId" = ${viewer.id}::uuid and a."submittedAt" is null
        and (a.deadline is null or ${now} <= a.deadline)
      for share of a
    ), sent as (
      select s."questionId", nullif(s.value, 'null'::jsonb) as value, s.certainty, s.base, s.event,
        s.age is not null as aged,
        ${now}::timestamptz - least(coalesce(s.age, 0), ${YEAR}) * interval '1 millisecond' as given
      from jsonb_to_recordset(${toJson(entries.map((each) => ({ ...each, event: uuid() })))}::jsonb)
        as s("questionId" text, value jsonb, certainty int, base int, age float8, event uuid)
    ), changed as (
      select s."questionId", s.value, s.certainty, coalesce(r.version, 0) as version,
        case when r.version > 0 then greatest(s.given, coalesce(r."givenAt", r."savedAt")) else s.given end as given,
        r."checkedAt" is null
          and (coalesce(r.version, 0) = s.base or s.aged and coalesce(r."givenAt", r."savedAt") < s.given) as allowed
      from mine cross join sent s
      left join "Response" r on r."attemptId" = mine.id and r."questionId" = s."questionId"
      where s."questionId" = any (mine."questionIds")
        and (s.value is distinct from nullif(r.value, 'null'::jsonb)
          or s.certainty <> coalesce(r.certainty, 1))
    ), saved as (
      insert into "Response" as old ("attemptId", "questionId", value, certainty, version, "savedAt")
      select mine.id, c."questionId", c.value, c.certainty, c.version + 1, c.given
      from mine, changed c where c.allowed
      on conflict ("attemptId", "questionId") do update
        set value = excluded.value, version = excluded.version,
          certainty = coalesce(excluded.certainty, old.certainty),
          "givenAt" = case when old.version = excluded.version then old."givenAt" end,
          "savedAt" = case when old.version = excluded.version then old."savedAt" else excluded."savedAt" end
        where old."checkedAt" is null and old.version = excluded.version - 1
          or old.version = excluded.version and old.value is not distinct from excluded.value
            and (excluded.certainty is null or excluded.certainty = coalesce(old.certainty, 1))
      returning "questionId"
    ), logged as (
      insert into "AttemptEvent" (id, "attemptId", at, kind, detail)
      select sent.event, mine.id, ${now}, 'saved', sent."questionId" from mine, sent, saved
      where mine."assignmentId" is not null and saved."questionId" = sent."questionId"
    )
    select coalesce((select json_agg("questionId") from changed
      where "questionId" not in (select "questionId" from saved)), '[]') as conflicts
    from mine`
  return row?.conflicts ?? null
}

/** Sets or takes away the learner's own flag; the answer and its version stay as they are. */
export async function recordFlag(
  viewer: Viewer,
  attemptId: string,
  questionId: string,
  flagged: boolean,
  now: Date,
): Promise<void> {
  await db().$executeRaw`
    insert into "Response" ("attemptId", "questionId", flagged)
    select a.id, ${questionId}, ${flagged} from "Attempt" a join "QuizVersion" v on v.id = a."versionId"
    where a.id = ${attemptId}::uuid and a."learnerId" = ${viewer.id}::uuid
      and a."submittedAt" is null and (a.deadline is null or ${now} <= a.deadline)
      and ${questionId} = any (v."questionIds")
    for share of a
    on conflict ("attemptId", "questionId") do update set flagged = excluded.flagged`
}

/**
 * Where each question is checked: fixes the answer as it is saved, after which its key is due; a blank may be given up
 * like this too. Fixed once, it stays as it is.
 */
export async function recordCheck(
  viewer: Viewer,
  attemptId: string,
  questionId: string,
  now: Date,
): Promise<void> {
  await db().$executeRaw`
    insert into "Response" as old ("attemptId", "questionId", "savedAt", "checkedAt")
    select a.id, ${questionId}, ${now}, ${now}
    from "Attempt" a join "QuizVersion" v on v.id = a."versionId"
    where a.id = ${attemptId}::uuid and a."learnerId" = ${viewer.id}::uuid and a.behaviour in ('immediate', 'immediateCertainty')
      and a."submittedAt" is null and (a.deadline is null or ${now} <= a.deadline) and ${questionId} = any (v."questionIds")
    for share of a
    on conflict ("attemptId", "questionId") do update
      set "checkedAt" = coalesce(old."checkedAt", excluded."checkedAt")`
}
