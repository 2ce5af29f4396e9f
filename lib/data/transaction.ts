import { db } from './db'
import type { Prisma } from './generated/client'

export type Transaction = Prisma.TransactionClient

const RETRIED = new Set(['40001', '40P01'])
const TRIES = 5

/** The SQLSTATE of a database error wherever Prisma has put it, or null. */
export function sqlState(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null
  const found = error as Record<string, unknown>
  if (found.code === 'P2034') return '40001'
  if (found.code === 'P2002') return '23505'
  if (typeof found.originalCode === 'string') return found.originalCode
  return sqlState(found.cause) ?? sqlState(found.meta) ?? sqlState(found.driverAdapterError)
}

/** Whether a write failed because a name, address or code is taken. */
export const isTaken = (error: unknown): boolean => sqlState(error) === '23505'

/** Whether an error comes from the database or the way to it, and so not from what a row holds. */
export const isOfDatabase = (error: unknown): boolean =>
  sqlState(error) !== null || (error instanceof Error && error.name.startsWith('PrismaClient'))

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/**
 * Runs `work` in one transaction, again when Postgres asks for it (serialization failure, deadlock),
 * at most five times. `work` must therefore be safe to repeat: it does nothing but database work.
 *
 * @param timeout after so many milliseconds it is given up; longer than usual only where nobody waits
 */
export async function inTransaction<Result>(
  work: (transaction: Transaction) => Promise<Result>,
  timeout = 15_000,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db().$transaction(work, { maxWait: 5_000, timeout })
    } catch (error) {
      const state = sqlState(error)
      if (attempt === TRIES || state === null || !RETRIED.has(state)) throw error
      await pause(2 ** attempt * 5 * (0.5 + Math.random()))
    }
  }
}
