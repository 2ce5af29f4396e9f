import type { ScorableAttempt } from '@/lib/domain/attempt'
import type { Outcome } from '@/lib/domain/outcome'
import type { Check, CheckRejection } from '@/lib/domain/tries'
import type { Viewer } from '@/lib/domain/viewer'
import { readAttempt } from './attempts'
import { inTransaction } from './transaction'

/**
 * Where a question has several tries: checks the answer as it is saved, as `decide` says. The row of
 * the attempt is locked before it is read, as for a hand-in: of two screens that press at once one
 * comes first, and the other finds what it did. Null where there is no such open attempt of the
 * viewer's own with tries; else what was decided, with nothing written where that is a refusal.
 */
export function recordTry(
  viewer: Viewer,
  attemptId: string,
  questionId: string,
  decide: (attempt: ScorableAttempt) => Outcome<Check, CheckRejection>,
  now: Date,
): Promise<Outcome<Check, CheckRejection> | null> {
  return inTransaction(async (transaction) => {
    const [locked] = await transaction.$queryRaw<{ id: string }[]>`
      select id from "Attempt"
      where id = ${attemptId}::uuid and "learnerId" = ${viewer.id}::uuid
        and behaviour = 'interactive' and "submittedAt" is null
        and (deadline is null or ${now} <= deadline)
      for update`
    const attempt = locked && (await readAttempt(viewer, attemptId, transaction))
    if (!attempt?.version.questions.some(({ id }) => id === questionId)) return null
    const decision = decide(attempt)
    if (!decision.ok) return decision
    const { tries, checkedAt } = decision.value
    await transaction.$executeRaw`
      insert into "Response" ("attemptId", "questionId", "savedAt", tries, "checkedAt")
      values (${attemptId}::uuid, ${questionId}, ${now}, ${JSON.stringify(tries)}::jsonb, ${checkedAt})
      on conflict ("attemptId", "questionId") do update
        set tries = excluded.tries, "checkedAt" = excluded."checkedAt"`
    return decision
  })
}
