import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { CERTAINTIES, FITTING, MARKS } from '@/lib/domain/certainty'
import { type Fraction, fraction, toNumber } from '@/lib/domain/fraction'
import { signed } from '@/lib/domain/score-format'

const percent = (share: Fraction) => Math.round(100 * toNumber(share))

/** What each certainty earns and costs, and when it is the best to choose. */
export function MarksTable() {
  const t = useTranslations('sureChoice')
  const words = useTranslations('behaviour.certainty.levels')
  return (
    <DataTable label={t('table')}>
      <thead>
        <tr>
          <th scope="col">{t('certainty')}</th>
          <th scope="col" className="n">
            {t('right')}
          </th>
          <th scope="col" className="n">
            {t('wrong')}
          </th>
          <th scope="col" className="n">
            {t('best')}
          </th>
        </tr>
      </thead>
      <tbody>
        {CERTAINTIES.map((each) => (
          <tr key={each}>
            <th scope="row">{words(`${each}`)}</th>
            <td className="n">{signed(fraction(MARKS[each].right))}</td>
            <td className="n">{signed(fraction(MARKS[each].wrong))}</td>
            <td className="n">
              {t('between', { from: percent(FITTING[each].from), to: percent(FITTING[each].to) })}
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
