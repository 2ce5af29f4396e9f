import { notFound } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { requireViewer } from '@/lib/auth/viewer'
import { type FoundAttempt, findAttempt } from '@/lib/data/attempts'
import type { Viewer } from '@/lib/domain/viewer'

/**
 * The viewer and an attempt that they may see, or the page that says there is nothing here; read
 * once for a page and its title.
 */
export const requireAttempt = cache(
  async (
    id: string,
    place: '' | '/review' | '/result',
  ): Promise<{ viewer: Viewer; attempt: FoundAttempt }> => {
    if (!z.uuid().safeParse(id).success) notFound()
    const viewer = await requireViewer(`/attempts/${id}${place}`)
    return { viewer, attempt: (await findAttempt(viewer, id)) ?? notFound() }
  },
)

/** Course, lesson and quiz of an attempt, for the line above its title. */
export function crumbsOf({ version }: FoundAttempt, here: string) {
  const course = `/courses/${version.course.slug}`
  return [
    { label: version.course.title, href: course },
    ...(version.lesson
      ? [{ label: version.lesson.title, href: `${course}/lessons/${version.lesson.slug}` }]
      : []),
    { label: here },
  ]
}
