import { db } from '@/lib/data/db'
import { findVersion } from '@/lib/data/quizzes'
import { packSummary, packWhole, type Rollups } from '@/lib/data/rollup-store'
import { type AnalysedAttempt, chooseAttempts, WHICH } from '@/lib/domain/item-analysis'
import { addTally, emptyRollup } from '@/lib/domain/rollup'
import { type Tally, tallyOf } from '@/lib/domain/tally'
import { the } from './the'

/** What students of the class have handed in of what is set, read row by row. */
async function attemptsAt(assignmentId: string): Promise<AnalysedAttempt[]> {
  const { classId } = await db().assignment.findUniqueOrThrow({ where: { id: assignmentId } })
  const students = await db().membership.findMany({
    where: { classId, role: { in: ['student', 'erased'] } },
  })
  const rows = await db().attempt.findMany({
    where: {
      assignmentId,
      submittedAt: { not: null },
      learnerId: { in: students.map(({ userId }) => userId) },
    },
    include: { responses: true },
  })
  return rows.map((row) => ({
    id: row.id,
    learner: { id: row.learnerId, name: '' },
    versionId: row.versionId,
    seed: row.seed,
    startedAt: row.startedAt,
    submittedAt: the(row.submittedAt),
    earned: { n: the(row.earnedN), d: the(row.earnedD) },
    points: the(row.points),
    responses: row.responses.map(({ questionId, value, earnedN, earnedD }) => ({
      questionId,
      value,
      earned: earnedN === null || earnedD === null ? null : { n: earnedN, d: earnedD },
    })),
  }))
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** The rollups of what is set as they would be made anew from its attempts, byte for byte. */
export async function recounted(assignmentId: string): Promise<Record<string, string[]>> {
  const tallies = new Map<string, Tally>()
  const all = await attemptsAt(assignmentId)
  for (const attempt of all) {
    const tally = tallyOf(the(await findVersion(attempt.versionId)), attempt)
    if (tally) tallies.set(attempt.id, tally)
  }
  // Where every question was taken out of the scoring, nothing counts.
  const attempts = all.filter(({ id }) => tallies.has(id))
  const made: Record<string, string[]> = {}
  for (const which of WHICH) {
    const chosen = chooseAttempts(attempts, which)
    const rollups: Rollups = new Map()
    for (const attempt of chosen) {
      const rollup = rollups.get(attempt.versionId) ?? emptyRollup()
      rollups.set(attempt.versionId, rollup)
      addTally(rollup, the(tallies.get(attempt.id)))
    }
    const [newest] = chosen.toSorted((a, b) => b.startedAt.getTime() - a.startedAt.getTime())
    if (newest) made[which] = [hex(packSummary(rollups, newest.versionId)), hex(packWhole(rollups))]
  }
  return made
}

/** The rollups of what is set as they are kept. */
export async function keptRollups(assignmentId: string): Promise<Record<string, string[]>> {
  const rows = await db().rollup.findMany({ where: { assignmentId } })
  return Object.fromEntries(
    rows.map(({ which, summary, whole }) => [which, [hex(summary), hex(whole)]]),
  )
}
