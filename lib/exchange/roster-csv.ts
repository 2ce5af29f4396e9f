import { CsvError, parse } from 'csv-parse/sync'
import { accept, type Outcome, refuse } from '@/lib/domain/outcome'
import { type LeftOut, ROSTER_ROWS, type RosterRow } from '@/lib/domain/roster'

/** Not more than this of files and pasted text together. */
export const ROSTER_BYTES = 1_000_000
const COLUMNS = 60
/** Lines, blank ones and the school's other people included. */
const RECORDS = 5_000
/** A line of the longest list that a school's system writes is far from it. */
const RECORD = 20_000

export type RosterRejection =
  | 'roster-empty'
  | 'roster-too-long'
  | 'roster-too-many'
  | 'roster-too-wide'
  | 'roster-broken'
  | 'roster-no-name'

/** What a column may be called, beside OneRoster 1.1's own names, in small letters without blanks. */
const HEADS = {
  name: ['name', 'fullname', 'student', 'studentname', 'pupil', 'displayname'],
  given: ['givenname', 'firstname', 'forename', 'vorname', 'prénom', 'prenom'],
  middle: ['middlename'],
  family: ['familyname', 'lastname', 'surname', 'nachname', 'nom'],
  username: ['username', 'user', 'login', 'benutzername'],
  sourcedId: ['sourcedid', 'id', 'studentid', 'pupilid'],
  role: ['role'],
  status: ['status'],
  enabled: ['enableduser'],
} as const
type Head = keyof typeof HEADS

const headOf = (cell: string): Head | undefined => {
  const plain = cell.toLowerCase().replace(/[\s_-]/gu, '')
  return (Object.keys(HEADS) as Head[]).find((head) =>
    (HEADS[head] as readonly string[]).includes(plain),
  )
}

/** The sign between cells: the one that the first line has most of; of equals the tab, then `;`. */
function delimiterOf(text: string): string {
  const line = /^.*\S.*$/m.exec(text)?.[0] ?? ''
  const bare = line.replace(/"[^"]*"/g, '')
  const counts = ['\t', ';', ','].map((sign) => ({ sign, count: bare.split(sign).length - 1 }))
  return counts.reduce((most, each) => (each.count > most.count ? each : most)).sign
}

interface Table {
  cells: string[][]
  lines: number[]
  delimiter: string
}

function tableOf(text: string): Outcome<Table, RosterRejection> {
  if (text.length > ROSTER_BYTES) return refuse('roster-too-long')
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const delimiter = delimiterOf(plain)
  try {
    const records = parse(plain, {
      delimiter,
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      trim: delimiter !== '\t',
      record_delimiter: '\n',
      max_record_size: RECORD,
      to: RECORDS + 1,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    const full = records.filter(({ record }) => record.some((cell) => cell.trim() !== ''))
    if (records.length > RECORDS) return refuse('roster-too-many')
    if (full.length === 0) return refuse('roster-empty')
    if (full.some(({ record }) => record.length > COLUMNS)) return refuse('roster-too-wide')
    return accept({
      cells: full.map(({ record }) => record.map((cell) => cell.trim())),
      lines: full.map(({ info }) => info.lines),
      delimiter,
    })
  } catch (error) {
    if (error instanceof CsvError) return refuse('roster-broken')
    throw error
  }
}

type Columns = Partial<Record<Head, number>>

/** Which column is which, or null where the first line is no head but a pupil. */
function columnsOf(first: readonly string[]): Columns | null {
  const heads = first.map(headOf)
  if (!heads.some((head) => head !== undefined)) return null
  // A class may well have a pupil called User; a line of one cell is a head only if it says "name".
  if (first.length === 1 && heads[0] !== 'name') return null
  const columns: Columns = {}
  heads.forEach((head, at) => {
    if (head !== undefined) columns[head] ??= at
  })
  return columns
}

function leftOutOf(at: (head: Head) => string): LeftOut | null {
  if (!['', 'student'].includes(at('role').toLowerCase())) return 'not-a-student'
  const isGone = at('status').toLowerCase() === 'tobedeleted'
  return isGone || at('enabled').toLowerCase() === 'false' ? 'not-enabled' : null
}

function headedRow(cells: readonly string[], line: number, columns: Columns): RosterRow {
  const at = (head: Head) => cells[columns[head] ?? -1] ?? ''
  const name = at('name') || [at('given'), at('middle'), at('family')].filter(Boolean).join(' ')
  const username = at('username')
  return {
    line,
    name,
    // An address is no username, and none is kept: one is made from the name.
    username: username === '' || username.includes('@') ? null : username,
    sourcedId: at('sourcedId') || null,
    leftOut: leftOutOf(at),
  }
}

/**
 * A list of pupils, pasted or from a file: with a head (name or first and last name, username, id,
 * or OneRoster's users.csv) or bare names, one a line. Cells are text, whatever sign they begin with.
 */
export function readRoster(text: string): Outcome<RosterRow[], RosterRejection> {
  const table = tableOf(text)
  if (!table.ok) return table
  const { cells, lines, delimiter } = table.value
  const columns = columnsOf(cells[0] ?? [])
  if (columns && columns.name === undefined && columns.given === undefined)
    return refuse('roster-no-name')
  const glue = delimiter === ',' ? ', ' : ' '
  const rows = cells.map((each, at): RosterRow => {
    const line = lines[at] ?? at + 1
    if (columns) return headedRow(each, line, columns)
    const name = each.filter(Boolean).join(glue)
    return { line, name, username: null, sourcedId: null, leftOut: null }
  })
  const pupils = columns ? rows.slice(1) : rows
  if (pupils.length === 0) return refuse('roster-empty')
  if (pupils.length > ROSTER_ROWS) return refuse('roster-too-many')
  return accept(pupils)
}

/**
 * Leaves out of a list whom OneRoster's enrollments.csv does not name as a student. Of a school with
 * many classes it has to be the part of this class.
 */
export function withEnrollments(
  rows: readonly RosterRow[],
  text: string,
): Outcome<RosterRow[], RosterRejection> {
  const table = tableOf(text)
  if (!table.ok) return table
  const [head = [], ...cells] = table.value.cells
  const plain = head.map((cell) => cell.toLowerCase())
  const column = (name: string) => plain.indexOf(name)
  const user = column('usersourcedid')
  if (user < 0) return refuse('roster-no-name')
  const enrolled = new Set(
    cells
      .filter(
        (each) =>
          ['', 'student'].includes((each[column('role')] ?? '').toLowerCase()) &&
          (each[column('status')] ?? '').toLowerCase() !== 'tobedeleted',
      )
      .map((each) => each[user] ?? ''),
  )
  return accept(
    rows.map((row) =>
      row.leftOut === null && !enrolled.has(row.sourcedId ?? '')
        ? { ...row, leftOut: 'not-in-the-class' as const }
        : row,
    ),
  )
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

/**
 * The pupils of a list, without those whom it leaves out itself, as text that `readRoster` reads
 * alike: for a form that carries it to the next step, and for whoever mends it there.
 */
export function writeRoster(rows: readonly RosterRow[]): string {
  const lines = rows
    .filter(({ leftOut }) => leftOut === null)
    .map(({ name, username, sourcedId }) =>
      [name, username ?? '', sourcedId ?? ''].map(quoted).join(','),
    )
  return ['name,username,sourcedId', ...lines].join('\n')
}
