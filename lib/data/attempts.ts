import { v7 as uuid } from 'uuid'
import type {
  Explanation,
  Response,
  ScorableAttempt,
  Score,
  SubmitRejection,
} from '@/lib/domain/attempt'
import type { Mode } from '@/lib/domain/course'
import { paperOf } from '@/lib/domain/draw'
import type { Outcome } from '@/lib/domain/outcome'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { findVersion } from './quizzes'
import { inTransaction, type Transaction } from './transaction'

export interface Start {
  courseSlug: string
  slug: string
  mode: Mode
  assignmentId: string | null
}

/**
 * Starts an attempt at the current version, or gives back the open one: one statement, one row, and
 * one attempt however often the button is pressed. Null where the quiz does not exist, does not
 * allow the mode, or is not assigned to a class of the viewer's; what is assigned is a test.
 */
export async function startAttempt(
  viewer: Viewer,
  { courseSlug, slug, mode, assignmentId }: Start,
  seed: string,
  now: Date,
): Promise<string | null> {
  const [row] = await db().$queryRaw<{ id: string }[]>`
    insert into "Attempt" (id, "learnerId", "quizId", "versionId", "assignmentId", mode, seed, "startedAt")
    select ${uuid()}::uuid, ${viewer.id}::uuid, q.id, v.id, ${assignmentId}::uuid, ${mode}::"Mode", ${seed}, ${now}
    from "Quiz" q join "QuizVersion" v on v.id = q."currentId"
    where q."courseSlug" = ${courseSlug} and q.slug = ${slug} and ${mode} = any (v.modes)
      and (${assignmentId}::uuid is null or ${mode} = 'test' and exists (
        select from "Assignment" s join "Membership" m on m."classId" = s."classId"
        where s.id = ${assignmentId}::uuid and s."quizId" = q.id and m."userId" = ${viewer.id}::uuid))
    on conflict ("learnerId", "quizId", mode, coalesce("assignmentId", '00000000-0000-0000-0000-000000000000'::uuid))
      where "submittedAt" is null
      do update set "learnerId" = excluded."learnerId"
    returning id`
  return row?.id ?? null
}

interface Row {
  id: string
  versionId: string
  assignmentId: string | null
  classId: string | null
  learnerId: string
  learnerName: string
  mode: Mode
  seed: string
  startedAt: Date
  submittedAt: Date | null
  responses: (Omit<Response, 'savedAt' | 'checkedAt'> & {
    savedAt: string
    checkedAt: string | null
  })[]
}

/** An attempt with whose it is, for the page that shows it. */
export interface FoundAttempt extends ScorableAttempt {
  learner: { id: string; name: string }
  assignmentId: string | null
  classId: string | null
}

async function toAttempt(row: Row, from: Transaction): Promise<FoundAttempt> {
  const version = await findVersion(row.versionId, from)
  if (!version) throw new Error(`Attempt ${row.id} has lost its quiz version`)
  const { id, mode, seed, startedAt, submittedAt, assignmentId, classId } = row
  return {
    id,
    mode,
    seed,
    startedAt,
    submittedAt,
    version: paperOf(version, seed),
    assignmentId,
    classId,
    learner: { id: row.learnerId, name: row.learnerName },
    responses: row.responses.map((response) => ({
      ...response,
      savedAt: new Date(response.savedAt),
      checkedAt: response.checkedAt === null ? null : new Date(response.checkedAt),
    })),
  }
}

async function findRow(viewer: Viewer, id: string, from: Transaction): Promise<Row | null> {
  const [row] = await from.$queryRaw<Row[]>`
    select a.id, a."versionId", a."assignmentId", s."classId", a."learnerId", u.name as "learnerName",
      a.mode, a.seed, a."startedAt", a."submittedAt",
      coalesce((select json_agg(json_build_object('questionId', r."questionId", 'value', r.value,
        'version', r.version, 'flagged', r.flagged, 'savedAt', r."savedAt", 'checkedAt', r."checkedAt"))
        from "Response" r where r."attemptId" = a.id), '[]') as responses
    from "Attempt" a join "User" u on u.id = a."learnerId"
    left join "Assignment" s on s.id = a."assignmentId"
    where a.id = ${id}::uuid and (a."learnerId" = ${viewer.id}::uuid
      or a."submittedAt" is not null and exists (
        select from "Membership" m
        where m."classId" = s."classId" and m."userId" = ${viewer.id}::uuid and m.role = 'teacher'))`
  return row ?? null
}

/**
 * An attempt of the viewer's own, or one that was handed in to a class which the viewer teaches.
 * Null for every other: one statement, and one more when its quiz version is not in memory yet.
 */
export async function findAttempt(viewer: Viewer, id: string): Promise<FoundAttempt | null> {
  const row = await findRow(viewer, id, db())
  return row ? toAttempt(row, db()) : null
}

type Decision = Outcome<
  { submittedAt: Date; score: Score; explanations: Explanation[] },
  SubmitRejection
>

/**
 * Hands in an attempt of the viewer's own, exactly once. The row is locked before its responses are
 * read, and saving waits for the same lock: what is scored is all that was saved, and nothing is
 * saved behind a hand-in's back. False where there is no such open attempt.
 */
export function recordSubmission(
  viewer: Viewer,
  id: string,
  decide: (attempt: ScorableAttempt) => Decision,
): Promise<boolean> {
  return inTransaction(async (transaction) => {
    const [locked] = await transaction.$queryRaw<{ id: string }[]>`
      select id from "Attempt"
      where id = ${id}::uuid and "learnerId" = ${viewer.id}::uuid and "submittedAt" is null for update`
    const row = locked ? await findRow(viewer, id, transaction) : null
    if (!row) return false
    const decision = decide(await toAttempt(row, transaction))
    if (!decision.ok) return false
    const { submittedAt, score, explanations } = decision.value
    const earned = explanations.map((each) => ({ id: each.id, n: each.earned.n, d: each.earned.d }))
    await transaction.$executeRaw`
      insert into "Response" ("attemptId", "questionId", "savedAt", "earnedN", "earnedD")
      select ${id}::uuid, e.id, ${submittedAt}, e.n, e.d
      from jsonb_to_recordset(${JSON.stringify(earned)}::jsonb) as e(id text, n int, d int)
      on conflict ("attemptId", "questionId") do update
        set "earnedN" = excluded."earnedN", "earnedD" = excluded."earnedD"`
    await transaction.attempt.update({
      where: { id, learnerId: viewer.id, submittedAt: null },
      data: { submittedAt, earnedN: score.earned.n, earnedD: score.earned.d, points: score.points },
      select: { id: true },
    })
    return true
  })
}
