import { useTranslations } from 'next-intl'
import type { Who } from '@/lib/domain/item-analysis'

const SHOWN = 6

/** Those behind a figure, each name leading to that attempt's result; folded where there are many. */
export function WhoList({ who }: { who: readonly Who[] }) {
  const t = useTranslations('analysis')
  if (who.length === 0) return <span className="small">{t('students', { count: 0 })}</span>
  const list = (
    <ul className="who">
      {who.map(({ id, learner }) => (
        <li key={id}>
          <a href={`/attempts/${id}/result`}>{learner.name}</a>
        </li>
      ))}
    </ul>
  )
  if (who.length <= SHOWN) return list
  return (
    <details>
      <summary>{t('whoMore', { count: who.length })}</summary>
      {list}
    </details>
  )
}
