import { createHash } from 'node:crypto'
import pg from 'pg'
import { env } from '@/lib/env'
import { again, sqlState } from './again'

interface Pools {
  main: pg.Pool
  searches: pg.Pool
}
/** The server in front of Next and Next itself are bundled apart, and share one process and its pools. */
const kept = globalThis as typeof globalThis & { rendezvousPools?: Pools }

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

function open(): Pools {
  kept.rendezvousPools ??= {
    main: poolOf(env().databasePool, 5_000, 15_000),
    searches: poolOf(3, 2_000, 2_000),
  }
  return kept.rendezvousPools
}

/** The connections of this process; made on first use, so that a build needs no database. */
export const pool = (): pg.Pool => open().main

/**
 * The connections for searching, which anybody may do without signing in: few of their own, so that
 * however many search, all others still get theirs. Two seconds to get one, two for a statement.
 */
export const searches = (): pg.Pool => open().searches

const names = new Map<string, string>()
function nameOf(text: string): string {
  const name = names.get(text) ?? createHash('sha256').update(text).digest('hex').slice(0, 32)
  names.set(text, name)
  return name
}

/** What Postgres says where a pooler has handed us a session that lacks our statement, or has it already. */
const NOT_OURS = new Set(['26000', '42P05'])
let isPrepared = true

/**
 * Runs a statement that is prepared once for each connection, which saves the planning of all later runs.
 * Behind a pooler that shares sessions and knows nothing of prepared statements (PgBouncer before 1.21)
 * it is run like every other from the first refusal on, which changes nothing. The name follows from the
 * text, so that two releases beside each other never run each other's.
 */
export async function queryPrepared<Row extends pg.QueryResultRow>(
  text: string,
  values: unknown[],
): Promise<Row[]> {
  if (!isPrepared) return (await pool().query<Row>(text, values)).rows
  try {
    return (await pool().query<Row>({ name: nameOf(text), text, values })).rows
  } catch (error) {
    if (!NOT_OURS.has(sqlState(error) ?? '')) throw error
    isPrepared = false
    return queryPrepared(text, values)
  }
}

/** Closes every connection; the next use opens new ones. */
export async function closePools(): Promise<void> {
  const last = kept.rendezvousPools
  delete kept.rendezvousPools
  if (last && !last.main.ended) await last.main.end()
  await last?.searches.end()
}
