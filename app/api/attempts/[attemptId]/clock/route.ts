import { z } from 'zod'
import { findViewer } from '@/lib/auth/viewer'
import { askClock } from '@/lib/data/presence'

const answer = (status: number, body: object) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })

/**
 * How long an open attempt of the viewer's own still has, by the server's clock: asked every few
 * seconds, so that a teacher's extension reaches the page.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ attemptId: string }> },
) {
  try {
    const viewer = await findViewer()
    if (!viewer) return answer(401, { error: 'signed-out' })
    const { attemptId } = await params
    const now = new Date()
    const isId = z.uuid().safeParse(attemptId).success
    const clock = isId ? await askClock(viewer, attemptId, now) : null
    if (!clock) return answer(404, { error: 'not-found' })
    const { deadline, submittedAt } = clock
    const left = deadline ? Math.max(0, deadline.getTime() - now.getTime()) : null
    return answer(200, { left, isOpen: submittedAt === null })
  } catch (error) {
    console.error('A clock could not be read:', error)
    return answer(503, { error: 'away' })
  }
}
