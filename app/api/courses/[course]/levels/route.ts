import { answer } from '@/lib/answer'
import { findViewer } from '@/lib/auth/viewer'
import { findCourse } from '@/lib/content/library'
import { findEvidence } from '@/lib/data/evidence'
import { listPlaces } from '@/lib/data/lesson-places'
import { findProgress } from '@/lib/data/progress'
import { lessonLevels, levelsAfter } from '@/lib/domain/mastery'
import { readIn } from '@/lib/domain/progress'
import { planOf } from '@/lib/domain/release'
import { fault } from '@/lib/log'

/**
 * How far the viewer has come in each lesson and where they stopped in it, for pages that are made at the build and so cannot
 * know. Nobody's levels where nobody is signed in.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ course: string }> }) {
  try {
    const course = await findCourse((await params).course)
    if (!course) return answer(404, { error: 'not-found' })
    const viewer = await findViewer()
    if (!viewer) return answer(200, { levels: {}, places: {} })
    const now = new Date()
    const levels = levelsAfter(await findEvidence(viewer, course.slug, now))
    const read = readIn(course.slug, await findProgress(viewer))
    const places = (await listPlaces(viewer, course.slug)).map(({ lessonSlug, anchor, at }) => [
      lessonSlug,
      { anchor, age: Math.max(0, now.getTime() - at.getTime()) },
    ])
    return answer(200, {
      levels: lessonLevels(planOf(course).lessons, levels, read),
      places: Object.fromEntries(places),
    })
  } catch (error) {
    fault('The levels of a course could not be read', error)
    return answer(503, { error: 'away' })
  }
}
