import { type Explanation, explainAll, type Score, scoreOf } from '@/lib/domain/attempt'
import { readAttempt } from './attempts'
import type { Transaction } from './transaction'

export interface Marked {
  id: string
  submittedAt: Date
  explanations: readonly Explanation[]
}

/** Writes what each question of these attempts earned; their rows are locked by the caller. */
export async function recordEarned(
  transaction: Transaction,
  attempts: readonly Marked[],
): Promise<void> {
  const earned = attempts.flatMap(({ id: attempt, submittedAt: at, explanations }) =>
    explanations.map(({ id, earned: { n, d } }) => ({ attempt, id, at, n, d })),
  )
  await transaction.$executeRaw`
    insert into "Response" ("attemptId", "questionId", "savedAt", "earnedN", "earnedD")
    select e.attempt, e.id, e.at, e.n, e.d
    from jsonb_to_recordset(${JSON.stringify(earned)}::jsonb)
      as e(attempt uuid, id text, at timestamptz, n int, d int)
    on conflict ("attemptId", "questionId") do update
      set "earnedN" = excluded."earnedN", "earnedD" = excluded."earnedD"`
}

/** Writes the scores of attempts that were handed in, whole and question by question. */
export async function recordScores(
  transaction: Transaction,
  attempts: readonly Marked[],
): Promise<void> {
  await recordEarned(transaction, attempts)
  const scores = attempts.map(({ id, explanations }) => {
    const { earned, points } = scoreOf(explanations)
    return { id, n: earned.n, d: earned.d, points }
  })
  await transaction.$executeRaw`
    update "Attempt" a set "earnedN" = e.n, "earnedD" = e.d, points = e.points
    from jsonb_to_recordset(${JSON.stringify(scores)}::jsonb)
      as e(id uuid, n int, d int, points int)
    where a.id = e.id and a."submittedAt" is not null`
}

/**
 * Marks one attempt that was handed in anew, from its stored answers and the corrections in force,
 * and writes its score. Its row is locked first. The score before and after; null where there is no
 * such attempt. Who may is asked by the caller, and what is to be told of a change is theirs to write.
 */
export async function rescore(
  transaction: Transaction,
  attemptId: string,
): Promise<{ learnerId: string; before: Score; after: Score } | null> {
  const [row] = await transaction.$queryRaw<
    { learnerId: string; submittedAt: Date; earnedN: number; earnedD: number; points: number }[]
  >`
    select "learnerId", "submittedAt", "earnedN", "earnedD", points from "Attempt"
    where id = ${attemptId}::uuid and "submittedAt" is not null for update`
  const attempt = row && (await readAttempt({ id: row.learnerId }, attemptId, transaction))
  if (!row || !attempt) return null
  const explanations = explainAll(attempt)
  await recordScores(transaction, [{ id: attemptId, submittedAt: row.submittedAt, explanations }])
  const { learnerId, earnedN, earnedD, points } = row
  const before = { earned: { n: earnedN, d: earnedD }, points }
  return { learnerId, before, after: scoreOf(explanations) }
}
