import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import type { Misconception } from '@/lib/domain/item-answers'
import { wholePercent } from './numbers'
import { type HrefOf, WhoList } from './who-list'

/** Wrong answers together by what they mistake, as their feedback says, and who gave them. */
export function MisconceptionTable({
  misconceptions,
  hrefOf,
}: {
  misconceptions: readonly Misconception[]
  hrefOf: HrefOf
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
        {misconceptions.map((each) => (
          <tr key={each.why}>
            <th scope="row" className="said">
              {each.feedback ?? words('none')}
            </th>
            <td>
              {each.more > 0
                ? words('andMore', { answers: each.answers.join(', '), count: each.more })
                : each.answers.join(', ')}
            </td>
            <td className="n">{t('percent', { value: wholePercent(each.share) })}</td>
            <td>
              <WhoList of={each} hrefOf={hrefOf} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
