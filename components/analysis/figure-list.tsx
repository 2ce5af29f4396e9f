import type { ReactNode } from 'react'

/** Figures with their names, one beneath the other. */
export function FigureList({
  label,
  figures,
}: {
  label: string
  figures: readonly { name: string; value: ReactNode }[]
}) {
  return (
    <dl className="figures" aria-label={label}>
      {figures.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
