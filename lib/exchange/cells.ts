/** Signs at the beginning of a cell that spreadsheets take for a formula. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/
/** The same after a sign at which some spreadsheets split a cell once more. */
const INNER = /([;\t\r\n]\s*)(?='*[=+\-@＝＋－＠])/g
const INNER_CELL = /([;\t\r\n]\s*)'(?='*[=+\-@＝＋－＠])/g

/** Whether a spreadsheet would take a text for a formula when it is typed or read. */
export const looksLikeFormula = (text: string): boolean =>
  FORMULA.test(text) || text.startsWith("'")

/**
 * A text as a cell that no spreadsheet runs: where it begins like a formula, or like what this adds,
 * an apostrophe stands before it; so does one inside, after a sign at which it may be split. All of it
 * is taken back by `textOfCell`.
 */
export function cellOfText(text: string): string {
  const inner = text.replace(INNER, "$1'")
  return looksLikeFormula(text) ? `'${inner}` : inner
}

/** The text that a cell of ours stands for. */
export const textOfCell = (cell: string): string =>
  (cell.startsWith("'") ? cell.slice(1) : cell).replace(INNER_CELL, '$1')
