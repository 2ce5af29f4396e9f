import { v7 as uuid } from 'uuid'
import type { Certainty } from '@/lib/domain/certainty'
import type { StoredResponse } from '@/lib/domain/question/publish'
import type { SaveOutcome } from '@/lib/domain/save'
import type { Viewer } from '@/lib/domain/viewer'
import { queryPrepared } from './pool'

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
export const YEAR = 365 * 24 * 60 * 60 * 1000

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
 * $1 the learner or null, $2 the hash of a session's token or null, $3 attempt, $4 question, $5 value,
 * $6 certainty, $7 base, $8 flag, $9 now, $10 given at, $11 the event's id.
 */
export const SAVE = `
with me as (
  select coalesce($1::uuid, (
    select s."userId" from "Session" s where s."tokenHash" = $2 and s.expires > $9)) as id
), mine as (
  select a.id, a."assignmentId",
    a."submittedAt" is null and (a.deadline is null or $9 <= a.deadline) as open,
    $4 = any (v."questionIds") as known
  from "Attempt" a join "QuizVersion" v on v.id = a."versionId"
  where a.id = $3 and a."learnerId" = (select id from me)
  for share of a
), stands as (
  insert into "Response" as old
    ("attemptId", "questionId", value, certainty, version, flagged, "savedAt", "givenAt")
  select id, $4, $5::jsonb, $6::int, $7::int + 1, coalesce($8::boolean, false), $9, $10
  from mine
  where open and known and ($7::int = 0 or exists (
    select from "Response" r where r."attemptId" = id and r."questionId" = $4))
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
      case when n.writes or n.repeats then coalesce($8::boolean, old.flagged) else old.flagged end
    from (select old."checkedAt" is null and old.version = $7::int as writes,
      old.value is not distinct from excluded.value
        and (excluded.certainty is null or excluded.certainty = coalesce(old.certainty, 1))
        and (old."checkedAt" is not null or old.version = $7::int + 1) as repeats) n)
  returning value, certainty, version, "savedAt", coalesce("givenAt", "savedAt") as "givenAt",
    "checkedAt" is not null as checked,
    value is not distinct from $5::jsonb
      and ($6::int is null or $6::int = coalesce(certainty, 1))
      and ("checkedAt" is not null or version = $7::int + 1) as accepted
), logged as (
  insert into "AttemptEvent" (id, "attemptId", at, kind, detail)
  select $11::uuid, mine.id, $9, 'saved', $4 from mine, stands
  where mine."assignmentId" is not null and stands.accepted and stands."savedAt" = $9
)
select open, known, (select row_to_json(stands) from stands) as stands from mine`

/** Whose attempt it has to be: the viewer's, or that of who has the session with this token's hash. */
type Saver = { id: string } | { tokenHash: Uint8Array<ArrayBuffer> }

/**
 * Saves one answer: one statement. It joins owner, question and version, waits for a hand-in under
 * way, and writes only on top of the version that the learner has seen. The same value sent twice is
 * saved once and acknowledged twice, with the time of the first. A checked answer takes a flag but
 * no other value. A refused save tells the answer that stands, even one that came in just now: that
 * is why a conflict always updates, if only to what is there. When an answer was given is never
 * before the one that it was written on top of, whatever its device tells.
 */
export const saveResponse = (viewer: Viewer, what: Save, now: Date): Promise<SaveOutcome> =>
  save(viewer, what, now)

/**
 * The same for who has the session with this token's hash, asked in the same statement. A session that
 * is none or has run out by `now` finds no attempt.
 */
export const saveBySession = (
  tokenHash: Uint8Array<ArrayBuffer>,
  what: Save,
  now: Date,
): Promise<SaveOutcome> => save({ tokenHash }, what, now)

async function save(
  saver: Saver,
  { attemptId, questionId, value, certainty, base, flagged, age = 0 }: Save,
  now: Date,
): Promise<SaveOutcome> {
  const json = value === null ? null : toJson(value)
  const given = new Date(now.getTime() - Math.min(age, YEAR))
  const [viewer, session] = 'id' in saver ? [saver.id, null] : [null, Buffer.from(saver.tokenHash)]
  const what = [attemptId, questionId, json, certainty ?? null, base, flagged ?? null]
  const values = [viewer, session, ...what, now.toISOString(), given.toISOString(), uuid()]
  const [row] = await queryPrepared<Row>(SAVE, values)
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
