import { db } from './db'

/**
 * Counts one try under `key` and tells how many there have been in the running window, this one
 * included. A window begins with its first try and ends `seconds` later. One statement.
 */
export async function countTry(key: string, seconds: number, now: Date): Promise<number> {
  const expires = new Date(now.getTime() + seconds * 1000)
  const [row] = await db().$queryRaw<{ count: number }[]>`
    insert into "Throttle" as t (key, count, expires) values (${key}, 1, ${expires})
    on conflict (key) do update set
      count = case when t.expires <= ${now} then 1 else t.count + 1 end,
      expires = case when t.expires <= ${now} then excluded.expires else t.expires end
    returning count`
  return row?.count ?? 1
}

/** Forgets the tries under `key`, after a success. */
export async function clearTries(key: string): Promise<void> {
  await db().throttle.deleteMany({ where: { key } })
}

/** Removes windows that have ended; run at start-up. */
export async function sweepThrottle(now: Date): Promise<void> {
  await db().throttle.deleteMany({ where: { expires: { lte: now } } })
}
