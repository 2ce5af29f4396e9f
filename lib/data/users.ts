import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { inTransaction, isTaken } from './transaction'

export interface Credentials {
  id: string
  passwordHash: string | null
}

/** The account behind an e-mail address or a username, both in lower case; null where there is none. */
export function findCredentials(identifier: string): Promise<Credentials | null> {
  return db().user.findFirst({
    where: identifier.includes('@') ? { email: identifier } : { username: identifier },
    select: { id: true, passwordHash: true },
  })
}

/** A new member's id, or null where the address is taken. */
export async function createMember(member: {
  name: string
  email: string
  passwordHash: string
}): Promise<string | null> {
  try {
    return (await db().user.create({ data: member, select: { id: true } })).id
  } catch (error) {
    if (isTaken(error)) return null
    throw error
  }
}

/** A guest's row, under which attempts are kept until the guest signs up. */
export async function createGuest(name: string): Promise<string> {
  return (await db().user.create({ data: { name, isGuest: true }, select: { id: true } })).id
}

/**
 * Makes a guest a member: the row stays and with it every attempt. False where the address is taken
 * or the viewer is no guest any more.
 */
export async function promoteGuest(
  viewer: Viewer,
  member: { name: string; email: string; passwordHash: string },
): Promise<boolean> {
  try {
    const { count } = await db().user.updateMany({
      where: { id: viewer.id, isGuest: true },
      data: { ...member, isGuest: false },
    })
    return count === 1
  } catch (error) {
    if (isTaken(error)) return false
    throw error
  }
}

/**
 * Ends guests of whom no session is left and who are older than `before`: nobody can come back to
 * what they did. Run at start-up.
 */
export async function sweepGuests(before: Date, now: Date): Promise<void> {
  await db().user.deleteMany({
    where: {
      isGuest: true,
      createdAt: { lt: before },
      sessions: { none: { expires: { gt: now } } },
    },
  })
}

export interface Account {
  name: string
  email: string | null
  username: string | null
  passwordHash: string | null
}

/** The viewer's own account. */
export function findAccount(viewer: Viewer): Promise<Account | null> {
  return db().user.findUnique({
    where: { id: viewer.id },
    select: { name: true, email: true, username: true, passwordHash: true },
  })
}

/**
 * Changes the viewer's own password and ends every session but the one at hand. False where it is not
 * `old` any more: a teacher has set another meanwhile, which stands.
 */
export function recordPassword(
  viewer: Viewer,
  passwordHash: string,
  kept: Uint8Array<ArrayBuffer>,
  old: string | null,
): Promise<boolean> {
  return inTransaction(async (transaction) => {
    const { count } = await transaction.user.updateMany({
      where: { id: viewer.id, passwordHash: old },
      data: { passwordHash, mustChangePassword: false },
    })
    if (count === 0) return false
    await transaction.session.deleteMany({
      where: { userId: viewer.id, tokenHash: { not: kept } },
    })
    return true
  })
}
