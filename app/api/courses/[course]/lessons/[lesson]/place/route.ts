import { answer } from '@/lib/answer'
import { isSameOrigin } from '@/lib/auth/same-origin'
import { findViewer } from '@/lib/auth/viewer'
import { findLesson } from '@/lib/content/library'
import { forgetPlace, recordPlace } from '@/lib/data/lesson-places'
import { hasAnchor, placeSchema } from '@/lib/domain/lesson-place'
import { jsonBody } from '@/lib/json-body'
import { fault } from '@/lib/log'

const LONGEST = 512
/** An older place than that is told as if it were so old. */
const OLDEST = 365 * 24 * 60 * 60_000

/** Notes where the viewer is in a lesson. Checks origin and session itself. */
export async function PUT(
  request: Request,
  { params }: { params: Promise<{ course: string; lesson: string }> },
) {
  try {
    if (!isSameOrigin(request.headers)) return answer(403, { error: 'origin' })
    if (!request.headers.get('content-type')?.startsWith('application/json'))
      return answer(415, { error: 'content-type' })
    const viewer = await findViewer()
    if (!viewer) return answer(401, { error: 'signed-out' })
    const { course, lesson: slug } = await params
    const found = await findLesson(course, slug)
    if (!found) return answer(404, { error: 'not-found' })
    const input = placeSchema.safeParse(await jsonBody(request, LONGEST))
    if (!input.success) return answer(400, { error: 'input' })
    const { anchor, age } = input.data
    if (anchor === null) await forgetPlace(viewer, course, slug)
    else if (!hasAnchor(found.lesson, anchor)) return answer(400, { error: 'anchor' })
    else {
      const at = new Date(Date.now() - Math.min(age, OLDEST))
      await recordPlace(viewer, course, { lessonSlug: slug, anchor, at })
    }
    return answer(204, null)
  } catch (error) {
    fault('A place in a lesson could not be noted', error)
    return answer(503, { error: 'away' })
  }
}
