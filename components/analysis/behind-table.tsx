import { useTranslations } from 'next-intl'
import { ScoreText } from '@/components/result/score-text'
import { DataTable } from '@/components/ui/data-table'
import { LocalTime } from '@/components/ui/local-time'
import type { Behind } from '@/lib/domain/behind'

/** The attempts behind a figure, each student's name leading to what they answered. */
export function BehindTable({ rows }: { rows: readonly Behind[] }) {
  const t = useTranslations('analysis.behindFigure')
  if (rows.length === 0) return <p>{t('nobody')}</p>
  return (
    <DataTable label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('student')}</th>
          <th scope="col">{t('handedIn')}</th>
          <th scope="col" className="n">
            {t('score')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, learner, submittedAt, earned, points }) => (
          <tr key={id}>
            <th scope="row">
              <a href={`/attempts/${id}/result`}>{learner.name}</a>
            </th>
            <td>
              <LocalTime at={submittedAt} />
            </td>
            <td className="n">
              <ScoreText earned={earned} points={points} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
