import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { Refusal } from '@/scripts/start/refusal.mjs'
import { listMigrations, type Migration } from './folder'

// Prisma's own table, column for column, so that `prisma migrate` elsewhere agrees with us.
const TABLE = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`
// The key that Prisma's own deploy takes, so that the two exclude each other as well.
const LOCK = 'select pg_advisory_xact_lock(72707369)'
const RECORD = `insert into _prisma_migrations
  (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
  values ($1, $2, $3, now(), clock_timestamp(), 1)`

/**
 * Applies the migrations that a database does not have yet and gives their names. Each is one
 * transaction together with its record: it is there whole or not at all, whatever is killed when.
 * Two deploys at once take turns. Throws a Refusal that names the migration that failed, that was
 * changed after it was applied, or that this version of Rendezvous does not know.
 */
export async function deployMigrations(
  url: string,
  migrations: Migration[] = listMigrations(),
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const applied: string[] = []
    for (;;) {
      const name = await applyNext(client, migrations)
      if (!name) return applied
      applied.push(name)
    }
  } finally {
    await client.end()
  }
}

async function applyNext(client: pg.Client, migrations: Migration[]): Promise<string | undefined> {
  await client.query('begin')
  try {
    await client.query(LOCK)
    const next = findNext(await readRecords(client), migrations)
    if (next) await apply(client, next)
    await client.query('commit')
    return next?.name
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

type Row = { migration_name: string; checksum: string; finished_at: Date | null }

async function readRecords(client: pg.Client): Promise<Row[]> {
  const present = await client.query("select to_regclass('_prisma_migrations') is not null as yes")
  if (!present.rows[0]?.yes) await client.query(TABLE)
  const { rows } = await client.query<Row>(
    'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null',
  )
  return rows
}

function findNext(rows: Row[], migrations: Migration[]): Migration | undefined {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { migration_name: name, checksum, finished_at } of rows) {
    const migration = known.get(name)
    if (!migration)
      throw new Refusal(
        `The database has the migration ${name}, which this version of Rendezvous does not know: it was used with a newer version, start that one.`,
      )
    if (!finished_at)
      throw new Refusal(
        `Another tool began the migration ${name} in this database and did not finish it: resolve that with "prisma migrate resolve" first.`,
      )
    if (migration.checksum !== checksum)
      throw new Refusal(
        `The migration ${name} was changed after it was applied to this database: put prisma/migrations/${name} back as it was, and write changes as a new migration.`,
      )
  }
  const done = new Set(rows.map((row) => row.migration_name))
  return migrations.find(({ name }) => !done.has(name))
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("select set_config('rendezvous.migration', $1, true)", [name])
  try {
    await client.query(sql)
    await client.query('set constraints all immediate')
  } catch (error) {
    throw new Refusal(
      `The migration ${name} failed and was rolled back whole: ${(error as Error).message}.`,
    )
  }
  const state = await client.query("select current_setting('rendezvous.migration', true) as name")
  if (state.rows[0]?.name !== name)
    throw new Refusal(`The migration ${name} ends its own transaction: take COMMIT out of it.`)
  await client.query(RECORD, [randomUUID(), checksum, name])
}
