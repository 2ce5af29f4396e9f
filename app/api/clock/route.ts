import { timingSafeEqual } from 'node:crypto'
import { clockKey } from '@/lib/auth/clock-key'
import { foldBatch, listWaiting } from '@/lib/data/rollups'
import { submitOverdue } from '@/lib/data/submissions'
import { submit } from '@/lib/domain/attempt'
import { fault } from '@/lib/log'

/** So many in one call; what is left comes with the next one, a second later. */
const MOST = 200
/** So many classes' attempts at a quiz are counted in one call, a batch of each. */
const MOST_COUNTED = 3

function isKey(given: string, key: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(key)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Counts for the item analysis what has changed; one that cannot be counted keeps no other waiting. */
async function count(): Promise<void> {
  for (const assignmentId of await listWaiting(MOST_COUNTED))
    await foldBatch(assignmentId).catch((error: unknown) => {
      fault(`The attempts at ${assignmentId} could not be counted`, error)
    })
}

/**
 * The server's clock: hands in every attempt whose time is over, also where nobody looks, and then
 * counts what was handed in. `server.ts` calls it each second with a key that follows from the instance's secret; who runs Next by itself
 * may call it from a timer of their own.
 */
export async function POST(request: Request) {
  const headers = { 'cache-control': 'no-store' }
  const given = request.headers.get('authorization') ?? ''
  if (!isKey(given, `Bearer ${clockKey()}`)) return new Response(null, { status: 404, headers })
  try {
    const now = new Date()
    let ended = 0
    while (ended < MOST && (await submitOverdue(now, (attempt) => submit(attempt, now)))) ended++
    await count()
    return Response.json({ ended }, { headers })
  } catch (error) {
    fault('The clock could not do what is due', error)
    return Response.json({ error: 'away' }, { status: 503, headers })
  }
}
