import type { Which } from '@/lib/domain/item-analysis'
import { addTally, emptyRollup, removeTally } from '@/lib/domain/rollup'
import { readTally } from '@/lib/domain/tally'
import { db } from './db'
import { packSummary, packWhole, type Rollups, unpackWhole } from './rollup-store'
import {
  type CountedAttempt,
  type FreshAttempt,
  makeTallies,
  readTallies,
  writeTallies,
} from './tallies'
import { inTransaction, type Transaction } from './transaction'

/** So many changes are taken up in one transaction: a tenth of a second's work for this process. */
const BATCH = 200

/** Takes the old ones away and adds the new ones; which choices of attempts that has changed. */
function recount(
  rollups: Map<Which, Rollups>,
  old: readonly CountedAttempt[],
  fresh: readonly FreshAttempt[],
): Set<Which> {
  const changed = new Set<Which>()
  const keyOf = (which: Which, { attemptId, versionId, text }: CountedAttempt) =>
    `${which} ${attemptId} ${versionId} ${text}`
  const placesOf = (all: readonly CountedAttempt[]) =>
    new Set(all.flatMap((each) => each.chosen.map((which) => keyOf(which, each))))
  const [before, after] = [placesOf(old), placesOf(fresh)]
  const at = (which: Which, versionId: string) => {
    changed.add(which)
    const own = rollups.get(which) ?? new Map()
    rollups.set(which, own)
    const rollup = own.get(versionId) ?? emptyRollup()
    own.set(versionId, rollup)
    return rollup
  }
  for (const each of fresh)
    for (const which of each.chosen)
      if (!before.has(keyOf(which, each))) addTally(at(which, each.versionId), each.tally)
  for (const each of old) {
    const gone = each.chosen.filter((which) => !after.has(keyOf(which, each)))
    const tally = gone.length > 0 ? readTally(each.text) : null
    for (const which of gone) if (tally) removeTally(at(which, each.versionId), tally)
  }
  for (const own of rollups.values())
    for (const [versionId, { attempts }] of own) if (attempts === 0) own.delete(versionId)
  return changed
}

async function readRollups(
  transaction: Transaction,
  assignmentId: string,
): Promise<Map<Which, Rollups>> {
  const rows = await transaction.$queryRaw<{ which: Which; whole: Uint8Array }[]>`
    select which, whole from "Rollup" where "assignmentId" = ${assignmentId}::uuid`
  return new Map(rows.map(({ which, whole }) => [which, unpackWhole(whole)]))
}

interface Place {
  assignmentId: string
  classId: string
  quizId: string
}

/** The newest version is the one that was begun last: one that is published again is new again. */
async function writeRollups(
  transaction: Transaction,
  { assignmentId, classId, quizId }: Place,
  rollups: Map<Which, Rollups>,
  changed: ReadonlySet<Which>,
): Promise<void> {
  const newest = await transaction.$queryRaw<{ which: Which; versionId: string | null }[]>`
    select which, (
      select t."versionId" from "AttemptTally" t
      where t."assignmentId" = ${assignmentId}::uuid and which = any(t.chosen)
      order by t."startedAt" desc, t."attemptId" desc limit 1) as "versionId"
    from unnest(${[...changed]}::text[]) as which`
  for (const { which, versionId } of newest) {
    const own = rollups.get(which) ?? new Map()
    if (versionId === null)
      await transaction.$executeRaw`
        delete from "Rollup"
        where "classId" = ${classId}::uuid and "quizId" = ${quizId}::uuid and which = ${which}`
    else
      await transaction.$executeRaw`
        insert into "Rollup" ("classId", "quizId", which, "assignmentId", summary, whole)
        values (${classId}::uuid, ${quizId}::uuid, ${which}, ${assignmentId}::uuid,
          ${packSummary(own, versionId)}, ${packWhole(own)})
        on conflict ("classId", "quizId", which) do update
          set summary = excluded.summary, whole = excluded.whole`
  }
}

/** What is set, held against others who count. */
async function holdPlace(transaction: Transaction, assignmentId: string): Promise<Place | null> {
  const [place] = await transaction.$queryRaw<Place[]>`
    select id as "assignmentId", "classId", "quizId" from "Assignment"
    where id = ${assignmentId}::uuid for no key update`
  return place ?? null
}

async function recountAt(
  transaction: Transaction,
  place: Place,
  learners: readonly string[],
): Promise<void> {
  const { assignmentId } = place
  const fresh = await makeTallies(transaction, assignmentId, learners)
  const ids = fresh.map(({ attemptId }) => attemptId)
  const old = await readTallies(transaction, assignmentId, learners, ids)
  const rollups = await readRollups(transaction, assignmentId)
  const changed = recount(rollups, old, fresh)
  await writeTallies(transaction, assignmentId, old, fresh)
  if (changed.size > 0) await writeRollups(transaction, place, rollups, changed)
}

/** Counts all that these learners have handed in of what is set anew, whether that was noted or not. */
export async function recountLearners(
  transaction: Transaction,
  assignmentId: string,
  learners: readonly string[],
): Promise<void> {
  const place = await holdPlace(transaction, assignmentId)
  if (place) await recountAt(transaction, place, learners)
}

/**
 * Counts what has changed in a class's attempts at a quiz, a batch of it, and tells whether there may
 * be more. All that learners concerned have handed in is read anew, so it does not matter how often
 * a change was noted, or that more has happened since. Who counts locks the assignment against
 * others who count, and nothing that a hand-in writes or waits for.
 */
export function foldBatch(assignmentId: string): Promise<boolean> {
  return inTransaction(async (transaction) => {
    const place = await holdPlace(transaction, assignmentId)
    const taken = await transaction.$queryRaw<{ learnerId: string }[]>`
      delete from "TallyChange" where id in (
        select id from "TallyChange" where "assignmentId" = ${assignmentId}::uuid
        order by id limit ${BATCH})
      returning "learnerId"`
    // Of what is set no longer the tallies are gone with it.
    if (!place || taken.length === 0) return taken.length === BATCH
    const learners = new Set(taken.map(({ learnerId }) => learnerId))
    await recountAt(transaction, place, [...learners])
    return taken.length === BATCH
  })
}

/** So many batches are counted for one who reads; the clock counts what is left. */
const MOST_BATCHES = 10

/** Counts what waits, within reason, and tells whether some of it still waits. */
export async function foldAssignment(assignmentId: string): Promise<boolean> {
  for (let done = 0; done < MOST_BATCHES; done++) if (!(await foldBatch(assignmentId))) return false
  return true
}

/** What waits longest to be counted: up to `most` of what is set in classes. */
export async function listWaiting(most: number): Promise<string[]> {
  const rows = await db().$queryRaw<{ assignmentId: string }[]>`
    select "assignmentId" from (select "assignmentId", id from "TallyChange" order by id limit 5000) c
    group by "assignmentId" order by min(id) limit ${most}`
  return rows.map(({ assignmentId }) => assignmentId)
}
