import { findCourse } from '@/lib/content/library'
import { badgeCourse } from '@/lib/domain/release'
import { env } from '@/lib/env'
import { achievementOf } from '@/lib/exchange/open-badge'
import { notPublished, published } from '@/lib/published'

/** What a certificate of a course stands for. */
export async function GET(_request: Request, { params }: { params: Promise<{ course: string }> }) {
  const course = await findCourse((await params).course)
  return course ? published(achievementOf(env().nextAuthUrl, badgeCourse(course))) : notPublished()
}
