/** A place in a grid, from 0; the head's rows count too. */
export interface GridPlace {
  row: number
  column: number
}
export interface GridSize {
  rows: number
  columns: number
  /** How many rows stand in sight, by which a page is turned. */
  inSight: number
}

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))

type Move = (place: GridPlace, size: GridSize) => GridPlace

const moves: Record<string, Move> = {
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  PageDown: ({ row, column }, { inSight }) => ({ row: row + Math.max(1, inSight), column }),
  PageUp: ({ row, column }, { inSight }) => ({ row: row - Math.max(1, inSight), column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
}
const farMoves: Record<string, Move> = {
  Home: () => ({ row: 0, column: 0 }),
  End: (_, { rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
}

/**
 * Where a key leads in a grid, by the keys of WAI-ARIA's grid pattern
 * (https://www.w3.org/WAI/ARIA/apg/patterns/grid/); null for keys that lead nowhere. Nothing goes
 * round the edge. With Control only Home and End lead, to the corners.
 */
export function movedBy(
  key: string,
  hasControl: boolean,
  place: GridPlace,
  size: GridSize,
): GridPlace | null {
  const found = hasControl ? farMoves : moves
  if (!Object.hasOwn(found, key)) return null
  const to = found[key]?.(place, size)
  return to ? { row: within(to.row, size.rows), column: within(to.column, size.columns) } : null
}
