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
 * The guest's open attempts at what the member has open too. Of these only one can stay open, so the
 * guest's are handed in before they are handed over.
 */
export async function listRivalAttempts(guest: Viewer, memberId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    select a.id from "Attempt" a join "User" u on u.id = a."learnerId" and u."isGuest"
    where a."learnerId" = ${guest.id}::uuid and a."submittedAt" is null and exists (
      select from "Attempt" mine
      where mine."learnerId" = ${memberId}::uuid and mine."quizId" = a."quizId"
        and mine.mode = a.mode and mine.purpose = a.purpose
        and mine."assignmentId" is not distinct from a."assignmentId"
        and mine."submittedAt" is null)`
  return rows.map(({ id }) => id)
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

/**
 * Hands what a guest did over to the member who signs in from the same browser: attempts and lessons
 * read change their owner, then the guest is gone, with their sessions. Where guest and member both
 * have an open attempt at the same, the guest's has to be handed in first (`listRivalAttempts`).
 */
export async function adoptGuest(guest: Viewer, memberId: string): Promise<void> {
  if (!guest.isGuest || guest.id === memberId) return
  await db().$executeRaw`
    with owner as (
      select id from "User" where id = ${guest.id}::uuid and "isGuest" for update
    ), reads as (
      insert into "LessonRead" ("userId", "courseSlug", "lessonSlug", "readAt")
      select ${memberId}::uuid, r."courseSlug", r."lessonSlug", r."readAt"
      from "LessonRead" r join owner on owner.id = r."userId"
      on conflict do nothing
    ), moved as (
      update "Attempt" a set "learnerId" = ${memberId}::uuid
      from owner
      where a."learnerId" = owner.id and (a."submittedAt" is not null or not exists (
        select from "Attempt" mine
        where mine."learnerId" = ${memberId}::uuid and mine."quizId" = a."quizId"
          and mine.mode = a.mode and mine.purpose = a.purpose
        and mine."assignmentId" is not distinct from a."assignmentId"
          and mine."submittedAt" is null))
    )
    delete from "User" u using owner where u.id = owner.id`
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
