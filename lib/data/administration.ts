import { db } from './db'
import { inTransaction } from './transaction'

/** An account as who runs the instance finds it. */
export interface FoundAccount {
  id: string
  name: string
  username: string | null
  email: string | null
  sessions: number
}

/** The account behind an e-mail address or a username; null where there is none. */
export async function findAccountBy(identifier: string): Promise<FoundAccount | null> {
  const found = await db().user.findFirst({
    where: identifier.includes('@') ? { email: identifier } : { username: identifier },
    select: {
      id: true,
      name: true,
      username: true,
      email: true,
      _count: { select: { sessions: true } },
    },
  })
  if (!found) return null
  const { _count, ...account } = found
  return { ...account, sessions: _count.sessions }
}

/**
 * A new first password for any account, by who runs the instance: its owner chooses another at the next
 * sign-in, and every session of theirs ends. False where the account is gone.
 */
export function recordGivenPassword(id: string, passwordHash: string): Promise<boolean> {
  return inTransaction(async (transaction) => {
    const { count } = await transaction.user.updateMany({
      where: { id, isGuest: false },
      data: { passwordHash, mustChangePassword: true },
    })
    await transaction.session.deleteMany({ where: { userId: id } })
    return count === 1
  })
}

/** Ends every session of an account; how many they were. */
export async function endSessionsOf(id: string): Promise<number> {
  return (await db().session.deleteMany({ where: { userId: id } })).count
}
