import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '@/lib/env'
import { PrismaClient } from './generated/client'

type Kept = { pool: pg.Pool; db: PrismaClient }
const kept = globalThis as typeof globalThis & { rendezvousDatabase?: Kept }

function connect(): Kept {
  const pool = new pg.Pool({
    connectionString: env().databaseUrl,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
  })
  // An idle connection that the server drops must not end the process; the next query opens another.
  pool.on('error', () => undefined)
  return { pool, db: new PrismaClient({ adapter: new PrismaPg(pool) }) }
}

/** The one client of this process; made on first use, so that a build needs no database. */
export function db(): PrismaClient {
  kept.rendezvousDatabase ??= connect()
  return kept.rendezvousDatabase.db
}

/** Closes every connection; for scripts and tests, which end. */
export async function disconnect(): Promise<void> {
  const open = kept.rendezvousDatabase
  delete kept.rendezvousDatabase
  await open?.db.$disconnect()
  if (open && !open.pool.ended) await open.pool.end()
}
