import { useTranslations } from 'next-intl'
import type { Level } from '@/lib/domain/mastery'
import { Island } from './island'

export interface ProgressItem {
  /** The lesson's slug; its island follows from it. */
  slug: string
  number: number
  title: string
  href: string
  level: Level
  /** One line on what is done or open, such as "read, quiz not taken". */
  note?: string | undefined
}

/** Every lesson with its island, its level in words and one line on what is open. */
export function ProgressList({ items }: { items: readonly ProgressItem[] }) {
  const t = useTranslations('progress')
  return (
    <ol className="isles">
      {items.map((item) => (
        <li key={item.slug}>
          <a href={item.href}>
            <Island seed={item.slug} level={item.level} size="large" />
            <span className="isles-title">
              {item.number} {item.title}
            </span>
            <span className="isles-level">{t(`level.${item.level}`)}</span>
            {item.note && <span className="isles-note">{item.note}</span>}
          </a>
        </li>
      ))}
    </ol>
  )
}
