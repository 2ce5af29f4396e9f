import { again, sqlState } from './again'
import { db } from './db'
import type { Prisma } from './generated/client'

export type Transaction = Prisma.TransactionClient

/** Whether a write failed because a name, address or code is taken. */
export const isTaken = (error: unknown): boolean => sqlState(error) === '23505'

/** Whether an error comes from the database or the way to it, and so not from what a row holds. */
export const isOfDatabase = (error: unknown): boolean =>
  sqlState(error) !== null || (error instanceof Error && error.name.startsWith('PrismaClient'))

/**
 * Runs `work` in one transaction, again when Postgres asks for it (serialization failure, deadlock),
 * at most five times. `work` must therefore be safe to repeat: it does nothing but database work.
 *
 * @param timeout after so many milliseconds it is given up; longer than usual only where nobody waits
 */
export const inTransaction = <Result>(
  work: (transaction: Transaction) => Promise<Result>,
  timeout = 15_000,
): Promise<Result> => again(() => db().$transaction(work, { maxWait: 5_000, timeout }))
