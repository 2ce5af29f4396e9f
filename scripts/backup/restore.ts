import { once } from 'node:events'
import pg from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import { deployMigrations } from '@/scripts/migration/deploy'
import { listMigrations } from '@/scripts/migration/folder'
import { Refusal } from '@/scripts/start/refusal.mjs'
import { type Head, openBackup, type Piece } from './read'
import { listTables, PLAIN, quoted, type Sum, sumOf } from './tables'

/** The rows of one table on their way into the database. */
interface Filling {
  stream: CopyStreamQuery
  ended: Promise<unknown>
}

/** Refuses a database that somebody uses: nothing is ever written over. */
async function requireEmpty(client: pg.Client): Promise<void> {
  for (const { name } of await listTables(client)) {
    if (name === '_prisma_migrations') continue
    const { rowCount } = await client.query(`select from ${quoted(name)} limit 1`)
    if (rowCount)
      throw new Refusal(
        `There are rows in the table ${name} already: restore into an empty database, for example after moving the data folder away.`,
      )
  }
}

/** The migrations that the backup's database had; a backup of a newer version is refused. */
function migrationsOf({ migrations }: Head) {
  const known = listMigrations()
  const unknown = migrations.find((name) => !known.some((each) => each.name === name))
  if (unknown)
    throw new Refusal(
      `The backup has the migration ${unknown}, which this version of Rendezvous does not know: restore it with the version that wrote it, or a newer one.`,
    )
  return known.filter(({ name }) => migrations.includes(name))
}

/** Takes references and triggers out of the way, and gives what puts them back. */
async function loosen(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; is: string }>(`
    select conrelid::regclass::text as "table", conname as name, pg_get_constraintdef(oid) as is
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`)
  const tables = await listTables(client)
  for (const { table, name } of rows)
    await client.query(`alter table ${table} drop constraint ${quoted(name)}`)
  for (const { name } of tables)
    await client.query(`alter table ${quoted(name)} disable trigger user`)
  return [
    ...rows.map(
      ({ table, name, is }) => `alter table ${table} add constraint ${quoted(name)} ${is}`,
    ),
    ...tables.map(({ name }) => `alter table ${quoted(name)} enable trigger user`),
  ]
}

async function fill(client: pg.Client, pieces: AsyncGenerator<Piece>): Promise<Sum[]> {
  const sums: Sum[] = []
  let filling: Filling | null = null
  for await (const piece of pieces) {
    if (piece.kind === 'table') {
      const { table, rows, sum } = piece
      sums.push({ table, rows, sum })
      const stream = client.query(copyFrom(piece.copy))
      filling = { stream, ended: once(stream, 'finish') }
      // Whatever goes wrong is thrown where it is waited for.
      filling.ended.catch(() => {})
    } else if (piece.kind === 'row' && filling) {
      if (!filling.stream.write(`${piece.line}\n`))
        await Promise.race([once(filling.stream, 'drain'), filling.ended])
    } else if (piece.kind === 'done' && filling) {
      filling.stream.end()
      await filling.ended
      filling = null
    } else if (piece.kind === 'counter')
      await client.query('select setval($1::regclass, $2)', [quoted(piece.name), piece.value])
  }
  return sums
}

async function compare(client: pg.Client, told: readonly Sum[]): Promise<void> {
  const tables = await listTables(client)
  for (const { table, rows, sum } of told) {
    const found = tables.find(({ name }) => name === table)
    const now = found ? await sumOf(client, found) : null
    if (now?.rows !== rows || now.sum !== sum)
      throw new Refusal(
        `The table ${table} is not what the backup says it was: nothing was restored; take another copy of the file.`,
      )
  }
}

/**
 * Puts a backup into an empty database: its schema as it was, every row, then what migrations have
 * come since. The rows are there whole, with the sums that the backup tells, or not at all.
 *
 * @returns the sums of all tables, and the migrations that were applied on top
 */
export async function restoreBackup(
  url: string,
  file: string,
): Promise<{ head: Head; sums: Sum[]; applied: string[] }> {
  const { head, pieces } = await openBackup(file)
  const migrations = migrationsOf(head)
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  let sums: Sum[]
  try {
    await requireEmpty(client)
    await deployMigrations(url, migrations)
    await client.query(PLAIN)
    await client.query('begin')
    const tighten = await loosen(client)
    sums = await fill(client, pieces)
    await compare(client, sums)
    for (const statement of tighten) await client.query(statement)
    await client.query('commit')
  } finally {
    await client.end()
  }
  return { head, sums, applied: await deployMigrations(url) }
}
