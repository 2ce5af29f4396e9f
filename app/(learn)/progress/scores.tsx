import { getTranslations } from 'next-intl/server'
import { ScoreChart } from '@/components/progress/score-chart'
import { ScoreText } from '@/components/result/score-text'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LocalTime } from '@/components/ui/local-time'
import { toNumber } from '@/lib/domain/fraction'
import { type OwnAttempt, shareOf, standings } from '@/lib/domain/progress'
import { percentOf } from '@/lib/domain/score-format'

/** The scores of whole quizzes over time, and best and latest of each. */
export async function Scores({
  attempts,
  timeZone,
}: {
  attempts: readonly OwnAttempt[]
  timeZone: string
}) {
  const t = await getTranslations('own')
  const rows = standings(attempts)
  const points = attempts
    .flatMap((attempt) => {
      const share = shareOf(attempt)
      return attempt.submittedAt && share && attempt.purpose === 'whole'
        ? [
            {
              at: attempt.submittedAt,
              share: toNumber(share),
              percent: percentOf(share),
              label: attempt.title,
            },
          ]
        : []
    })
    .reverse()
  return (
    <>
      <section className="mt-16" aria-labelledby="scores">
        <h2 id="scores" className="mb-4">
          {t('scores')}
        </h2>
        {points.length === 0 ? (
          <EmptyState
            title={t('emptyTitle')}
            action={<ButtonLink href="/#courses">{t('emptyAction')}</ButtonLink>}
          >
            {t('empty')}
          </EmptyState>
        ) : (
          <ScoreChart points={points} timeZone={timeZone} />
        )}
      </section>
      {rows.length > 0 && (
        <section className="mt-16" aria-labelledby="quizzes">
          <h2 id="quizzes" className="mb-4">
            {t('quizzes')}
          </h2>
          <DataTable label={t('quizzes')}>
            <thead>
              <tr>
                <th scope="col">{t('quiz')}</th>
                <th scope="col" className="n">
                  {t('tries')}
                </th>
                <th scope="col" className="n">
                  {t('best')}
                </th>
                <th scope="col" className="n">
                  {t('latest')}
                </th>
                <th scope="col">{t('on')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ slug, title, attempts: count, best, latest }) => (
                <tr key={slug}>
                  <th scope="row">
                    <a href={`/courses/${latest.courseSlug}/quizzes/${slug}`}>{title}</a>
                  </th>
                  <td className="n">{count}</td>
                  {[best, latest].map((attempt, place) => (
                    <td key={place === 0 ? 'best' : 'latest'} className="n">
                      <a href={`/attempts/${attempt.id}/result`}>
                        {attempt.earned && attempt.points && (
                          <ScoreText earned={attempt.earned} points={attempt.points} />
                        )}
                      </a>
                    </td>
                  ))}
                  <td>{latest.submittedAt && <LocalTime at={latest.submittedAt} isDay />}</td>
                </tr>
              ))}
            </tbody>
          </DataTable>
        </section>
      )}
    </>
  )
}
