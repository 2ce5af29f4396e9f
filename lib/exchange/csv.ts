import { stringify } from 'csv-stringify/sync'
import { toNumber } from '@/lib/domain/fraction'
import { zonedIso } from '@/lib/domain/zoned-time'
import { cellOfText } from './cells'
import { type Column, type Table, written } from './table'

/** With its sign, by which spreadsheets know UTF-8. */
const BYTE_ORDER_MARK = '\ufeff'

const lines = (rows: string[][]): string => stringify(rows, { record_delimiter: '\r\n' })

const headOf = ({ id, head }: { id: string; head: string }): string =>
  cellOfText(head.toLowerCase() === id ? head : `${head} [${id}]`)

function cellOf<Row>(column: Column<Row>, row: Row, timeZone: string): string {
  if (column.kind === 'text') return cellOfText(column.of(row) ?? '')
  if (column.kind === 'moment') {
    const at = column.of(row)
    return at ? zonedIso(at, timeZone) : ''
  }
  const value = column.of(row)
  return value ? String(written(toNumber(value) * (column.kind === 'share' ? 100 : 1))) : ''
}

/**
 * A table as CSV, piece by piece as its rows come: UTF-8 with its mark, CRLF. Each head ends with its
 * column's id in brackets, unless that says the same; texts that look like formulas are none there
 * (`textOfCell` takes that back); shares are in per cent; moments have the offset of the table's zone.
 */
export async function* csvOf<Row>(
  { columns, timeZone }: Table<Row>,
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode(BYTE_ORDER_MARK + lines([columns.map(headOf)]))
  for await (const rows of pages)
    yield encoder.encode(
      lines(rows.map((row) => columns.map((column) => cellOf(column, row, timeZone)))),
    )
}
