import { db } from '@/lib/data/db'

/**
 * What follows from other tables and is worked out by whoever reads it; that it is right is held by
 * gradebook-refresh.test.ts, and that it is told to nobody else by what the functions answer.
 */
const DERIVED = ['GradebookRow', 'GradebookCell', 'GradebookMark']

const tablesOf = () =>
  db().$queryRaw<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1`

/** Takes every row out of the database of this test file. */
export async function emptyTables(): Promise<void> {
  const names = (await tablesOf()).filter(({ name }) => name !== '_prisma_migrations')
  await db().$executeRawUnsafe(`truncate ${names.map(({ name }) => `"${name}"`).join(', ')}`)
}

/** Every row of every table that says something of its own, as text, "Table: (…)". */
export async function allRows(): Promise<string[]> {
  const tables = (await tablesOf()).filter(({ name }) => !DERIVED.includes(name))
  const rows = await Promise.all(
    tables.map(({ name }) =>
      db().$queryRawUnsafe<{ row: string }[]>(
        `select '${name}: ' || t::text as row from "${name}" t order by 1`,
      ),
    ),
  )
  return rows.flat().map(({ row }) => row)
}

/** The rows that `work` wrote, changed (once as they were, once as they are) or removed. */
export async function rowsChangedBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = new Set(await allRows())
  await work()
  const after = new Set(await allRows())
  return [
    ...[...before].filter((row) => !after.has(row)),
    ...[...after].filter((row) => !before.has(row)),
  ]
}
