import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { type GradebookView, queryOf } from '@/lib/domain/gradebook-view'

/** How a column stands in the order, as a table's head says it. */
export const ariaSort = (view: GradebookView, sort: string) =>
  view.sort !== sort ? undefined : view.isDown ? ('descending' as const) : ('ascending' as const)

/** Sorts by a column, or turns the order round where it is sorted by it already. */
export function SortLink({
  view,
  sort,
  of,
  children,
}: {
  view: GradebookView
  sort: string
  /** What is sorted by, for who does not see the column. */
  of: string
  children?: ReactNode
}) {
  const t = useTranslations('gradebook')
  const isHere = view.sort === sort
  const isDown = isHere && !view.isDown
  return (
    <a
      href={`?${queryOf({ ...view, sort, isDown })}#gradebook-title`}
      aria-label={t(isHere ? 'turn' : 'sortBy', { of })}
    >
      {children ?? t('sortShort')}
      {isHere && <Icon name={view.isDown ? 'arrow-down' : 'arrow-up'} />}
    </a>
  )
}
