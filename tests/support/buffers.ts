import pg from 'pg'
import { env } from '@/lib/env'

interface Sent {
  text: string
  values: unknown[]
}
type Query = (this: pg.Client, ...words: unknown[]) => unknown

interface Plan {
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
}

/** Every statement that this process sends to Postgres while `work` runs, with its values. */
async function sentBy(work: () => Promise<unknown>): Promise<Sent[]> {
  const sent: Sent[] = []
  const kept = pg.Client.prototype.query as Query
  const noting: Query = function (...words) {
    const query = words[0] as string | { text: string; values?: unknown[] }
    const [text, values] =
      typeof query === 'string' ? [query, words[1]] : [query.text, query.values ?? words[1]]
    sent.push({ text, values: Array.isArray(values) ? values : [] })
    return kept.apply(this, words)
  }
  pg.Client.prototype.query = noting as typeof pg.Client.prototype.query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = kept as typeof pg.Client.prototype.query
  }
  return sent
}

/**
 * Runs `work`, which only reads, and tells how many statements it sends and how many blocks of eight
 * kilobytes they touch, by running them once more under EXPLAIN.
 */
export async function buffersOf(
  work: () => Promise<unknown>,
): Promise<{ statements: number; buffers: number }> {
  const sent = await sentBy(work)
  const client = new pg.Client({ connectionString: env().databaseUrl, options: '-c timezone=UTC' })
  await client.connect()
  try {
    let buffers = 0
    for (const { text, values } of sent) {
      // A connection of its own first has to read what the catalogue says of these tables and types.
      await client.query(text, values)
      const { rows } = await client.query(`explain (analyze, buffers, format json) ${text}`, values)
      const { Plan: plan } = rows[0]['QUERY PLAN'][0] as { Plan: Plan }
      buffers += plan['Shared Hit Blocks'] + plan['Shared Read Blocks']
    }
    return { statements: sent.length, buffers }
  } finally {
    await client.end()
  }
}
