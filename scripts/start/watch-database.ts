import pg from 'pg'

const PAUSE = 2_000

export interface DatabaseWatch {
  /** Whether the database answered when it was asked last. */
  isThere(): boolean
  stop(): Promise<void>
}

/**
 * Asks the database every two seconds whether it is there, on a connection of its own, so that no
 * page has to.
 */
export function watchDatabase(connectionString: string): DatabaseWatch {
  const pool = new pg.Pool({
    connectionString,
    max: 1,
    connectionTimeoutMillis: PAUSE,
    query_timeout: PAUSE,
  })
  pool.on('error', () => undefined)
  let isThere = true
  let timer: NodeJS.Timeout | undefined
  const ask = async () => {
    const answered = await pool.query('select 1').then(
      () => true,
      () => false,
    )
    if (answered !== isThere) {
      console.error(answered ? 'The database answers again.' : 'The database does not answer.')
    }
    isThere = answered
    timer = setTimeout(ask, PAUSE)
    timer.unref()
  }
  void ask()
  return {
    isThere: () => isThere,
    async stop() {
      clearTimeout(timer)
      await pool.end()
    },
  }
}
