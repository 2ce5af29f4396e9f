import { z } from 'zod'
import { isSameOrigin } from '@/lib/auth/same-origin'
import { findViewer } from '@/lib/auth/viewer'
import { keepLate } from '@/lib/data/late-answers'
import { saveResponse } from '@/lib/data/responses'
import { type SaveOutcome, saveSchema } from '@/lib/domain/save'
import { packed } from '@/lib/domain/sent'
import type { Viewer } from '@/lib/domain/viewer'
import { jsonBody } from '@/lib/json-body'
import { fault } from '@/lib/log'

const LONGEST = 16_384
const params = z.object({
  attemptId: z.uuid(),
  questionId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
})

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })

const replies: {
  [S in SaveOutcome['state']]: (outcome: Extract<SaveOutcome, { state: S }>) => Response
} = {
  saved: ({ version, savedAt }) => answer(200, { version, savedAt }),
  'newer-exists': ({ value, certainty, version, ageMs }) =>
    answer(412, { value: packed(value, certainty ?? null), version, ageMs }),
  late: () => answer(202, { state: 'late' }),
  closed: () => answer(409, { error: 'closed' }),
  'not-found': () => answer(404, { error: 'not-found' }),
}

/** An answer of a closed attempt that says when it was given: kept aside where that was in time. */
async function outcomeOf(
  viewer: Viewer,
  save: Parameters<typeof saveResponse>[1],
  now: Date,
): Promise<SaveOutcome> {
  const outcome = await saveResponse(viewer, save, now)
  if (outcome.state !== 'closed' || save.age === undefined) return outcome
  const { attemptId, questionId, value, certainty, base, age } = save
  const given = { questionId, value, certainty, base, age }
  const late = await keepLate(viewer, attemptId, given, now)
  if (late === 'kept') return { state: 'late' }
  return late === 'stands' ? { state: 'saved', version: base, savedAt: now } : outcome
}

/**
 * Saves one answer of an open attempt; of one that is over and set in a class, an answer that was
 * given in time and comes late is kept aside for the teacher. Checks origin and session itself; no session, no such attempt
 * and somebody else's attempt are told apart by nothing but being signed out.
 */
export async function PUT(request: Request, context: { params: Promise<unknown> }) {
  try {
    return await save(request, context)
  } catch (error) {
    fault('An answer could not be saved', error)
    return answer(503, { error: 'away' })
  }
}

async function save(request: Request, context: { params: Promise<unknown> }) {
  if (!isSameOrigin(request.headers)) return answer(403, { error: 'origin' })
  if (!request.headers.get('content-type')?.startsWith('application/json'))
    return answer(415, { error: 'content-type' })
  const viewer = await findViewer()
  if (!viewer) return answer(401, { error: 'signed-out' })
  const at = params.safeParse(await context.params)
  if (!at.success) return answer(404, { error: 'not-found' })
  const input = saveSchema.safeParse(await jsonBody(request, LONGEST))
  if (!input.success) return answer(400, { error: 'input' })
  const outcome = await outcomeOf(viewer, { ...at.data, ...input.data }, new Date())
  return (replies[outcome.state] as (outcome: SaveOutcome) => Response)(outcome)
}
