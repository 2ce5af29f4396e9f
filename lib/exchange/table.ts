import type { Fraction } from '@/lib/domain/fraction'

/**
 * A column of a table that is written to a file: what stands in it for a row, and of which kind that
 * is. Its `id` is the same in every file, whatever becomes of the words in its `head`.
 */
export type Column<Row> = {
  id: string
  head: string
  /** About how many characters it shows, for formats that know widths. */
  width: number
} & (
  | { kind: 'text'; of: (row: Row) => string | null }
  | { kind: 'number'; of: (row: Row) => Fraction | null }
  /** 0 to 1, shown in per cent. */
  | { kind: 'share'; of: (row: Row) => Fraction | null }
  | { kind: 'moment'; of: (row: Row) => Date | null }
)

/** A table as every format writes it. */
export interface Table<Row> {
  /** The name of its sheet: at most 31 characters, none of []:*?/\ among them. */
  title: string
  /** In which moments are written. */
  timeZone: string
  columns: readonly Column<Row>[]
  /** How many of the first columns say whose row it is; they stay in sight. */
  heads: number
}

/** More digits than a school has marks for; every third and seventh comes back as it was. */
const DIGITS = 6

/** A number as files hold it. */
export const written = (value: number): number => Number(value.toFixed(DIGITS))
