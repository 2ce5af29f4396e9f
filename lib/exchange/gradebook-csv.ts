import { stringify } from 'csv-stringify/sync'
import type { TaughtClass } from '@/lib/domain/class'
import { type Fraction, fraction, multiply, toNumber } from '@/lib/domain/fraction'
import { pointsOf } from '@/lib/domain/gradebook'
import type { GradebookRow, ShownCell } from '@/lib/domain/gradebook-row'
import { BILLION } from '@/lib/domain/weighting'
import { cellOfText } from './cells'

type Quiz = TaughtClass['quizzes'][number]

/** What a teacher said to a student about the grade of an assignment. */
export interface CommentText {
  assignmentId: string
  studentId: string
  text: string
}

/** More digits than a school has marks for; every third and seventh comes back as it was. */
const DIGITS = 6

const number = (value: Fraction | null): string =>
  value ? String(Number(toNumber(value).toFixed(DIGITS))) : ''
const HUNDRED = fraction(100)
const percent = (share: Fraction | null) => number(share && multiply(share, HUNDRED))

const stateOf = ({ state, isLate, isOverridden }: ShownCell): string =>
  [state, isLate && 'late', isOverridden && 'set by teacher'].filter(Boolean).join(', ')

/** With its sign, by which spreadsheets know UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff'

const lines = (rows: string[][]): string => stringify(rows, { record_delimiter: '\r\n' })

const COLUMNS = ['points', 'per cent', 'state', 'comment'] as const

/**
 * The first line of the gradebook as CSV: what stands in each column. Four columns for each quiz: the
 * points and the per cent that count, how the cell stands, and the comment to the student; each head
 * ends with the assignment's id, which stays when titles change.
 */
export const gradebookHead = (quizzes: readonly Quiz[]): string =>
  lines([
    [
      'student id',
      'name',
      'username',
      'total, per cent',
      ...quizzes.flatMap(({ title, assignmentId }) =>
        COLUMNS.map((column) => cellOfText(`${title}, ${column} [${assignmentId}]`)),
      ),
    ],
  ])

/** Students of the gradebook as lines of CSV; texts that look like formulas are no formulas there. */
export function gradebookLines(
  quizzes: readonly Quiz[],
  rows: readonly GradebookRow[],
  comments: readonly CommentText[],
): string {
  const texts = new Map(
    comments.map(({ assignmentId, studentId, text }) => [`${assignmentId} ${studentId}`, text]),
  )
  return lines(
    rows.map(({ studentId, name, username, total, cells }) => [
      studentId,
      cellOfText(name),
      cellOfText(username ?? ''),
      total < 0 ? '' : percent(fraction(total, BILLION)),
      ...quizzes.flatMap(({ assignmentId }) => {
        const cell = cells.find((each) => each.assignmentId === assignmentId)
        if (!cell) return COLUMNS.map(() => '')
        const comment = texts.get(`${assignmentId} ${studentId}`) ?? ''
        return [number(pointsOf(cell)), percent(cell.grade), stateOf(cell), cellOfText(comment)]
      }),
    ]),
  )
}
