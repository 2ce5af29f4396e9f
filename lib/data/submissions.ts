import { v7 as uuid } from 'uuid'
import type {
  Explanation,
  ScorableAttempt,
  Submission,
  SubmitRejection,
} from '@/lib/domain/attempt'
import type { Outcome } from '@/lib/domain/outcome'
import type { Viewer } from '@/lib/domain/viewer'
import { type FoundAttempt, readAttempt } from './attempts'
import { inTransaction, type Transaction } from './transaction'

type Decision = Outcome<Submission, SubmitRejection>

/** Writes down what each question of an attempt earned; its row is locked. */
export async function recordEarned(
  transaction: Transaction,
  id: string,
  explanations: readonly Explanation[],
  savedAt: Date,
): Promise<void> {
  const earned = explanations.map((each) => ({ id: each.id, n: each.earned.n, d: each.earned.d }))
  await transaction.$executeRaw`
    insert into "Response" ("attemptId", "questionId", "savedAt", "earnedN", "earnedD")
    select ${id}::uuid, e.id, ${savedAt}, e.n, e.d
    from jsonb_to_recordset(${JSON.stringify(earned)}::jsonb) as e(id text, n int, d int)
    on conflict ("attemptId", "questionId") do update
      set "earnedN" = excluded."earnedN", "earnedD" = excluded."earnedD"`
}

/** Writes down a decided hand-in of an attempt whose row is locked. */
async function recordDecision(
  transaction: Transaction,
  { id, assignmentId }: FoundAttempt,
  { submittedAt, endedBy, score, explanations }: Submission,
): Promise<void> {
  await recordEarned(transaction, id, explanations, submittedAt)
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
  const attempt = await readAttempt(learner, id, transaction)
  if (!attempt) return false
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
