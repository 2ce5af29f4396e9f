import { v7 as uuid } from 'uuid'
import { type Beginning, type Behaviour, type Rules, rulesSchema } from '@/lib/domain/assignment'
import type {
  Ender,
  Response,
  ScorableAttempt,
  Submission,
  SubmitRejection,
} from '@/lib/domain/attempt'
import type { Assignment } from '@/lib/domain/class'
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
}

/**
 * Starts an attempt of the viewer's own at the current version, or gives back the open one: one
 * statement, one row, and one attempt however often the button is pressed. Null where the quiz does
 * not exist or does not allow the mode.
 */
export async function startAttempt(
  viewer: Viewer,
  { courseSlug, slug, mode }: Start,
  seed: string,
  now: Date,
): Promise<string | null> {
  const [row] = await db().$queryRaw<{ id: string }[]>`
    insert into "Attempt" (id, "learnerId", "quizId", "versionId", mode, behaviour, seed, "startedAt")
    select ${uuid()}::uuid, ${viewer.id}::uuid, q.id, v.id, ${mode}::"Mode",
      case ${mode} when 'practice' then 'immediate' else 'deferred' end::"Behaviour", ${seed}, ${now}
    from "Quiz" q join "QuizVersion" v on v.id = q."currentId"
    where q."courseSlug" = ${courseSlug} and q.slug = ${slug} and ${mode} = any (v.modes)
    on conflict ("learnerId", "quizId", mode, coalesce("assignmentId", '00000000-0000-0000-0000-000000000000'::uuid))
      where "submittedAt" is null
      do update set "learnerId" = excluded."learnerId"
    returning id`
  return row?.id ?? null
}

/**
 * Starts an attempt at what is set in a class of the viewer's, as `beginning` has decided: one row
 * under its number, of which there is one however the requests race. The open attempt's id where
 * there is one already; null where the number is taken and nothing is open.
 */
export async function startAssigned(
  viewer: Viewer,
  { id: assignmentId, rules }: Assignment,
  { number, deadline }: Beginning,
  seed: string,
  now: Date,
): Promise<string | null> {
  const [row] = await db().$queryRaw<{ id: string }[]>`
    with begun as (
      insert into "Attempt" (id, "learnerId", "quizId", "versionId", "assignmentId", number, mode,
        behaviour, "isShuffled", seed, "startedAt", deadline)
      select ${uuid()}::uuid, m."userId", s."quizId", q."currentId", s.id, ${number}, 'test',
        ${rules.behaviour}::"Behaviour", ${rules.shuffleQuestions}, ${seed}, ${now}, ${deadline}
      from "Assignment" s join "Quiz" q on q.id = s."quizId"
      join "Membership" m on m."classId" = s."classId" and m."userId" = ${viewer.id}::uuid
      join "Class" c on c.id = s."classId" and c."archivedAt" is null
      where s.id = ${assignmentId}::uuid
      on conflict do nothing
      returning id
    ), logged as (
      insert into "AttemptEvent" (id, "attemptId", at, kind)
      select ${uuid()}::uuid, id, ${now}, 'begun' from begun
    )
    select id from begun`
  if (row) return row.id
  // Another request has begun it, maybe just now.
  const open = await db().attempt.findFirst({
    where: { assignmentId, learnerId: viewer.id, submittedAt: null },
    select: { id: true },
  })
  return open?.id ?? null
}

interface Row {
  id: string
  versionId: string
  assignmentId: string | null
  classId: string | null
  className: string | null
  timeZone: string | null
  rules: unknown
  learnerId: string
  learnerName: string
  mode: Mode
  behaviour: Behaviour
  seed: string
  isShuffled: boolean
  startedAt: Date
  deadline: Date | null
  submittedAt: Date | null
  endedBy: Ender | null
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
  /** Of the class in which it was set. */
  className: string | null
  timeZone: string | null
  /** Under which it was set, as they are now; null outside of a class. */
  rules: Rules | null
  endedBy: Ender | null
}

async function toAttempt(row: Row, from: Transaction): Promise<FoundAttempt> {
  const version = await findVersion(row.versionId, from)
  if (!version) throw new Error(`Attempt ${row.id} has lost its quiz version`)
  const { learnerId, learnerName, versionId: _, isShuffled, responses, ...attempt } = row
  return {
    ...attempt,
    rules: attempt.rules === null ? null : rulesSchema.parse(attempt.rules),
    version: paperOf(version, attempt.seed, isShuffled),
    learner: { id: learnerId, name: learnerName },
    responses: responses.map((response) => ({
      ...response,
      savedAt: new Date(response.savedAt),
      checkedAt: response.checkedAt === null ? null : new Date(response.checkedAt),
    })),
  }
}

async function findRow(
  viewer: Pick<Viewer, 'id'>,
  id: string,
  from: Transaction,
): Promise<Row | null> {
  const [row] = await from.$queryRaw<Row[]>`
    select a.id, a."versionId", a."assignmentId", s."classId", c.name as "className", c."timeZone", s.rules, a."learnerId", u.name as "learnerName",
      a.mode, a.behaviour, a.seed, a."isShuffled", a."startedAt", a.deadline, a."submittedAt", a."endedBy",
      coalesce((select json_agg(json_build_object('questionId', r."questionId", 'value', r.value,
        'version', r.version, 'flagged', r.flagged, 'savedAt', r."savedAt", 'checkedAt', r."checkedAt"))
        from "Response" r where r."attemptId" = a.id), '[]') as responses
    from "Attempt" a join "User" u on u.id = a."learnerId"
    left join "Assignment" s on s.id = a."assignmentId" left join "Class" c on c.id = s."classId"
    where a.id = ${id}::uuid and (a."learnerId" = ${viewer.id}::uuid
      or a."submittedAt" is not null and exists (
        select from "Membership" m
        where m."classId" = s."classId" and m."userId" = ${viewer.id}::uuid and m.role <> 'student'))`
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

type Decision = Outcome<Submission, SubmitRejection>

/** Writes down a decided hand-in of an attempt whose row is locked. */
async function recordDecision(
  transaction: Transaction,
  { id, assignmentId }: FoundAttempt,
  { submittedAt, endedBy, score, explanations }: Submission,
): Promise<void> {
  const earned = explanations.map((each) => ({ id: each.id, n: each.earned.n, d: each.earned.d }))
  await transaction.$executeRaw`
    insert into "Response" ("attemptId", "questionId", "savedAt", "earnedN", "earnedD")
    select ${id}::uuid, e.id, ${submittedAt}, e.n, e.d
    from jsonb_to_recordset(${JSON.stringify(earned)}::jsonb) as e(id text, n int, d int)
    on conflict ("attemptId", "questionId") do update
      set "earnedN" = excluded."earnedN", "earnedD" = excluded."earnedD"`
  await transaction.attempt.update({
    where: { id, submittedAt: null },
    data: {
      submittedAt,
      endedBy,
      earnedN: score.earned.n,
      earnedD: score.earned.d,
      points: score.points,
    },
    select: { id: true },
  })
  if (assignmentId)
    await transaction.attemptEvent.create({
      data: { id: uuid(), attemptId: id, at: submittedAt, kind: 'submitted', detail: endedBy },
      select: { id: true },
    })
}

/** Hands in an attempt whose row is locked; false where `decide` refuses. */
async function settle(
  transaction: Transaction,
  learner: Pick<Viewer, 'id'>,
  id: string,
  decide: (attempt: ScorableAttempt) => Decision,
): Promise<boolean> {
  const row = await findRow(learner, id, transaction)
  if (!row) return false
  const attempt = await toAttempt(row, transaction)
  const decision = decide(attempt)
  if (decision.ok) await recordDecision(transaction, attempt, decision.value)
  return decision.ok
}

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
    return locked ? settle(transaction, viewer, id, decide) : false
  })
}

/** A save that came in time may still be on its way to the row; so long the clock waits for it. */
export const CLOCK_GRACE = 2_000

/**
 * Hands in the attempt that has been over for longest, if there is one that nobody else is handing
 * in at the moment. Nobody in particular asks: it is the server's clock. Whether there was one.
 */
export function submitOverdue(
  now: Date,
  decide: (attempt: ScorableAttempt) => Decision,
): Promise<boolean> {
  const since = new Date(now.getTime() - CLOCK_GRACE)
  return inTransaction(async (transaction) => {
    const [locked] = await transaction.$queryRaw<{ id: string; learnerId: string }[]>`
      select id, "learnerId" from "Attempt"
      where "submittedAt" is null and deadline is not null and deadline < ${since}
      order by deadline limit 1 for update skip locked`
    return locked ? settle(transaction, { id: locked.learnerId }, locked.id, decide) : false
  })
}

/** When an attempt of the viewer's own ends or ended; null for every other. */
export function findClock(
  viewer: Viewer,
  id: string,
): Promise<{ deadline: Date | null; submittedAt: Date | null } | null> {
  return db().attempt.findFirst({
    where: { id, learnerId: viewer.id },
    select: { deadline: true, submittedAt: true },
  })
}
