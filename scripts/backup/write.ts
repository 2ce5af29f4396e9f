import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { Refusal } from '@/scripts/start/refusal.mjs'
import { listCounters, listed, listTables, PLAIN, quoted, type Sum, sumOf } from './tables'

/** The first line of every backup. */
export const HEAD = '-- rendezvous backup 1'
export const END = '-- end'

async function* linesOf(client: pg.Client, now: Date, sums: Sum[]) {
  const { rows: there } = await client.query<{ yes: boolean }>(
    "select to_regclass('_prisma_migrations') is not null as yes",
  )
  if (!there[0]?.yes)
    throw new Refusal('The database has no tables of Rendezvous yet: nothing to keep.')
  const { rows: done } = await client.query<{ name: string }>(
    `select migration_name as name from _prisma_migrations
     where rolled_back_at is null order by migration_name`,
  )
  yield `${HEAD}\n-- made ${now.toISOString()}\n`
  for (const { name } of done) yield `-- migration ${name}\n`
  for (const table of await listTables(client)) {
    if (table.name === '_prisma_migrations') continue
    const sum = await sumOf(client, table)
    sums.push(sum)
    yield `-- sum ${table.name} ${sum.rows} ${sum.sum}\n`
    const columns = listed(table.columns)
    yield `COPY ${quoted(table.name)} (${columns}) FROM stdin;\n`
    yield* client.query(copyTo(`copy ${quoted(table.name)} (${columns}) to stdout`))
    yield '\\.\n'
  }
  for (const { name, value } of await listCounters(client)) yield `-- counter ${name} ${value}\n`
  yield `${END}\n`
}

/**
 * Writes all that a database holds into a gzipped file of COPY blocks, in one snapshot: who works
 * meanwhile is not held up, and nothing is half in it. The file is there whole or not at all, readable
 * by its owner only.
 *
 * @returns the sum of each table, as it stands in the file
 */
export async function writeBackup(url: string, file: string, now: Date): Promise<Sum[]> {
  const client = new pg.Client({ connectionString: url })
  const draft = `${file}.${process.pid}.part`
  const sums: Sum[] = []
  await client.connect()
  try {
    await client.query(PLAIN)
    await client.query('begin isolation level repeatable read read only')
    await pipeline(
      Readable.from(linesOf(client, now, sums)),
      createGzip({ level: 6 }),
      createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true }),
    )
    await client.query('commit')
    renameSync(draft, file)
  } catch (error) {
    rmSync(draft, { force: true })
    throw error
  } finally {
    await client.end()
  }
  return sums
}
