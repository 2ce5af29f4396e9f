import { fraction } from '@/lib/domain/fraction'
import type { CellState } from '@/lib/domain/gradebook'
import type { BookLine, BookQuiz } from '@/lib/domain/gradebook-report'
import type { Column, Table } from './table'

/** What stands above the columns, and how a state is called. */
export interface BookWords {
  sheet: string
  studentId: string
  name: string
  username: string
  total: string
  points: string
  outOf: string
  share: string
  state: string
  /** With {zone}. */
  handedIn: string
  late: string
  overridden: string
  comment: string
  states: Record<CellState, string>
}

/** Six columns for each quiz; their ids hold the assignment's, which stays when titles change. */
function columnsOf(
  { assignmentId, title }: BookQuiz,
  place: number,
  words: BookWords,
  zone: string,
): Column<BookLine>[] {
  const entryOf = ({ entries }: BookLine) => entries[place]
  const column = (name: string, head: string) => ({
    id: `${assignmentId} ${name}`,
    head: `${title}, ${head}`,
  })
  return [
    {
      ...column('points', words.points),
      width: 12,
      kind: 'number',
      of: (line) => entryOf(line)?.earned ?? null,
    },
    {
      ...column('out of', words.outOf),
      width: 12,
      kind: 'number',
      of: (line) => {
        const points = entryOf(line)?.cell.points
        return points === null || points === undefined ? null : fraction(points)
      },
    },
    {
      ...column('per cent', words.share),
      width: 12,
      kind: 'share',
      of: (line) => entryOf(line)?.cell.grade ?? null,
    },
    {
      ...column('state', words.state),
      width: 14,
      kind: 'text',
      of: (line) => {
        const cell = entryOf(line)?.cell
        if (!cell) return null
        return [
          words.states[cell.state],
          ...(cell.isLate ? [words.late] : []),
          ...(cell.isOverridden ? [words.overridden] : []),
        ].join(', ')
      },
    },
    {
      ...column('handed in', words.handedIn.replace('{zone}', zone)),
      width: 18,
      kind: 'moment',
      of: (line) => entryOf(line)?.handedInAt ?? null,
    },
    {
      ...column('comment', words.comment),
      width: 30,
      kind: 'text',
      of: (line) => entryOf(line)?.comment ?? null,
    },
  ]
}

/** The gradebook of a class as a table, the same for every format: students by quizzes. */
export const gradebookTable = (
  { quizzes, timeZone }: { quizzes: readonly BookQuiz[]; timeZone: string },
  words: BookWords,
): Table<BookLine> => ({
  title: words.sheet,
  timeZone,
  heads: 2,
  columns: [
    {
      id: 'student id',
      head: words.studentId,
      width: 12,
      kind: 'text',
      of: ({ studentId }) => studentId,
    },
    { id: 'name', head: words.name, width: 28, kind: 'text', of: ({ name }) => name },
    {
      id: 'username',
      head: words.username,
      width: 18,
      kind: 'text',
      of: ({ username }) => username,
    },
    { id: 'total', head: words.total, width: 10, kind: 'share', of: ({ total }) => total },
    ...quizzes.flatMap((quiz, place) =>
      columnsOf(quiz, place, words, timeZone.replaceAll('_', ' ')),
    ),
  ],
})
