import type { LessonPlace } from '@/lib/domain/lesson-place'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'

/** Where the viewer stopped in the lessons of a course, the last one first. */
export function listPlaces(viewer: Viewer, courseSlug: string): Promise<LessonPlace[]> {
  return db().lessonPlace.findMany({
    where: { userId: viewer.id, courseSlug },
    select: { lessonSlug: true, anchor: true, at: true },
    orderBy: { at: 'desc' },
    take: 100,
  })
}

/** Notes where the viewer is in a lesson; a newer place stays. One statement. */
export async function recordPlace(
  viewer: Viewer,
  courseSlug: string,
  { lessonSlug, anchor, at }: LessonPlace,
): Promise<void> {
  await db().$executeRaw`
    insert into "LessonPlace" as mine ("userId", "courseSlug", "lessonSlug", anchor, at)
    values (${viewer.id}::uuid, ${courseSlug}, ${lessonSlug}, ${anchor}, ${at})
    on conflict ("userId", "courseSlug", "lessonSlug") do update
      set anchor = excluded.anchor, at = excluded.at where mine.at < excluded.at`
}

/** Forgets where the viewer was in a lesson: they have come to its end. */
export async function forgetPlace(
  viewer: Viewer,
  courseSlug: string,
  lessonSlug: string,
): Promise<void> {
  await db().lessonPlace.deleteMany({ where: { userId: viewer.id, courseSlug, lessonSlug } })
}
