import { toNumber } from '@/lib/domain/fraction'
import { zonedIso } from '@/lib/domain/zoned-time'
import { looksLikeFormula } from './cells'
import { type Column, written } from './table'

/** How cells look, by their place in `cellXfs` of the style sheet. */
export const STYLES = {
  id: 1,
  head: 2,
  text: 3,
  guarded: 4,
  number: 5,
  share: 6,
  moment: 7,
} as const

/** A cell of a spreadsheet holds no more; UTF-16 units. */
const LIMIT = 32_767
/** What XML cannot hold, or would change: control signs, half pairs, and returns. */
const UNSAFE = /(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu
/** What would be read as such an escape and is none, also where the next one brings its last sign. */
const FALSE_ESCAPE = /_(?=x[0-9A-Fa-f]{4}(?:_|(?![\t\n])[\p{Cc}\p{Cs}\uFFFE\uFFFF]))/gu

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

const hex = (sign: string) => sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')

/** A text that is longer than a cell ends with dots, and never within a pair of surrogates. */
function cut(text: string): string {
  if (text.length <= LIMIT) return text
  const kept = text.slice(0, LIMIT - 1)
  return `${kept.replace(/[\uD800-\uDBFF]$/, '')}…`
}

/**
 * A text as spreadsheets keep it in XML: `_xHHHH_` for what XML cannot hold (ECMA-376, 22.9.2.19,
 * ST_Xstring), and `_x005F_` before what only looks like that.
 */
export const xmlText = (text: string): string =>
  cut(text)
    .replace(FALSE_ESCAPE, '_x005F_')
    .replace(UNSAFE, (sign) => `_x${hex(sign)}_`)
    .replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign)

/** A, B, … Z, AA, … from 0. */
export function columnName(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26))
  return place < 26 ? letter : columnName(Math.floor(place / 26) - 1) + letter
}

/** A text that is never a formula: it stands in the cell itself, as text. */
export const textCell = (at: string, text: string, style: number): string =>
  text === ''
    ? ''
    : `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`

const numberCell = (at: string, value: number, style: number): string =>
  `<c r="${at}" s="${style}"><v>${value}</v></c>`

const DAY = 24 * 60 * 60 * 1000

/** Days since the end of 1899, as the clocks of the zone show the moment: spreadsheets know no zone. */
function serialOf(at: Date, timeZone: string): number {
  const local = zonedIso(at, timeZone).slice(0, 19)
  return (Date.parse(`${local}Z`) - Date.UTC(1899, 11, 30)) / DAY
}

/** What stands in a column for a row, as a cell; nothing where there is nothing. */
export function cellXml<Row>(column: Column<Row>, row: Row, at: string, timeZone: string): string {
  if (column.kind === 'text') {
    const text = column.of(row) ?? ''
    return textCell(at, text, looksLikeFormula(text) ? STYLES.guarded : STYLES.text)
  }
  if (column.kind === 'moment') {
    const moment = column.of(row)
    return moment ? numberCell(at, serialOf(moment, timeZone), STYLES.moment) : ''
  }
  const value = column.of(row)
  return value ? numberCell(at, written(toNumber(value)), STYLES[column.kind]) : ''
}
