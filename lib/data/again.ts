/** What Postgres says when a transaction has to be run again: serialization failure, deadlock. */
const RETRIED = new Set(['40001', '40P01'])
const TRIES = 5

/** The SQLSTATE of a database error wherever Prisma has put it, or null. */
export function sqlState(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null
  const found = error as Record<string, unknown>
  if (found.code === 'P2034') return '40001'
  if (found.code === 'P2002') return '23505'
  if (typeof found.originalCode === 'string') return found.originalCode
  // As `pg` has it, whose errors say how severe they are.
  if (typeof found.code === 'string' && typeof found.severity === 'string') return found.code
  return sqlState(found.cause) ?? sqlState(found.meta) ?? sqlState(found.driverAdapterError)
}

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/**
 * Runs `work` again when Postgres asks for it, at most five times. `work` is one transaction: a
 * statement by itself, or several that are begun anew. It must be safe to repeat.
 */
export async function again<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const state = sqlState(error)
      if (attempt === TRIES || state === null || !RETRIED.has(state)) throw error
      await pause(2 ** attempt * 5 * (0.5 + Math.random()))
    }
  }
}
