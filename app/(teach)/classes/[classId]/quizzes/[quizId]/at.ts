import { notFound } from 'next/navigation'
import { z } from 'zod'
import { requireMember } from '@/lib/auth/viewer'

const idsSchema = z.object({ classId: z.uuid(), quizId: z.uuid() })

/**
 * Who asks for a page of a quiz in a class, and for which. Whoever is not signed in is sent to do so and
 * comes back to `page` of it; where one of the two ids is none, nothing is there.
 *
 * @param page its address below the quiz's: "/live"
 */
export async function requireSetQuiz(params: Promise<z.infer<typeof idsSchema>>, page: string) {
  const given = await params
  const here = `/classes/${given.classId}/quizzes/${given.quizId}`
  const viewer = await requireMember(here + page)
  const ids = idsSchema.safeParse(given)
  if (!ids.success) notFound()
  return { ...ids.data, viewer, here }
}
