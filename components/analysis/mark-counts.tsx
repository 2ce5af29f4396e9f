import { useTranslations } from 'next-intl'
import { fraction, multiply, toNumber, writeFraction } from '@/lib/domain/fraction'
import type { AnalysedItem } from '@/lib/domain/item-analysis'
import { decimals } from './numbers'
import type { HrefOf } from './who-list'

/** How often a question earned how many of its points, the most first; each leads to who did. */
export function MarkCounts({
  item: { id, points, marks },
  hrefOf,
}: {
  item: AnalysedItem
  hrefOf: HrefOf
}) {
  const t = useTranslations('analysis.item')
  return (
    <ul className="who">
      {marks.toReversed().map(({ share, count }) => {
        const text = writeFraction(share)
        const earned = toNumber(multiply(share, fraction(points)))
        return (
          <li key={text}>
            <a href={hrefOf({ kind: 'mark', item: id, share: text })}>
              {t('mark', {
                earned: decimals(earned, Number.isInteger(earned) ? 0 : 2),
                points,
                count,
              })}
            </a>
          </li>
        )
      })}
    </ul>
  )
}
