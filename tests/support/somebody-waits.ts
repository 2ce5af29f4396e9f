import { db } from '@/lib/data/db'

/** Until a statement in this file's database waits for a lock. */
export async function somebodyWaits(): Promise<void> {
  for (let tries = 0; tries < 2_000; tries++) {
    const [found] = await db().$queryRaw<{ waits: boolean }[]>`
      select exists (select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock') as waits`
    if (found?.waits) return
  }
  throw new Error('Nobody waits for anybody')
}
