import { levelsAfter } from '@/lib/domain/mastery'
import type { CourseStanding } from '@/lib/domain/standing'
import type { Viewer } from '@/lib/domain/viewer'
import { findEvidence } from './evidence'
import { listPlaces } from './lesson-places'
import { findProgress } from './progress'
import { countDue } from './review-sets'

/** How the viewer stands in a course: four statements. */
export async function findStanding(
  viewer: Viewer,
  courseSlug: string,
  now: Date,
): Promise<CourseStanding> {
  return {
    progress: await findProgress(viewer),
    levels: levelsAfter(await findEvidence(viewer, courseSlug, now)),
    dueToday: await countDue(viewer, now),
    places: await listPlaces(viewer, courseSlug),
  }
}
