import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '@/lib/env'
import { again } from './again'
import { PrismaClient } from './generated/client'

type Kept = { pool: pg.Pool; searches: pg.Pool; db: PrismaClient }
const kept = globalThis as typeof globalThis & { rendezvousDatabase?: Kept }

type Query = (...words: unknown[]) => Promise<pg.QueryResult>

/**
 * A pool whose statements by themselves are run again when Postgres asks for it, as `inTransaction` does
 * with several: each is a transaction of its own. What runs inside of a transaction goes past this.
 */
function patient(pool: pg.Pool): pg.Pool {
  const once = pool.query.bind(pool) as Query
  pool.query = ((...words: unknown[]) => again(() => once(...words))) as pg.Pool['query']
  return pool
}

function poolOf(most: number, connecting: number, statement: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env().databaseUrl,
    max: most,
    connectionTimeoutMillis: connecting,
    statement_timeout: statement,
    // The adapter reads instants as if every session lived in UTC.
    options: '-c timezone=UTC',
  })
  // An idle connection that the server drops must not end the process; the next query opens another.
  pool.on('error', () => undefined)
  return patient(pool)
}

function connect(): Kept {
  const pool = poolOf(env().databasePool, 5_000, 15_000)
  const searches = poolOf(3, 2_000, 2_000)
  return { pool, searches, db: new PrismaClient({ adapter: new PrismaPg(pool) }) }
}

function open(): Kept {
  kept.rendezvousDatabase ??= connect()
  return kept.rendezvousDatabase
}

/** The one client of this process; made on first use, so that a build needs no database. */
export const db = (): PrismaClient => open().db

/**
 * The connections for searching, which anybody may do without signing in: few of their own, so that
 * however many search, all others still get theirs. Two seconds to get one, two for a statement.
 */
export const searches = (): pg.Pool => open().searches

/** Closes every connection; for scripts and tests, which end. */
export async function disconnect(): Promise<void> {
  const last = kept.rendezvousDatabase
  delete kept.rendezvousDatabase
  await last?.db.$disconnect()
  if (last && !last.pool.ended) await last.pool.end()
  await last?.searches.end()
}
