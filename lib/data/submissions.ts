import { v7 as uuid } from 'uuid'
import type { ScorableAttempt, Submission, SubmitRejection } from '@/lib/domain/attempt'
import type { Outcome } from '@/lib/domain/outcome'
import type { Viewer } from '@/lib/domain/viewer'
import { fault } from '@/lib/log'
import { type FoundAttempt, readAttempt } from './attempts'
import { recordEarned } from './rescore'
import { inTransaction, isOfDatabase, type Transaction } from './transaction'

type Decision = Outcome<Submission, SubmitRejection>

/** Writes down a decided hand-in of an attempt whose row is locked. */
async function recordDecision(
  transaction: Transaction,
  { id, assignmentId }: FoundAttempt,
  { submittedAt, endedBy, score, explanations }: Submission,
): Promise<void> {
  await recordEarned(transaction, [{ id, submittedAt, explanations }])
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

/** Attempts that could not be read, and until when they are left alone. */
const unreadable = new Map<string, number>()
const LEFT_ALONE = 60 * 60_000

/**
 * Hands in the attempt that has been over for longest, if there is one that nobody else is handing
 * in at the moment. Nobody in particular asks: it is the server's clock. Whether there was one.
 *
 * One that cannot be read or scored keeps nobody waiting: it is logged and left alone for an hour. What
 * the database itself refuses is thrown, and concerns them all.
 */
export async function submitOverdue(
  now: Date,
  decide: (attempt: ScorableAttempt) => Decision,
): Promise<boolean> {
  const since = new Date(now.getTime() - CLOCK_GRACE)
  for (const [id, until] of unreadable) if (until <= now.getTime()) unreadable.delete(id)
  let at: string | undefined
  try {
    return await inTransaction(async (transaction) => {
      const [locked] = await transaction.$queryRaw<{ id: string; learnerId: string }[]>`
        select id, "learnerId" from "Attempt"
        where "submittedAt" is null and deadline is not null and deadline < ${since}
          and id <> all (${[...unreadable.keys()]}::uuid[])
        order by deadline limit 1 for update skip locked`
      at = locked?.id
      return locked ? settle(transaction, { id: locked.learnerId }, locked.id, decide) : false
    })
  } catch (error) {
    if (at === undefined || isOfDatabase(error)) throw error
    unreadable.set(at, now.getTime() + LEFT_ALONE)
    fault(`Attempt ${at} cannot be handed in and is left alone for an hour`, error)
    return true
  }
}
