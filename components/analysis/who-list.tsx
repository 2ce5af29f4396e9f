import { useTranslations } from 'next-intl'
import type { Counted } from '@/lib/domain/behind'
import type { Fact } from '@/lib/domain/fact'

/** Where all those behind a figure are listed. */
export type HrefOf = (fact: Fact) => string

const SHOWN = 6

/**
 * Those behind a figure, each name leading to that attempt's result; folded where there are many, and
 * a way to the list of them where the page names nobody.
 */
export function WhoList({ of: { count, fact, who }, hrefOf }: { of: Counted; hrefOf: HrefOf }) {
  const t = useTranslations('analysis')
  if (count === 0) return <span className="small">{t('students', { count: 0 })}</span>
  if (!who) return <a href={hrefOf(fact)}>{t('whoMore', { count })}</a>
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
