import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'

/** Where students have reported questions that nobody has looked at yet. */
export function WaitingReportsNotice({
  classId,
  waiting,
}: {
  classId: string
  waiting: readonly { quizId: string; title: string; count: number }[]
}) {
  const t = useTranslations('corrections')
  if (waiting.length === 0) return null
  return (
    <div className="mt-6 max-w-xl">
      <Notice tone="information" title={t('waitingTitle')}>
        <ul>
          {waiting.map(({ quizId, title, count }) => (
            <li key={quizId}>
              <a href={`/classes/${classId}/quizzes/${quizId}/questions`}>{title}</a>:{' '}
              {t('reports', { count })}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
