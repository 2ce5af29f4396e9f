import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import type { AnalysedItem } from '@/lib/domain/item-analysis'
import { Mark, markOf, type ReadingWords } from './mark'
import { decimals, ofHundred } from './numbers'

/** A figure of a table, or a dash that says of itself that there is none. */
function Figure({ value }: { value: string | null }) {
  const t = useTranslations('analysis')
  if (value !== null) return <>{value}</>
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="vh">{t('none')}</span>
    </>
  )
}

/** All questions with their figures, each leading to its answers. */
export function ItemTable({
  items,
  selected,
  isDrawn,
  hrefOf,
}: {
  items: readonly AnalysedItem[]
  selected: AnalysedItem | null
  /** Whether not every attempt was asked every question. */
  isDrawn: boolean
  hrefOf(item: AnalysedItem): string
}) {
  const t = useTranslations('analysis')
  const words: ReadingWords = t.raw('reading')
  return (
    <DataTable label={t('items.title')}>
      <thead>
        <tr>
          <th scope="col" className="n">
            {t('items.number')}
          </th>
          <th scope="col">{t('items.question')}</th>
          {isDrawn && (
            <th scope="col" className="n">
              {t('items.asked')}
            </th>
          )}
          {(['facility', 'discrimination', 'efficiency'] as const).map((name) => (
            <th key={name} scope="col" className="n">
              {t(`items.${name}`)}
            </th>
          ))}
          <th scope="col">{t('items.reading')}</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => {
          const { facility, discriminationIndex, discriminativeEfficiency } = item.statistics
          return (
            <tr key={item.id} aria-current={item === selected || undefined}>
              <td className="n">{item.number}</td>
              <th scope="row">
                <a href={hrefOf(item)}>{item.title}</a>
              </th>
              {isDrawn && <td className="n">{item.asked}</td>}
              <td className="n">
                <Figure value={facility === null ? null : decimals(facility)} />
              </td>
              {[discriminationIndex, discriminativeEfficiency].map((percent, place) => (
                <td key={place === 0 ? 'index' : 'efficiency'} className="n">
                  <Figure value={percent === null ? null : ofHundred(percent)} />
                </td>
              ))}
              <td>
                <span className="reading">
                  <Mark mark={markOf(item.reading)} />
                  {words[item.reading]}
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </DataTable>
  )
}
