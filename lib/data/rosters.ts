import { v7 as uuid } from 'uuid'
import {
  decideRoster,
  type KnownPupil,
  type NewPupil,
  newPupils,
  type RosterRow,
  type RowDecision,
  wantedUsernames,
} from '@/lib/domain/roster'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { inTransaction, isTaken, type Transaction } from './transaction'

type Asked = Pick<Transaction, '$queryRaw'>

/** What becomes of the rows as the class stands. */
async function decide(
  transaction: Asked,
  classId: string,
  rows: readonly RosterRow[],
): Promise<RowDecision[]> {
  const known = await transaction.$queryRaw<KnownPupil[]>`
    select u.name, u.username, m."sourcedId"
    from "Membership" m join "User" u on u.id = m."userId"
    where m."classId" = ${classId}::uuid and m.role = 'student'
    order by m."joinedAt", u.id`
  const wanted = wantedUsernames(rows)
  const taken = await transaction.$queryRaw<{ username: string }[]>`
    select username from "User"
    where username = any (${wanted})
      or regexp_replace(username, '\\.?[0-9]+$', '') = any (${wanted})`
  return decideRoster(rows, known, new Set(taken.map(({ username }) => username)))
}

/**
 * What would become of a list of pupils in a class that the viewer teaches; nothing is written. Null
 * where the class is not theirs or over.
 */
export async function findRosterPlan(
  viewer: Viewer,
  classId: string,
  rows: readonly RosterRow[],
): Promise<RowDecision[] | null> {
  const teaches = await db().membership.count({ where: teachingOf(viewer, classId) })
  return teaches === 1 ? decide(db(), classId, rows) : null
}

const teachingOf = (viewer: Viewer, classId: string) => ({
  classId,
  userId: viewer.id,
  role: { in: ['teacher' as const, 'coteacher' as const] },
  class: { archivedAt: null },
})

/**
 * Writes every new pupil of a list into a class that the viewer teaches: an account with a username,
 * a first password of `hashes` (in the order of the answer) and a seat; all of them or none. It
 * decides anew while nobody else writes a list into this class. Answers whom it has written; null
 * where the class is not theirs or over; `again` where the list has more new pupils than hashes, or
 * somebody elsewhere took a username meanwhile: then nothing is written.
 */
export async function recordRoster(
  viewer: Viewer,
  classId: string,
  rows: readonly RosterRow[],
  hashes: readonly string[],
): Promise<NewPupil[] | 'again' | null> {
  try {
    return await inTransaction(async (transaction) => {
      await transaction.$queryRaw`select id from "Class" where id = ${classId}::uuid for update`
      const teaches = await transaction.membership.count({ where: teachingOf(viewer, classId) })
      if (teaches === 0) return null
      const added = newPupils(await decide(transaction, classId, rows))
      if (added.length > hashes.length) return 'again'
      const accounts = added.map((pupil, at) => ({
        ...pupil,
        id: uuid(),
        passwordHash: hashes[at] ?? null,
      }))
      await transaction.user.createMany({
        data: accounts.map(({ id, name, username, passwordHash }) => ({
          id,
          name,
          username,
          passwordHash,
          mustChangePassword: true,
          homeClassId: classId,
        })),
      })
      await transaction.membership.createMany({
        data: accounts.map(({ id, sourcedId }) => ({
          classId,
          userId: id,
          role: 'student' as const,
          sourcedId,
        })),
      })
      return added
    })
  } catch (error) {
    if (isTaken(error)) return 'again'
    throw error
  }
}
