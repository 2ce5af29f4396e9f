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
    return { result: await work(), sent, bound }
  } finally {
    pg.Client.prototype.query = kept as typeof pg.Client.prototype.query
  }
}
