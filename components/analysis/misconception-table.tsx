import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import type { Misconception } from '@/lib/domain/item-answers'
import { wholePercent } from './numbers'
import { WhoList } from './who-list'

/** Wrong answers together by what they mistake, as their feedback says, and who gave them. */
export function MisconceptionTable({
  misconceptions,
}: {
  misconceptions: readonly Misconception[]
}) {
  const t = useTranslations('analysis')
  const words = useTranslations('analysis.misconceptions')
  if (misconceptions.length === 0) return <p>{words('all')}</p>
  return (
    <DataTable label={words('title')}>
      <thead>
        <tr>
          <th scope="col">{words('named')}</th>
          <th scope="col">{words('answers')}</th>
          <th scope="col" className="n">
            {words('share')}
          </th>
          <th scope="col">{words('who')}</th>
        </tr>
      </thead>
      <tbody>
        {misconceptions.map(({ feedback, answers, share, who }) => (
          <tr key={feedback ?? ''}>
            <th scope="row" className="said">
              {feedback ?? words('none')}
            </th>
            <td>{answers.join(', ')}</td>
            <td className="n">{t('percent', { value: wholePercent(share) })}</td>
            <td>
              <WhoList who={who} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
