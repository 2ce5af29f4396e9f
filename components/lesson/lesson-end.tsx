import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { Lesson } from '@/lib/domain/lesson'

export type Neighbour = Pick<Lesson, 'slug' | 'head'> | null

/** Where reading ends: the quiz, "Mark as read" where the page offers it, and the next lesson. */
export function LessonEnd({
  courseSlug,
  lesson,
  previous,
  next,
  readSlot,
}: {
  courseSlug: string
  lesson: Lesson
  previous: Neighbour
  next: Neighbour
  readSlot?: ReactNode
}) {
  const t = useTranslations('lesson')
  const { quiz } = lesson.head
  const at = (slug: string) => `/courses/${courseSlug}/lessons/${slug}`
  return (
    <div className="read-end">
      <div className="acts">
        {quiz && (
          <ButtonLink variant="main" href={`/courses/${courseSlug}/quizzes/${quiz}`}>
            {t('toQuiz')} <Icon name="arrow-right" />
          </ButtonLink>
        )}
        {readSlot}
      </div>
      {(previous || next) && (
        <nav className="read-neighbours" aria-label={t('neighbours')}>
          {previous && (
            <ButtonLink href={at(previous.slug)}>
              <Icon name="arrow-left" />
              <span className="vh">{t('previous')}</span> {previous.head.short}
            </ButtonLink>
          )}
          {next && (
            <ButtonLink
              className="read-next"
              href={at(next.slug)}
              variant={quiz ? 'plain' : 'main'}
            >
              <span className="vh">{t('next')}</span> {next.head.short}
              <Icon name="arrow-right" />
            </ButtonLink>
          )}
        </nav>
      )}
    </div>
  )
}
