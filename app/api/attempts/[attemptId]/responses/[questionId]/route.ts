import { answer } from '@/lib/answer'
import { isSameOrigin } from '@/lib/auth/same-origin'
import { findViewer } from '@/lib/auth/viewer'
import { keepLate } from '@/lib/data/late-answers'
import { saveResponse } from '@/lib/data/save'
import type { SaveOutcome } from '@/lib/domain/save'
import type { Viewer } from '@/lib/domain/viewer'
import { textBody } from '@/lib/json-body'
import { fault } from '@/lib/log'
import { LONGEST_SAVE, placeSchema, readSave, replyTo } from '@/lib/saving'

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
  const place = placeSchema.safeParse(await context.params)
  if (!place.success) return answer(404, { error: 'not-found' })
  const text = await textBody(request, LONGEST_SAVE)
  const input = text === null ? null : readSave(text)
  if (!input) return answer(400, { error: 'input' })
  const outcome = await outcomeOf(viewer, { ...place.data, ...input }, new Date())
  const { status, body } = replyTo(outcome)
  return answer(status, body)
}
