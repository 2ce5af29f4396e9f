import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { Table } from './table'
import { cellXml, columnName, STYLES, textCell, xmlText } from './xlsx-cells'
import { SHEET_NAMESPACE, workbookParts, XML_HEAD } from './xlsx-parts'

/** The first row holds the columns' ids, the second their heads. */
const FIRST = 3

const rowXml = (number: number, cells: string, rest = '') =>
  `<row r="${number}"${rest}>${cells}</row>`

/** The sheet up to its rows: what stays in sight, widths, ids and heads. */
function sheetHead<Row>({ columns, heads }: Table<Row>): string {
  const corner = `${columnName(heads)}${FIRST}`
  const widths = columns
    .map(
      ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
    )
    .join('')
  const row = (number: number, texts: string[], style: number, rest = '') =>
    rowXml(
      number,
      texts.map((text, at) => textCell(`${columnName(at)}${number}`, text, style)).join(''),
      rest,
    )
  return [
    XML_HEAD,
    `<worksheet xmlns="${SHEET_NAMESPACE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView tabSelected="1" workbookViewId="0"><pane xSplit="${heads}" ySplit="${FIRST - 1}" topLeftCell="${corner}" activePane="bottomRight" state="frozen"/><selection pane="bottomRight" activeCell="${corner}" sqref="${corner}"/></sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths}</cols><sheetData>`,
    row(
      1,
      columns.map(({ id }) => id),
      STYLES.id,
      ' ht="9" customHeight="1"',
    ),
    row(
      2,
      columns.map(({ head }) => head),
      STYLES.head,
    ),
  ].join('')
}

const sheetEnd = (columns: number, last: number): string =>
  `</sheetData><autoFilter ref="A2:${columnName(columns - 1)}${last}"/><pageMargins left="0.5" right="0.5" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`

/**
 * A table as an Excel workbook of one sheet (Office Open XML, ECMA-376), piece by piece as its rows
 * come, so that it is never held whole. Numbers are numbers, shares are shown in per cent, moments are
 * dates by the clocks of the table's zone; texts stand in their cells as texts, so that no spreadsheet
 * takes one for a formula. Ids stand small in the first row, heads in the second; both stay in sight,
 * as do the columns that say whose row it is. The table has at least one column.
 */
export async function* xlsxOf<Row>(
  table: Table<Row>,
  pages: AsyncIterable<readonly Row[]>,
  now: Date,
): AsyncGenerator<Uint8Array> {
  const { columns, timeZone, title, heads } = table
  const ready: Uint8Array[] = []
  const zip = new Zip((error, piece) => {
    if (error) throw error
    ready.push(piece)
  })
  const begun = (path: string) => {
    const part = new ZipDeflate(path)
    part.mtime = now
    zip.add(part)
    return part
  }
  const name = xmlText(title)
  const printed = `'${name}'!$A:$${columnName(heads - 1)},'${name}'!$1:$2`
  for (const [path, xml] of Object.entries(workbookParts(name, printed)))
    begun(path).push(strToU8(xml), true)

  const sheet = begun('xl/worksheets/sheet1.xml')
  sheet.push(strToU8(sheetHead(table)))
  let last = FIRST - 1
  for await (const rows of pages) {
    const xml = rows.map((row) => {
      last += 1
      const cells = columns.map((column, at) =>
        cellXml(column, row, `${columnName(at)}${last}`, timeZone),
      )
      return rowXml(last, cells.join(''))
    })
    sheet.push(strToU8(xml.join('')))
    yield* ready.splice(0)
  }
  sheet.push(strToU8(sheetEnd(columns.length, last)), true)
  zip.end()
  yield* ready.splice(0)
}
