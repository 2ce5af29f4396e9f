import type { ReactNode } from 'react'
import { DataTable } from '@/components/ui/data-table'
import { Plate } from '@/components/ui/plate'

/**
 * A drawing in a plate with its title and what it says in words, and the same numbers as a table.
 * `wide` and `narrow` are the two drawings; each is labelled by `ids`.
 */
export function ChartFigure({
  id,
  title,
  description,
  wide,
  narrow,
  tableTitle,
  children,
}: {
  /** Set before the ids of title and description: `{id}-title` and `{id}-words`. */
  id: string
  title: string
  description: string
  wide: ReactNode
  narrow: ReactNode
  tableTitle: string
  /** Head and body of the table. */
  children: ReactNode
}) {
  return (
    <figure className="score-chart">
      <Plate>
        {wide}
        {narrow}
      </Plate>
      <figcaption>
        <b id={`${id}-title`}>{title}.</b> <span id={`${id}-words`}>{description}</span>
      </figcaption>
      <details>
        <summary>{tableTitle}</summary>
        <DataTable label={title}>{children}</DataTable>
      </details>
    </figure>
  )
}

/** By which a drawing of the figure with this id is labelled. */
export const labelledBy = (id: string): string => `${id}-title ${id}-words`
