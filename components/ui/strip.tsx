export type StripCell = 'done' | 'now' | 'ahead' | 'half' | 'wrong' | 'blank'

/**
 * A scale bar that measures something: one cell for each unit. `label` says the measure in words
 * ("Question 4 of 10"), since the cells themselves are silent.
 */
export function Strip({
  cells,
  variant = 'bar',
  label,
}: {
  cells: readonly StripCell[]
  variant?: 'bar' | 'cells' | undefined
  label: string
}) {
  return (
    <div className={variant === 'cells' ? 'strip cells' : 'strip'} role="img" aria-label={label}>
      {cells.map((cell, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
        <span key={place} className={cell} />
      ))}
    </div>
  )
}
