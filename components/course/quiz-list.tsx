import { useTranslations } from 'next-intl'
import { LocalTime } from '@/components/ui/local-time'
import type { OwnAttempt } from '@/lib/domain/progress'
import { formatScore } from '@/lib/domain/score-format'

export interface ListedQuiz {
  slug: string
  title: string
  questions: number
  minutes: number
  /** The reader's own best hand-in, or null where there is none. */
  best: OwnAttempt | null
}

function Best({ attempt: { id, earned, points, submittedAt } }: { attempt: OwnAttempt }) {
  const t = useTranslations('coursePage')
  if (!earned || points === null || !submittedAt) return null
  return (
    <span className="cap">
      {t.rich('quizBest', {
        earned: formatScore(earned).text,
        points,
        link: (text) => (
          <a className="go" href={`/attempts/${id}/result`}>
            {text}
          </a>
        ),
        day: () => <LocalTime at={submittedAt} isDay />,
      })}
    </span>
  )
}

/** The quizzes of a course with their size and, where the reader has handed one in, the best score. */
export function QuizList({
  courseSlug,
  quizzes,
}: {
  courseSlug: string
  quizzes: readonly ListedQuiz[]
}) {
  const t = useTranslations('coursePage')
  return (
    <section aria-labelledby="quizzes">
      <h2 id="quizzes">{t('quizzes')}</h2>
      <ul className="mt-4 grid list-none gap-4">
        {quizzes.map(({ slug, title, questions, minutes, best }) => (
          <li key={slug} className="grid justify-items-start gap-1">
            <a className="go" href={`/courses/${courseSlug}/quizzes/${slug}`}>
              {title}
            </a>
            <span className="cap">{t('quizSize', { questions, minutes })}</span>
            {best && <Best attempt={best} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
