import type { GradebookRow } from '@/lib/domain/class'
import type { Viewer } from '@/lib/domain/viewer'
import { type GradebookPage, listGradebook } from './gradebook'

/**
 * All students of a class that the viewer teaches or observes, by name, a page at a time; nobody of
 * anybody else's. A page is asked for when it is wanted.
 */
export async function* eachGradebookPage(
  viewer: Viewer,
  classId: string,
): AsyncGenerator<GradebookRow[]> {
  let next: GradebookPage['next'] = null
  do {
    const page: GradebookPage = await listGradebook(viewer, classId, next)
    yield page.rows
    next = page.next
  } while (next)
}
