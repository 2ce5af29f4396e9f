import pg from 'pg'
import { databaseAddress } from '@/tests/support/served'
import { ROOMS, type World } from './world'

/** In an order in which each comes after those that it points to. */
const KEPT = [
  'Class',
  'User',
  'Session',
  'LessonRead',
  'Membership',
  'Category',
  'Assignment',
  'Exception',
  'Override',
  'GradeComment',
  'GradeChange',
  'Correction',
  'Attempt',
  'Response',
  'AttemptEvent',
  'QuestionReport',
  'LateAnswer',
  'StudySettings',
  'LessonPlace',
  'ReviewCard',
  'ReviewEntry',
  'Certificate',
] as const
/** Courses, and what is counted whoever asks: it belongs to no world. */
const OF_NOBODY = [
  '_prisma_migrations',
  'Quiz',
  'QuizVersion',
  'SearchIndex',
  'SearchPassage',
  'SigningKey',
  'Throttle',
  'Presence',
] as const
/**
 * What follows from the other tables and is worked out by whoever reads: it is nobody's to change. What
 * stands in it when rows are put back is worked out anew, since the triggers notice that as well.
 */
const DERIVED = [
  'GradebookRow',
  'GradebookCell',
  'GradebookMark',
  'AttemptTally',
  'Rollup',
  'TallyChange',
] as const

const idsOf = (world: World): string[] => [
  ...Object.values(world.people).map(({ id }) => id),
  ...ROOMS.flatMap((name) => {
    const { id, assignment, done, open, tries } = world[name]
    return [id, assignment, done, open, tries.assignment, tries.attempt]
  }),
]

/** A row as JSON text, with its table. */
type Row = readonly [table: string, row: string]

/** The rows of one world in the database behind the tests: to compare them, and to put them back. */
export class Rows {
  private constructor(
    private readonly client: pg.Client,
    private readonly ids: string,
  ) {}

  static async of(world: World): Promise<Rows> {
    const client = new pg.Client({ connectionString: databaseAddress() })
    await client.connect()
    // Compiling these queries would take longer than they do.
    await client.query('set jit = off')
    const { rows: names } = await client.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
    )
    const known = new Set<string>([...KEPT, ...OF_NOBODY, ...DERIVED])
    const found = new Set(names.map(({ name }) => name))
    const strange = [...found].filter((name) => !known.has(name))
    const gone = [...known].filter((name) => !found.has(name))
    if (strange.length + gone.length > 0)
      throw new Error(
        `Tables are not as the matrix knows them: ${[...strange, ...gone].join(', ')}`,
      )
    return new Rows(client, idsOf(world).join('|'))
  }

  /** Every row in which somebody or something of the world stands. */
  async read(): Promise<Row[]> {
    const parts = KEPT.map(
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
    for (const name of [...KEPT].reverse())
      await this.client.query(`delete from "${name}" t where t::text ~ $1`, [this.ids])
    for (const name of KEPT) {
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
