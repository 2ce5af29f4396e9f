import { v7 as uuid } from 'uuid'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { type Save, toJson, YEAR } from './save'

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
