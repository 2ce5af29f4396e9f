import { stringify } from 'csv-stringify/sync'
import type { GradebookRow, TaughtClass } from '@/lib/domain/class'
import { toNumber } from '@/lib/domain/fraction'
import { cellOf, type GradeCell, pointsOf } from '@/lib/domain/gradebook'
import { cellOfText } from './cells'

type Quiz = TaughtClass['quizzes'][number]

const NOTHING = { attempts: [], exception: null }
/** More digits than a school has marks for; every third and seventh comes back as it was. */
const DIGITS = 6

const points = (cell: GradeCell): string => {
  const earned = pointsOf(cell)
  return earned ? String(Number(toNumber(earned).toFixed(DIGITS))) : ''
}

/** With its sign, by which spreadsheets know UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff'

const lines = (rows: string[][]): string => stringify(rows, { record_delimiter: '\r\n' })

/**
 * The first line of the gradebook as CSV: what stands in each column. Two columns for each quiz:
 * points and how the cell stands; each head ends with the assignment's id, which stays when titles
 * change.
 */
export const gradebookHead = (quizzes: readonly Quiz[]): string =>
  lines([
    [
      'student id',
      'name',
      'username',
      ...quizzes.flatMap(({ title, assignmentId }) => [
        cellOfText(`${title}, points [${assignmentId}]`),
        cellOfText(`${title}, state [${assignmentId}]`),
      ]),
    ],
  ])

/** Students of the gradebook as lines of CSV; names that look like formulas are no formulas there. */
export const gradebookLines = (
  quizzes: readonly Quiz[],
  rows: readonly GradebookRow[],
  now: Date,
): string =>
  lines(
    rows.map(({ studentId, name, username, extraTime, taken }) => [
      studentId,
      cellOfText(name),
      cellOfText(username ?? ''),
      ...quizzes.flatMap((quiz) => {
        const own = taken.find(({ assignmentId }) => assignmentId === quiz.assignmentId)
        const cell = cellOf(quiz, extraTime, own ?? NOTHING, now)
        return [points(cell), cell.isLate ? `${cell.state}, late` : cell.state]
      }),
    ]),
  )
