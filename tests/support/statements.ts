import pg from 'pg'

type Query = (this: pg.Client, ...words: unknown[]) => unknown

const textOf = (query: unknown): string =>
  typeof query === 'string' ? query : String((query as { text?: string }).text)

const valuesOf = ([query, values]: unknown[]): unknown[] =>
  (values ?? (query as { values?: unknown[] }).values ?? []) as unknown[]

/**
 * Runs `work` and gives with its result the text of every statement that this process sent to
 * Postgres meanwhile, in their order, and what was bound in each; BEGIN and COMMIT are among them.
 */
export async function statementsOf<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; sent: string[]; bound: unknown[][] }> {
  const sent: string[] = []
  const bound: unknown[][] = []
  const kept = pg.Client.prototype.query as Query
  const counting: Query = function (...words) {
    sent.push(textOf(words[0]))
    bound.push(valuesOf(words))
    return kept.apply(this, words)
  }
  pg.Client.prototype.query = counting as typeof pg.Client.prototype.query
  try {
    const result = await work()
    // Where failures are planted (`npm run faults`), the same statement again is no other one.
    const isNew = (text: string, at: number) =>
      !process.env.PLANTED_FAILURES || at === 0 || text !== sent[at - 1]
    const counted = sent.map(isNew)
    return {
      result,
      sent: sent.filter((_text, at) => counted[at]),
      bound: bound.filter((_values, at) => counted[at]),
    }
  } finally {
    pg.Client.prototype.query = kept as typeof pg.Client.prototype.query
  }
}
