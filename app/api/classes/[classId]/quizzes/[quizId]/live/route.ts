import { z } from 'zod'
import { answer } from '@/lib/answer'
import { findViewer } from '@/lib/auth/viewer'
import { listLive } from '@/lib/data/live'
import { liveRow } from '@/lib/domain/live'
import { fault } from '@/lib/log'

const paramsSchema = z.object({ classId: z.uuid(), quizId: z.uuid() })

/** How the students of a class stand in a quiz, for the page that shows it; asked every few seconds. */
export async function GET(_request: Request, { params }: { params: Promise<unknown> }) {
  try {
    const viewer = await findViewer()
    if (!viewer) return answer(401, { error: 'signed-out' })
    if (viewer.mustChangePassword) return answer(403, { error: 'first-password' })
    const at = paramsSchema.safeParse(await params)
    const students = at.success ? await listLive(viewer, at.data.classId, at.data.quizId) : []
    if (students.length === 0) return answer(404, { error: 'not-found' })
    const now = new Date()
    return answer(200, { rows: students.map((student) => liveRow(student, now)) })
  } catch (error) {
    fault('The live view could not be read', error)
    return answer(503, { error: 'away' })
  }
}
