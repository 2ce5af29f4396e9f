import { answer } from '@/lib/answer'
import { learnerKey } from '@/lib/auth/learner-key'
import { isSameOrigin } from '@/lib/auth/same-origin'
import { findViewer } from '@/lib/auth/viewer'
import { findReviewSet } from '@/lib/data/review-sets'
import { recordReview } from '@/lib/data/reviews'
import { reviewSentSchema } from '@/lib/domain/review-sent'
import { jsonBody } from '@/lib/json-body'
import { fault } from '@/lib/log'

const LONGEST = 16_384

/** What comes back to the viewer today, for their device to keep; no key is in it. */
export async function GET() {
  try {
    const viewer = await findViewer()
    if (!viewer) return answer(401, { error: 'signed-out' })
    const set = await findReviewSet(viewer, new Date())
    return answer(200, { learner: learnerKey(viewer), set })
  } catch (error) {
    fault('A review could not be read', error)
    return answer(503, { error: 'away' })
  }
}

/**
 * Takes one answer that was given without a network; sent twice, it is kept once. Checks origin and
 * session itself.
 */
export async function POST(request: Request) {
  try {
    if (!isSameOrigin(request.headers)) return answer(403, { error: 'origin' })
    if (!request.headers.get('content-type')?.startsWith('application/json'))
      return answer(415, { error: 'content-type' })
    const viewer = await findViewer()
    if (!viewer) return answer(401, { error: 'signed-out' })
    const input = reviewSentSchema.safeParse(await jsonBody(request, LONGEST))
    if (!input.success) return answer(400, { error: 'input' })
    const took = await recordReview(viewer, input.data, new Date())
    return took.ok ? answer(200, { state: 'kept' }) : answer(404, { error: took.rejection })
  } catch (error) {
    fault('A review could not be kept', error)
    return answer(503, { error: 'away' })
  }
}
