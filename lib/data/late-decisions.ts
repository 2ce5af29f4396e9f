import { v7 as uuid } from 'uuid'
import type { Score } from '@/lib/domain/attempt'
import type { Viewer } from '@/lib/domain/viewer'
import { recordGradeChanges } from './grade-changes'
import { rescore } from './rescore'
import { inTransaction, type Transaction } from './transaction'

interface Locked {
  id: string
  learnerId: string
  assignmentId: string
}

interface Decided {
  id: string
  questionId: string
}

/**
 * The handed-in attempt of a class that the viewer teaches, its row locked, and before it the one of the
 * assignment, as corrections do it: so none waits for the other in turn. Null for every other attempt.
 */
async function lockAttempt(
  transaction: Transaction,
  viewer: Viewer,
  attemptId: string,
): Promise<Locked | null> {
  await transaction.$queryRaw`
    select s.id from "Assignment" s join "Attempt" a on a."assignmentId" = s.id
    where a.id = ${attemptId}::uuid for key share of s`
  const [locked] = await transaction.$queryRaw<Locked[]>`
    select a.id, a."learnerId", a."assignmentId"
    from "Attempt" a join "Assignment" s on s.id = a."assignmentId"
    join "Class" c on c.id = s."classId" and c."archivedAt" is null
    join "Membership" t on t."classId" = s."classId"
    where a.id = ${attemptId}::uuid and a."submittedAt" is not null
      and t."userId" = ${viewer.id}::uuid and t.role in ('teacher', 'coteacher')
    for update of a`
  return locked ?? null
}

/** A mark as the history of grades keeps it. */
const markOf = (attemptId: string, { earned, points }: Score) => ({
  attemptId,
  earned: { n: earned.n, d: earned.d },
  points,
})

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
      insert into "Response" as old 
        ("attemptId", "questionId", value, certainty, version, "savedAt", "givenAt")
      select l."attemptId", l."questionId", l.value, l.certainty, 1, ${now}, l."givenAt"
      from "LateAnswer" l
      where l.id = any (${decided.map(({ id }) => id)}::uuid[])
      on conflict ("attemptId", "questionId") do update set value = excluded.value,
        certainty = coalesce(excluded.certainty, old.certainty), version = old.version + 1, "savedAt" = excluded."savedAt", "givenAt" = excluded."givenAt"`
    const scores = await rescore(transaction, attemptId)
    if (!scores) throw new Error(`Attempt ${attemptId} has gone while it was locked`)
    await recordGradeChanges(
      transaction,
      viewer,
      [
        {
          assignmentId: locked.assignmentId,
          learnerId: locked.learnerId,
          kind: 'late-answers',
          before: markOf(attemptId, scores.before),
          after: markOf(attemptId, scores.after),
          reason: null,
        },
      ],
      now,
    )
    return decided.length
  })
}
