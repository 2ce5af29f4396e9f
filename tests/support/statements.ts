import pg from 'pg'

type Query = (this: pg.Client, ...words: unknown[]) => unknown

const textOf = (query: unknown): string =>
  typeof query === 'string' ? query : String((query as { text?: string }).text)

/**
 * Runs `work` and gives with its result the text of every statement that this process sent to
 * Postgres meanwhile, in their order; BEGIN and COMMIT are among them.
 */
export async function statementsOf<Result>(
  work: () => Promise<Result>,
): Promise<{ result: Result; sent: string[] }> {
  const sent: string[] = []
  const kept = pg.Client.prototype.query as Query
  const counting: Query = function (...words) {
    sent.push(textOf(words[0]))
    return kept.apply(this, words)
  }
  pg.Client.prototype.query = counting as typeof pg.Client.prototype.query
  try {
    return { result: await work(), sent }
  } finally {
    pg.Client.prototype.query = kept as typeof pg.Client.prototype.query
  }
}
