import { useTranslations } from 'next-intl'
import { Zoned } from '@/components/assignment/zoned'
import { ScoreText } from '@/components/result/score-text'
import { DataTable } from '@/components/ui/data-table'
import { State } from '@/components/ui/state'
import { subtract } from '@/lib/domain/fraction'
import type { AttemptLine } from '@/lib/domain/grade-details'
import { percentText } from './percent'

function Late({ line: { submittedAt, daysLate, share, left } }: { line: AttemptLine }) {
  const t = useTranslations('gradebook')
  if (!submittedAt) return <>{t('nothing')}</>
  if (daysLate === 0) return <>{t('inTime')}</>
  const off = share && left ? subtract(share, left) : null
  return off && off.n > 0
    ? t('days', { days: daysLate, percent: percentText(off) })
    : t('daysOnly', { days: daysLate })
}

/** A student's attempts, what each came to, and which of them make the grade. */
export function AttemptLines({
  lines,
  timeZone,
}: {
  lines: readonly AttemptLine[]
  timeZone: string
}) {
  const t = useTranslations('gradebook')
  if (lines.length === 0) return <p>{t('noAttempts')}</p>
  return (
    <DataTable label={t('attempts')}>
      <thead>
        <tr>
          <th scope="col">{t('number')}</th>
          <th scope="col">{t('handedIn')}</th>
          <th scope="col" className="n">
            {t('score')}
          </th>
          <th scope="col">{t('deduction')}</th>
          <th scope="col" className="n">
            {t('counted')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const { id, number, submittedAt, earned, points, left, counts } = line
          return (
            <tr key={id}>
              <th scope="row">
                {submittedAt ? <a href={`/attempts/${id}/result`}>{number}</a> : number}
              </th>
              <td>{submittedAt ? <Zoned at={submittedAt} timeZone={timeZone} /> : t('open')}</td>
              <td className="n">
                {earned && points ? <ScoreText earned={earned} points={points} /> : t('nothing')}
              </td>
              <td>
                <Late line={line} />
              </td>
              <td className="n">
                {counts && (
                  <>
                    <State state="saved">{t('counts')}</State>{' '}
                  </>
                )}
                {left ? t('percent', { percent: percentText(left) }) : t('nothing')}
              </td>
            </tr>
          )
        })}
      </tbody>
    </DataTable>
  )
}
