import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { z } from 'zod'
import { requireViewer } from '@/lib/auth/viewer'
import { type FoundAttempt, findAttempt } from '@/lib/data/attempts'
import { CLOCK_GRACE, recordSubmission } from '@/lib/data/submissions'
import { isOver, submit } from '@/lib/domain/attempt'
import type { Viewer } from '@/lib/domain/viewer'

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/**
 * The attempt, handed in where its time is over: so nobody has to wait for the server's clock. What
 * was saved in time and is still on its way to the database is waited for, as the clock does.
 */
async function endedInTime(viewer: Viewer, attempt: FoundAttempt): Promise<FoundAttempt> {
  const now = new Date()
  if (attempt.submittedAt || !attempt.deadline || !isOver(attempt, now)) return attempt
  await pause(attempt.deadline.getTime() + CLOCK_GRACE - now.getTime())
  await recordSubmission(viewer, attempt.id, (open) => submit(open, new Date()))
  return (await findAttempt(viewer, attempt.id)) ?? notFound()
}

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
    // Whoever still has a password that somebody else has made may read nothing of others here.
    if (viewer.mustChangePassword) redirect(`/account?next=/attempts/${id}${place}`)
    const attempt = (await findAttempt(viewer, id)) ?? notFound()
    return { viewer, attempt: await endedInTime(viewer, attempt) }
  },
)

/** Course, lesson and quiz of an attempt, for the line above its title; or the class that set it. */
export function crumbsOf(
  { version, assignmentId, classId, className }: FoundAttempt,
  here: string,
) {
  if (assignmentId && classId)
    return [
      { label: className ?? version.title, href: `/classes/${classId}` },
      { label: version.short, href: `/assignments/${assignmentId}` },
      { label: here },
    ]
  const course = `/courses/${version.course.slug}`
  return [
    { label: version.course.title, href: course },
    ...(version.lesson
      ? [{ label: version.lesson.title, href: `${course}/lessons/${version.lesson.slug}` }]
      : []),
    { label: here },
  ]
}
