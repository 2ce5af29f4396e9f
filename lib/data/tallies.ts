import { type Correction, correctionSchema } from '@/lib/domain/correction'
import { factsOf } from '@/lib/domain/fact'
import { type AnalysedAttempt, chooseAttempts, WHICH, type Which } from '@/lib/domain/item-analysis'
import { counted, recounted } from '@/lib/domain/item-corrections'
import type { QuizVersion } from '@/lib/domain/quiz'
import { type Tally, tallyOf, writeTally } from '@/lib/domain/tally'
import { findVersion } from './quizzes'
import type { Transaction } from './transaction'

/** What an attempt counts for and in which analyses. */
export interface CountedAttempt {
  attemptId: string
  learnerId: string
  versionId: string
  chosen: Which[]
  /** As it is stored. */
  text: string
}
/** The same as it is made now. */
export interface FreshAttempt extends CountedAttempt {
  startedAt: Date
  tally: Tally
}

interface AttemptRow {
  id: string
  learnerId: string
  versionId: string
  seed: string
  startedAt: Date
  submittedAt: Date
  earnedN: number
  earnedD: number
  points: number
  penalty: number | null
  responses: [
    questionId: string,
    value: unknown,
    earnedN: number,
    earnedD: number,
    tries: { value: unknown; at: string }[],
  ][]
}

const toAttempt = ({ responses, earnedN, earnedD, learnerId, ...row }: AttemptRow) => ({
  ...row,
  learner: { id: learnerId, name: '' },
  earned: { n: earnedN, d: earnedD },
  responses: responses.map(([questionId, value, n, d, tries]) => ({
    questionId,
    value,
    earned: { n, d },
    tries: tries.map((each) => ({ value: each.value, at: new Date(each.at) })),
  })),
})

/** What these learners have handed in, where they are students of the class or stand in for one. */
async function readAttempts(
  transaction: Transaction,
  assignmentId: string,
  learners: readonly string[],
): Promise<AnalysedAttempt[]> {
  const rows = await transaction.$queryRaw<AttemptRow[]>`
    select a.id, a."learnerId", a."versionId", a.seed, a."startedAt", a."submittedAt", a."earnedN",
      a."earnedD", a.points, a.penalty, coalesce((
        select json_agg(json_build_array(r."questionId", r.value, r."earnedN", r."earnedD", r.tries))
        from "Response" r
        where r."attemptId" = a.id and r."earnedN" is not null and r."earnedD" is not null), '[]')
        as responses
    from "Assignment" s
    join "Membership" m on m."classId" = s."classId" and m.role in ('student', 'erased')
      and m."userId" = any(${learners}::uuid[])
    join "Attempt" a on a."assignmentId" = s.id and a."learnerId" = m."userId"
      and a."submittedAt" is not null and a.points > 0
    where s.id = ${assignmentId}::uuid`
  return rows.map(toAttempt)
}

/** What those attempts count for, and in which analyses each of them is. */
async function talliesOf(
  transaction: Transaction,
  attempts: readonly AnalysedAttempt[],
  corrections: readonly Correction[],
): Promise<FreshAttempt[]> {
  const tallies = new Map<string, Tally>()
  const versions = new Map<string, QuizVersion>()
  for (const attempt of attempts) {
    const asked =
      versions.get(attempt.versionId) ?? (await findVersion(attempt.versionId, transaction))
    if (!asked) continue
    const version = versions.get(attempt.versionId) ?? counted(asked, corrections).version
    versions.set(attempt.versionId, version)
    const tally = tallyOf(version, recounted(version, attempt, corrections))
    if (tally) tallies.set(attempt.id, tally)
  }
  const counting = attempts.filter(({ id }) => tallies.has(id))
  const chosen = new Map<string, Which[]>()
  for (const which of WHICH)
    for (const { id } of chooseAttempts(counting, which))
      chosen.set(id, [...(chosen.get(id) ?? []), which])
  return counting.flatMap(({ id, learner, versionId, startedAt }) => {
    const tally = tallies.get(id)
    if (!tally) return []
    return [
      {
        attemptId: id,
        learnerId: learner.id,
        versionId,
        startedAt,
        chosen: chosen.get(id) ?? [],
        tally,
        text: writeTally(tally),
      },
    ]
  })
}

/** In force in this class. */
async function readCorrections(transaction: Transaction, assignmentId: string) {
  const rows = await transaction.correction.findMany({ where: { assignmentId, undoneAt: null } })
  return correctionSchema.array().parse(rows)
}

/** What these learners have handed in counts for, as it is now. */
export const makeTallies = async (
  transaction: Transaction,
  assignmentId: string,
  learners: readonly string[],
): Promise<FreshAttempt[]> =>
  talliesOf(
    transaction,
    await readAttempts(transaction, assignmentId, learners),
    await readCorrections(transaction, assignmentId),
  )

/** What is counted of these learners and attempts so far. */
export const readTallies = (
  transaction: Transaction,
  assignmentId: string,
  learners: readonly string[],
  attempts: readonly string[],
): Promise<CountedAttempt[]> =>
  transaction.$queryRaw<CountedAttempt[]>`
    select "attemptId", "learnerId", "versionId", chosen, tally as text from "AttemptTally"
    where "assignmentId" = ${assignmentId}::uuid and "learnerId" = any(${learners}::uuid[])
    union
    select "attemptId", "learnerId", "versionId", chosen, tally as text from "AttemptTally"
    where "assignmentId" = ${assignmentId}::uuid and "attemptId" = any(${attempts}::uuid[])`

/** Keeps the new ones instead of the old. */
export async function writeTallies(
  transaction: Transaction,
  assignmentId: string,
  old: readonly CountedAttempt[],
  fresh: readonly FreshAttempt[],
): Promise<void> {
  const textOf = ({ versionId, learnerId, chosen, text }: CountedAttempt) =>
    JSON.stringify([versionId, learnerId, chosen, text])
  const stands = new Map(old.map((each) => [each.attemptId, textOf(each)]))
  const rows = fresh
    .filter((each) => stands.get(each.attemptId) !== textOf(each))
    .map(({ tally, ...each }) => ({ ...each, facts: factsOf(tally) }))
  const kept = new Set(fresh.map(({ attemptId }) => attemptId))
  const gone = old.map(({ attemptId }) => attemptId).filter((id) => !kept.has(id))
  if (gone.length > 0)
    await transaction.$executeRaw`
      delete from "AttemptTally" where "attemptId" = any(${gone}::uuid[])`
  if (rows.length > 0)
    await transaction.$executeRaw`
      insert into "AttemptTally" ("attemptId", "assignmentId", "learnerId", "versionId", "startedAt",
        chosen, tally, facts)
      select t."attemptId", ${assignmentId}::uuid, t."learnerId", t."versionId", t."startedAt",
        t.chosen, t.text,
        array(select hashtextextended(${assignmentId} || ' ' || f, 0) from unnest(t.facts) f)
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t("attemptId" uuid,
        "learnerId" uuid, "versionId" uuid, "startedAt" timestamptz, chosen text[], text text,
        facts text[])
      on conflict ("attemptId") do update set "assignmentId" = excluded."assignmentId",
        "learnerId" = excluded."learnerId", "versionId" = excluded."versionId",
        "startedAt" = excluded."startedAt", chosen = excluded.chosen, tally = excluded.tally,
        facts = excluded.facts`
}
