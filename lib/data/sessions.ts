import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'

export interface SessionUser {
  userId: string
  expires: Date
  name: string
  isGuest: boolean
  mustChangePassword: boolean
}

/** Whose session this is: one statement. Null where there is none or it has run out by `now`. */
export async function findSessionUser(
  tokenHash: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<SessionUser | null> {
  const [row] = await db().$queryRaw<SessionUser[]>`
    select s."userId", s.expires, u.name, u."isGuest", u."mustChangePassword"
    from "Session" s join "User" u on u.id = s."userId"
    where s."tokenHash" = ${tokenHash} and s.expires > ${now}`
  return row ?? null
}

export interface NewSession {
  tokenHash: Uint8Array<ArrayBuffer>
  userId: string
  device: string
  expires: Date
}

/** Opens a session; `replaced`, the session that the browser brought along, ends with it. */
export async function recordSession(
  session: NewSession,
  replaced: Uint8Array<ArrayBuffer> | null,
): Promise<void> {
  await db().session.create({ data: session })
  if (replaced) await deleteSession(replaced)
}

/**
 * Opens a session for a password that was right: it has to be the account's still, or who has just been
 * given another by their teacher would be in by the old one. False where it is not. The account's row is
 * held meanwhile, so that a change of password ends this session or comes before it.
 */
export async function recordSignIn(
  { tokenHash, userId, device, expires }: NewSession,
  passwordHash: string,
  replaced: Uint8Array<ArrayBuffer> | null,
): Promise<boolean> {
  const opened = await db().$executeRaw`
    insert into "Session" ("tokenHash", "userId", device, expires)
    select ${tokenHash}, u.id, ${device}, ${expires} from "User" u
    where u.id = ${userId}::uuid and u."passwordHash" = ${passwordHash}
    for share of u`
  if (opened === 0) return false
  if (replaced) await deleteSession(replaced)
  return true
}

/** Ends a session; one that is gone already is no error. */
export async function deleteSession(tokenHash: Uint8Array<ArrayBuffer>): Promise<void> {
  await db().session.deleteMany({ where: { tokenHash } })
}

export interface SessionEntry {
  /** The first six bytes of the hash: enough to tell sessions apart, no way to sign in. */
  id: string
  device: string
  createdAt: Date
  isCurrent: boolean
}

const idOf = (tokenHash: Uint8Array) => Buffer.from(tokenHash.subarray(0, 6)).toString('hex')

/** The viewer's own live sessions, newest first. */
export async function listSessions(
  viewer: Viewer,
  current: Uint8Array<ArrayBuffer>,
  now: Date,
): Promise<SessionEntry[]> {
  const rows = await db().session.findMany({
    where: { userId: viewer.id, expires: { gt: now } },
    orderBy: { createdAt: 'desc' },
    take: 50,
  })
  return rows.map(({ tokenHash, device, createdAt }) => ({
    id: idOf(tokenHash),
    device,
    createdAt,
    isCurrent: idOf(tokenHash) === idOf(current),
  }))
}

/** Ends one of the viewer's own sessions by its short id; someone else's is never touched. */
export async function revokeSession(viewer: Viewer, id: string): Promise<void> {
  await db().$executeRaw`
    delete from "Session"
    where "userId" = ${viewer.id}::uuid and substring("tokenHash" from 1 for 6) = decode(${id}, 'hex')`
}

/** Ends every session of the viewer but `kept`. */
export async function revokeOtherSessions(
  viewer: Viewer,
  kept: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await db().session.deleteMany({ where: { userId: viewer.id, tokenHash: { not: kept } } })
}
