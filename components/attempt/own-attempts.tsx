import { useTranslations } from 'next-intl'
import { ScoreText } from '@/components/result/score-text'
import { DataTable } from '@/components/ui/data-table'
import { LocalTime } from '@/components/ui/local-time'
import type { OwnAttempt } from '@/lib/domain/progress'

/** The learner's own attempts at one quiz, newest first; nothing where there is none. */
export function OwnAttempts({ attempts }: { attempts: OwnAttempt[] }) {
  const t = useTranslations('quiz')
  if (attempts.length === 0) return null
  return (
    <section className="mt-16" aria-labelledby="own-title">
      <h2 id="own-title" className="mb-5">
        {t('own')}
      </h2>
      <DataTable label={t('own')}>
        <thead>
          <tr>
            <th scope="col">{t('begun')}</th>
            <th scope="col">{t('mode')}</th>
            <th scope="col" className="n">
              {t('score')}
            </th>
            <th scope="col">{t('look')}</th>
          </tr>
        </thead>
        <tbody>
          {attempts.map((attempt) => (
            <tr key={attempt.id}>
              <th scope="row">
                <LocalTime at={attempt.startedAt} />
              </th>
              <td>{t(`${attempt.mode}.title`)}</td>
              <td className="n">
                {attempt.earned && attempt.points ? (
                  <ScoreText earned={attempt.earned} points={attempt.points} />
                ) : (
                  t('open')
                )}
              </td>
              <td>
                <a
                  href={
                    attempt.submittedAt
                      ? `/attempts/${attempt.id}/result`
                      : `/attempts/${attempt.id}`
                  }
                >
                  {t(attempt.submittedAt ? 'seeResult' : 'goOn')}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </section>
  )
}
