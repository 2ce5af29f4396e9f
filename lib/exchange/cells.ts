/** Signs at the beginning of a cell that spreadsheets take for a formula. */
const FORMULA = /^[=+\-@\t\r]/

/**
 * A text as a cell that no spreadsheet runs: where it begins like a formula, or like what this adds,
 * an apostrophe stands before it. `textOfCell` gives back what it was.
 */
export const cellOfText = (text: string): string =>
  FORMULA.test(text) || text.startsWith("'") ? `'${text}` : text

/** The text that a cell of ours stands for. */
export const textOfCell = (cell: string): string => (cell.startsWith("'") ? cell.slice(1) : cell)
