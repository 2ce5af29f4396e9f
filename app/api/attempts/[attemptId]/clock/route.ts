import { headers } from 'next/headers'
import { z } from 'zod'
import { answer } from '@/lib/answer'
import { attemptDevice } from '@/lib/auth/attempt-device'
import { isSameOrigin } from '@/lib/auth/same-origin'
import { findViewer } from '@/lib/auth/viewer'
import { recordFound, recordOpened } from '@/lib/data/attempt-log'
import { askClock } from '@/lib/data/presence'
import { deviceText } from '@/lib/domain/attempt-log'
import { jsonBody } from '@/lib/json-body'
import { fault } from '@/lib/log'

type Context = { params: Promise<{ attemptId: string }> }

/** What a page calls itself; it means nothing to anybody else. */
const pageSchema = z.string().regex(/^[a-z0-9]{8,40}$/)
const DAY = 86_400
const LONGEST = 1_000
/** A page that has found the server again: for how many seconds it was away, as it noticed itself. */
const foundSchema = z.object({ page: pageSchema, away: z.int().min(0).max(DAY).nullable() })

/** So many seconds without a word from any page of an attempt are noted, whatever its page says. */
const SILENCE = 90

/** How an attempt of the viewer's own stands, and where else it is open; null where there is none. */
async function stateOf(attemptId: string, page: string | null) {
  const viewer = await findViewer()
  if (!viewer || !z.uuid().safeParse(attemptId).success) return { viewer, state: null }
  const now = new Date()
  const { name, sign } = await attemptDevice(attemptId, await headers())
  const from = page === null ? null : { page, device: name, session: sign }
  const clock = await askClock(viewer, attemptId, from, now)
  if (!clock) return { viewer, state: null }
  const { deadline, submittedAt, heardAt, elsewhere } = clock
  return {
    viewer,
    state: {
      now,
      device: deviceText(name, sign),
      silence: heardAt && Math.round((now.getTime() - heardAt.getTime()) / 1000),
      body: {
        left: deadline ? Math.max(0, deadline.getTime() - now.getTime()) : null,
        isOpen: submittedAt === null,
        now: now.getTime(),
        elsewhere,
      },
    },
  }
}

/**
 * How long an open attempt of the viewer's own still has, by the server's clock, and where else it is
 * open: asked every few seconds, so that a teacher's extension reaches the page. `?page=` is what the
 * page calls itself.
 */
export async function GET(request: Request, { params }: Context) {
  try {
    const page = pageSchema.safeParse(new URL(request.url).searchParams.get('page'))
    const { viewer, state } = await stateOf((await params).attemptId, page.data ?? null)
    if (!viewer) return answer(401, { error: 'signed-out' })
    return state ? answer(200, state.body) : answer(404, { error: 'not-found' })
  } catch (error) {
    fault('A clock could not be read', error)
    return answer(503, { error: 'away' })
  }
}

/**
 * The same, from a page that asks for the first time or could not ask for a while: the log says on
 * which device the attempt is open, and since when nothing was heard.
 */
export async function POST(request: Request, { params }: Context) {
  try {
    if (!isSameOrigin(request.headers)) return answer(403, { error: 'origin' })
    if (!request.headers.get('content-type')?.startsWith('application/json'))
      return answer(415, { error: 'content-type' })
    const { attemptId } = await params
    const input = foundSchema.safeParse(await jsonBody(request, LONGEST))
    if (!input.success) return answer(400, { error: 'input' })
    const { viewer, state } = await stateOf(attemptId, input.data.page)
    if (!viewer) return answer(401, { error: 'signed-out' })
    if (!state) return answer(404, { error: 'not-found' })
    const device = input.data.away
    const { silence, now } = state
    await recordOpened(viewer, attemptId, state.device, now)
    if (device !== null || (silence !== null && silence > SILENCE))
      await recordFound(viewer, attemptId, { device, server: silence }, now)
    return answer(200, state.body)
  } catch (error) {
    fault('A clock could not be read', error)
    return answer(503, { error: 'away' })
  }
}
