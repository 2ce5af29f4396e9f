import { type GridPlace, movedBy } from './grid-moves'

const WIDGETS = 'a[href], button, input:not([type="hidden"]), select, textarea, summary'
/** Those that need the arrows and Home and End for themselves. */
const WRITING = 'input, select, textarea'

/** Cells by row and column; one that spans several stands in each of its places. */
export function cellsOf(table: HTMLTableElement): HTMLTableCellElement[][] {
  const grid: HTMLTableCellElement[][] = []
  for (const [at, row] of [...table.rows].entries()) {
    for (const cell of row.cells) {
      const line = grid[at] ?? []
      let column = 0
      while (line[column]) column++
      for (let down = 0; down < cell.rowSpan; down++) {
        const filled = grid[at + down] ?? []
        grid[at + down] = filled
        for (let along = 0; along < cell.colSpan; along++) filled[column + along] = cell
      }
    }
  }
  return grid
}

/** What takes the focus in a cell: its one link or button, else the cell itself. */
function stopOf(cell: HTMLElement): HTMLElement {
  const widgets = cell.querySelectorAll<HTMLElement>(WIDGETS)
  const [only] = widgets
  return only && widgets.length === 1 && !only.matches(WRITING) ? only : cell
}

/**
 * Makes a plain table a grid by WAI-ARIA's pattern: one stop of Tab, arrows from cell to cell, Enter
 * follows a cell's link; of a cell with several, Enter goes in, arrows from one to the next, Escape
 * out. What a mouse or finger does stays as it was. Done again after the table has changed, it keeps
 * its place.
 *
 * @param frame what scrolls; its own stop of Tab is not needed any more
 * @returns what ends it
 */
export function makeGrid(table: HTMLTableElement, frame: HTMLElement | null): () => void {
  const cells = cellsOf(table)
  const columns = Math.max(...cells.map((row) => row.length))
  const firstRow = table.tBodies[0]?.rows[0]?.rowIndex ?? 0
  const at = ({ row, column }: GridPlace) =>
    cells[row]?.[Math.min(column, (cells[row]?.length ?? 1) - 1)]
  const placeOf = (cell: HTMLTableCellElement): GridPlace | null => {
    for (const [row, line] of cells.entries()) {
      const column = line.indexOf(cell)
      if (column >= 0) return { row, column }
    }
    return null
  }

  table.setAttribute('role', 'grid')
  frame?.removeAttribute('tabindex')
  const unique = new Set(cells.flat())
  const held = [...unique]
    .map(stopOf)
    .find((stop) => stop.tabIndex === 0 && stop.hasAttribute('data-stop'))
  for (const cell of unique) {
    for (const widget of cell.querySelectorAll<HTMLElement>(WIDGETS)) widget.tabIndex = -1
    stopOf(cell).tabIndex = -1
  }
  let stop: HTMLElement | null = null
  const hold = (next: HTMLElement) => {
    if (stop) {
      stop.tabIndex = -1
      stop.removeAttribute('data-stop')
    }
    stop = next
    stop.tabIndex = 0
    stop.setAttribute('data-stop', '')
  }
  const begin = held ?? (cells[firstRow]?.[0] && stopOf(cells[firstRow][0]))
  if (begin) hold(begin)

  /** Into sight, and not behind the head or the first column, which stay where they are. */
  const show = (cell: HTMLElement, { row, column }: GridPlace) => {
    if (frame) {
      const corner = cells[firstRow]?.[0]
      const [over, before] = [table.tHead?.offsetHeight ?? 0, corner?.offsetWidth ?? 0]
      frame.style.scrollPadding = `${over}px 0 0 ${before}px`
      if (column === 0) frame.scrollLeft = 0
      if (row < firstRow) frame.scrollTop = 0
    }
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }
  const inSight = () => {
    const height = at({ row: firstRow, column: 0 })?.offsetHeight ?? 1
    const room = (frame?.clientHeight ?? 0) - (table.tHead?.offsetHeight ?? 0)
    return Math.floor(room / height) - 1
  }

  const onFocus = ({ target }: FocusEvent) => {
    const cell = target instanceof Element ? target.closest<HTMLTableCellElement>('td, th') : null
    if (cell && unique.has(cell)) hold(stopOf(cell))
  }
  const onKey = (event: KeyboardEvent) => {
    const { target, key } = event
    if (!(target instanceof HTMLElement) || event.altKey || event.metaKey || event.shiftKey) return
    const cell = target.closest<HTMLTableCellElement>('td, th')
    const place = cell && placeOf(cell)
    if (!cell || !place) return
    const widgets = [...cell.querySelectorAll<HTMLElement>(WIDGETS)]
    if (target !== stopOf(cell)) {
      if (key === 'Escape') cell.focus()
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[key]
      if (!step || target.matches(WRITING)) return
      event.preventDefault()
      widgets[(widgets.indexOf(target) + step + widgets.length) % widgets.length]?.focus()
      return
    }
    if (target === cell && (key === 'Enter' || key === 'F2') && widgets[0]) {
      event.preventDefault()
      widgets[0].focus()
      return
    }
    const size = { rows: cells.length, columns, inSight: inSight() }
    const to = movedBy(key, event.ctrlKey, place, size)
    if (!to) return
    event.preventDefault()
    // Out of a cell that spans several places, a step leads past all of them.
    const next = key.startsWith('Arrow') ? passed(place, to, cell) : to
    const found = at(next)
    if (!found) return
    stopOf(found).focus({ preventScroll: true })
    show(found, next)
  }
  const passed = (from: GridPlace, to: GridPlace, cell: HTMLElement): GridPlace => {
    const [down, along] = [to.row - from.row, to.column - from.column]
    let next = to
    while (at(next) === cell && (down || along)) {
      const further = { row: next.row + down, column: next.column + along }
      if (!cells[further.row]?.[further.column]) return from
      next = further
    }
    return next
  }
  table.addEventListener('focusin', onFocus)
  table.addEventListener('keydown', onKey)
  return () => {
    table.removeEventListener('focusin', onFocus)
    table.removeEventListener('keydown', onKey)
  }
}
