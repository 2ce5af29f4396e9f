import type { StoredResponse } from '@/lib/domain/question/publish'
import type { SaveOutcome } from '@/lib/domain/save'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'

interface Row {
  open: boolean
  known: boolean
  saved: { version: number; savedAt: string } | null
  current: {
    value: StoredResponse | null
    version: number
    savedAt: string
    checked: boolean
  } | null
}

export interface Save {
  attemptId: string
  questionId: string
  /** Null makes the answer blank again. */
  value: StoredResponse | null
  /** The version that this value was written on top of; 0 where none was saved before. */
  base: number
  /** Left as it is where it is not given. */
  flagged?: boolean | undefined
}

/**
 * Saves one answer: one statement. It joins owner, question and version, waits for a hand-in under
 * way, and writes only on top of the version that the learner has seen. The same value sent twice is
 * saved once and acknowledged twice. A checked answer takes a flag but no other value.
 */
export async function saveResponse(
  viewer: Viewer,
  { attemptId, questionId, value, base, flagged }: Save,
  now: Date,
): Promise<SaveOutcome> {
  const json = value === null ? null : JSON.stringify(value)
  const flag = flagged ?? null
  const [row] = await db().$queryRaw<Row[]>`
    with mine as (
      select a.id, a."submittedAt" is null as open, ${questionId} = any (v."questionIds") as known
      from "Attempt" a join "QuizVersion" v on v.id = a."versionId"
      where a.id = ${attemptId}::uuid and a."learnerId" = ${viewer.id}::uuid
      for share of a
    ), saved as (
      insert into "Response" as old ("attemptId", "questionId", value, version, flagged, "savedAt")
      select id, ${questionId}, ${json}::jsonb, ${base}::int + 1, coalesce(${flag}::boolean, false), ${now}
      from mine
      where open and known and (${base}::int = 0 or exists (
        select from "Response" r where r."attemptId" = id and r."questionId" = ${questionId}))
      on conflict ("attemptId", "questionId") do update
        set value = excluded.value, flagged = coalesce(${flag}::boolean, old.flagged),
          version = case when old."checkedAt" is null then excluded.version else old.version end,
          "savedAt" = case when old."checkedAt" is null then excluded."savedAt" else old."savedAt" end
        where case when old."checkedAt" is null then old.version = ${base}::int
          or old.version = ${base}::int + 1 and old.value is not distinct from excluded.value
          else old.value is not distinct from excluded.value end
      returning version, "savedAt"
    )
    select open, known,
      (select json_build_object('version', version, 'savedAt', "savedAt") from saved) as saved,
      (select json_build_object('value', r.value, 'version', r.version, 'savedAt', r."savedAt",
        'checked', r."checkedAt" is not null)
        from "Response" r where r."attemptId" = id and r."questionId" = ${questionId}) as current
    from mine`
  if (!row?.known) return { state: 'not-found' }
  if (row.saved)
    return { state: 'saved', version: row.saved.version, savedAt: new Date(row.saved.savedAt) }
  if (!row.open || row.current?.checked) return { state: 'closed' }
  const { value: newer = null, version = 0, savedAt } = row.current ?? {}
  const ageMs = savedAt ? Math.max(0, now.getTime() - new Date(savedAt).getTime()) : 0
  return { state: 'newer-exists', value: newer, version, ageMs }
}

export interface PageSave extends Omit<Save, 'attemptId' | 'flagged'> {
  /** How many milliseconds ago the answer was given, where the page knows. */
  age: number | null
}

/**
 * Saves what a form of one page carries: one statement for all its questions. An answer whose base
 * is not the saved version any more is left alone and reported, unless it is the same answer or is
 * known to have been given later than the one that is saved.
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
      select a.id, v."questionIds" from "Attempt" a join "QuizVersion" v on v.id = a."versionId"
      where a.id = ${attemptId}::uuid and a."learnerId" = ${viewer.id}::uuid and a."submittedAt" is null
      for share of a
    ), changed as (
      select s."questionId", nullif(s.value, 'null'::jsonb) as value, coalesce(r.version, 0) as version,
        ${now}::timestamptz - coalesce(s.age, 0) * interval '1 millisecond' as given,
        r."checkedAt" is null and (coalesce(r.version, 0) = s.base
          or s.age is not null and r."savedAt" < ${now}::timestamptz - s.age * interval '1 millisecond')
          as allowed
      from mine cross join jsonb_to_recordset(${JSON.stringify(entries)}::jsonb)
        as s("questionId" text, value jsonb, base int, age float8)
      left join "Response" r on r."attemptId" = mine.id and r."questionId" = s."questionId"
      where s."questionId" = any (mine."questionIds")
        and nullif(s.value, 'null'::jsonb) is distinct from nullif(r.value, 'null'::jsonb)
    ), saved as (
      insert into "Response" as old ("attemptId", "questionId", value, version, "savedAt")
      select mine.id, c."questionId", c.value, c.version + 1, c.given from mine, changed c where c.allowed
      on conflict ("attemptId", "questionId") do update
        set value = excluded.value, version = excluded.version, "savedAt" = excluded."savedAt"
        where old."checkedAt" is null and old.version = excluded.version - 1
      returning "questionId"
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
): Promise<void> {
  await db().$executeRaw`
    insert into "Response" ("attemptId", "questionId", flagged)
    select a.id, ${questionId}, ${flagged} from "Attempt" a join "QuizVersion" v on v.id = a."versionId"
    where a.id = ${attemptId}::uuid and a."learnerId" = ${viewer.id}::uuid
      and a."submittedAt" is null and ${questionId} = any (v."questionIds")
    on conflict ("attemptId", "questionId") do update set flagged = excluded.flagged`
}

/**
 * In practice: fixes the answer as it is saved, after which its key is due; a blank may be given up
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
    where a.id = ${attemptId}::uuid and a."learnerId" = ${viewer.id}::uuid and a.mode = 'practice'
      and a."submittedAt" is null and ${questionId} = any (v."questionIds")
    on conflict ("attemptId", "questionId") do update
      set "checkedAt" = coalesce(old."checkedAt", excluded."checkedAt")`
}
