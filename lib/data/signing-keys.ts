import { db } from './db'
import { inTransaction } from './transaction'

/** A key as it is stored: the private half is encrypted, by whoever made it. */
export interface StoredKey {
  kid: string
  publicJwk: Record<string, unknown>
  privateKey: Uint8Array<ArrayBuffer>
}

const select = { kid: true, publicJwk: true, privateKey: true } as const

/** The keys that this instance signs or has signed with, the newest first; their public halves. */
export async function listPublicKeys(): Promise<Record<string, unknown>[]> {
  const rows = await db().signingKey.findMany({
    select: { publicJwk: true },
    orderBy: [{ createdAt: 'desc' }, { kid: 'asc' }],
  })
  return rows.map(({ publicJwk }) => publicJwk as Record<string, unknown>)
}

/**
 * The key to sign with. Where there is none that `opens`, those that do not are retired and `make` makes
 * one: one alone, however many processes ask at once.
 */
export function ensureSigningKey(
  opens: (key: StoredKey) => boolean,
  make: () => Promise<StoredKey>,
  now: Date,
): Promise<StoredKey> {
  return inTransaction(async (transaction) => {
    await transaction.$executeRaw`select pg_advisory_xact_lock(hashtext('SigningKey'))`
    const rows = await transaction.signingKey.findMany({
      where: { retiredAt: null },
      select,
      orderBy: { createdAt: 'desc' },
    })
    const keys = rows.map((row) => ({ ...row, publicJwk: row.publicJwk as StoredKey['publicJwk'] }))
    const found = keys.find(opens)
    if (found) return found
    await transaction.signingKey.updateMany({
      where: { retiredAt: null },
      data: { retiredAt: now },
    })
    const made = await make()
    await transaction.signingKey.create({
      data: { ...made, publicJwk: JSON.parse(JSON.stringify(made.publicJwk)), createdAt: now },
      select: { kid: true },
    })
    return made
  })
}
