import { v7 as uuid } from 'uuid'
import { explainAll, type ScorableAttempt, type Score, scoreOf } from '@/lib/domain/attempt'
import type { Viewer } from '@/lib/domain/viewer'
import { readAttempt } from './attempts'
import { recordGradeChanges } from './grade-changes'
import { recordEarned } from './submissions'
import { inTransaction, type Transaction } from './transaction'

interface Locked {
  id: string
  learnerId: string
  assignmentId: string
  earnedN: number
  earnedD: number
  points: number
}

interface Decided {
  id: string
  questionId: string
}

/** The handed-in attempt of a class that the viewer teaches, its row locked; null for every other. */
async function lockAttempt(
  transaction: Transaction,
  viewer: Viewer,
  attemptId: string,
): Promise<Locked | null> {
  const [locked] = await transaction.$queryRaw<Locked[]>`
    select a.id, a."learnerId", a."assignmentId", a."earnedN", a."earnedD", a.points
    from "Attempt" a join "Assignment" s on s.id = a."assignmentId"
    join "Class" c on c.id = s."classId" and c."archivedAt" is null
    join "Membership" t on t."classId" = s."classId"
    where a.id = ${attemptId}::uuid and a."submittedAt" is not null
      and t."userId" = ${viewer.id}::uuid and t.role in ('teacher', 'coteacher')
    for update of a`
  return locked ?? null
}

/** Marks a handed-in attempt anew, whose row is locked; its score as it is then. */
async function rescore(transaction: Transaction, attempt: ScorableAttempt): Promise<Score> {
  const explanations = explainAll(attempt)
  const score = scoreOf(explanations)
  await recordEarned(transaction, attempt.id, explanations, attempt.submittedAt ?? new Date(0))
  await transaction.attempt.update({
    where: { id: attempt.id },
    data: { earnedN: score.earned.n, earnedD: score.earned.d, points: score.points },
    select: { id: true },
  })
  return score
}

/**
 * Accepts late answers of one attempt, or leaves them, each once: what is decided stays so. Accepted
 * answers take the place of the saved ones, the attempt is marked anew, and the log and the history of
 * grades say so, all in one transaction. For who teaches the class.
 *
 * @returns how many were decided; 0 where nothing waits any more; null where there is no such attempt
 */
export function decideLate(
  viewer: Viewer,
  attemptId: string,
  ids: readonly string[],
  accepted: boolean,
  now: Date,
): Promise<number | null> {
  return inTransaction(async (transaction) => {
    const locked = await lockAttempt(transaction, viewer, attemptId)
    if (!locked) return null
    const decided = await transaction.$queryRaw<Decided[]>`
      update "LateAnswer" set "decidedAt" = ${now}, "decidedById" = ${viewer.id}::uuid,
        accepted = ${accepted}
      where "attemptId" = ${attemptId}::uuid and id = any (${[...ids]}::uuid[]) and "decidedAt" is null
      returning id, "questionId"`
    if (decided.length === 0) return 0
    await transaction.attemptEvent.createMany({
      data: decided.map(({ questionId }) => ({
        id: uuid(),
        attemptId,
        at: now,
        kind: accepted ? 'late-accepted' : 'late-left',
        detail: questionId,
      })),
    })
    if (!accepted) return decided.length
    await transaction.$executeRaw`
      insert into "Response" as old ("attemptId", "questionId", value, version, "savedAt", "givenAt")
      select l."attemptId", l."questionId", l.value, 1, ${now}, l."givenAt" from "LateAnswer" l
      where l.id = any (${decided.map(({ id }) => id)}::uuid[])
      on conflict ("attemptId", "questionId") do update set value = excluded.value,
        version = old.version + 1, "savedAt" = excluded."savedAt", "givenAt" = excluded."givenAt"`
    const attempt = await readAttempt({ id: locked.learnerId }, attemptId, transaction)
    if (!attempt) throw new Error(`Attempt ${attemptId} has gone while it was locked`)
    const score = await rescore(transaction, attempt)
    const scoreAs = (n: number, d: number, points: number) => ({ attemptId, n, d, points })
    await recordGradeChanges(
      transaction,
      viewer,
      [
        {
          assignmentId: locked.assignmentId,
          learnerId: locked.learnerId,
          kind: 'late-answers',
          before: scoreAs(locked.earnedN, locked.earnedD, locked.points),
          after: scoreAs(score.earned.n, score.earned.d, score.points),
          reason: null,
        },
      ],
      now,
    )
    return decided.length
  })
}
