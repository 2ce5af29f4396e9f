import pg from 'pg'
import { databaseAddress } from '@/tests/support/served'
import { ROOMS, type World } from './world'

/** Courses, and what is counted whoever asks: it belongs to no world. */
const LEFT_OUT = [
  '_prisma_migrations',
  'Quiz',
  'QuizVersion',
  'SearchIndex',
  'SearchPassage',
  'Throttle',
  'Presence',
]

const idsOf = (world: World): string[] => [
  ...Object.values(world.people).map(({ id }) => id),
  ...ROOMS.flatMap((name) => {
    const { id, assignment, done, open } = world[name]
    return [id, assignment, done, open]
  }),
]

/** A row as JSON text, with its table. */
type Row = readonly [table: string, row: string]

/** The rows of one world in the database behind the tests: to compare them, and to put them back. */
export class Rows {
  private constructor(
    private readonly client: pg.Client,
    /** Tables in an order in which each comes after those that it points to. */
    private readonly tables: readonly string[],
    private readonly ids: string,
  ) {}

  static async of(world: World): Promise<Rows> {
    const client = new pg.Client({ connectionString: databaseAddress() })
    await client.connect()
    // Compiling these queries would take longer than they do.
    await client.query('set jit = off')
    const { rows: names } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> all ($1)`,
      [LEFT_OUT],
    )
    const { rows: links } = await client.query<{ from: string; to: string }>(
      `select f.relname as from, t.relname as to from pg_constraint c
      join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
      where c.contype = 'f' and c.conrelid <> c.confrelid`,
    )
    const ordered: string[] = []
    const left = new Set(names.map(({ name }) => name))
    while (left.size > 0) {
      const free = [...left].filter((name) =>
        links.every(({ from, to }) => from !== name || !left.has(to)),
      )
      if (free.length === 0) throw new Error(`Tables point at each other: ${[...left].join(', ')}`)
      for (const name of free) left.delete(name)
      ordered.push(...free)
    }
    return new Rows(client, ordered, idsOf(world).join('|'))
  }

  /** Every row in which somebody or something of the world stands. */
  async read(): Promise<Row[]> {
    const parts = this.tables.map(
      (name) =>
        `select '${name}' as table, to_jsonb(t)::text as row from "${name}" t where t::text ~ $1`,
    )
    const { rows } = await this.client.query<{ table: string; row: string }>(
      `${parts.join(' union all ')} order by 1, 2`,
      [this.ids],
    )
    return rows.map(({ table, row }) => [table, row] as const)
  }

  /** Makes the world's rows what they were. */
  async restore(rows: readonly Row[]): Promise<void> {
    await this.client.query('begin')
    for (const name of [...this.tables].reverse())
      await this.client.query(`delete from "${name}" t where t::text ~ $1`, [this.ids])
    for (const name of this.tables) {
      const own = rows.filter(([table]) => table === name).map(([, row]) => row)
      await this.client.query(
        `insert into "${name}" select * from jsonb_populate_recordset(null::"${name}", $1::jsonb)`,
        [`[${own.join(',')}]`],
      )
    }
    await this.client.query('commit')
  }

  close(): Promise<void> {
    return this.client.end()
  }
}

/** The tables whose rows are others than before. */
export function changedTables(before: readonly Row[], after: readonly Row[]): string[] {
  const [was, is] = [before, after].map((rows) => new Set(rows.map((row) => row.join(' '))))
  const changed = [
    ...before.filter((row) => !is?.has(row.join(' '))),
    ...after.filter((row) => !was?.has(row.join(' '))),
  ]
  return [...new Set(changed.map(([table]) => table))]
}
