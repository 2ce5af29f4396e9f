import { type Window, windowOf } from './assignment'
import type { GradebookRow, TaughtClass } from './class'
import { type Fraction, toNumber } from './fraction'
import { cellOf, type GradeCell, pointsOf } from './gradebook'
import { median } from './statistics'

export type BookQuiz = TaughtClass['quizzes'][number]

/** What a student did for one quiz that is set, as files and reports say it. */
export interface BookEntry {
  quiz: BookQuiz
  cell: GradeCell
  /** The student's own dates. */
  window: Window
  /** Null where there is no grade. */
  earned: Fraction | null
  /** When the attempt was handed in that the cell shows; null where none was. */
  handedInAt: Date | null
}

/** A student's line of the gradebook: an entry for each quiz, in the order of the quizzes. */
export interface BookLine {
  studentId: string
  name: string
  username: string | null
  entries: BookEntry[]
}

const NOTHING = { attempts: [], exception: null }

/** A row of the gradebook as it stands at `now`. */
export function lineOf(quizzes: readonly BookQuiz[], row: GradebookRow, now: Date): BookLine {
  const { studentId, name, username, extraTime } = row
  const entries = quizzes.map((quiz) => {
    const taken =
      row.taken.find(({ assignmentId }) => assignmentId === quiz.assignmentId) ?? NOTHING
    const cell = cellOf(quiz, extraTime, taken, now)
    return {
      quiz,
      cell,
      window: windowOf(quiz, quiz.rules, extraTime, taken.exception),
      earned: pointsOf(cell),
      handedInAt: taken.attempts.find(({ id }) => id === cell.attemptId)?.submittedAt ?? null,
    }
  })
  return { studentId, name, username, entries }
}

/**
 * A line as its student reads it: without the grades of quizzes whose results show no score once they
 * are handed in. Lists keep to that also after the close; the result itself shows it then.
 */
export const ownLine = (line: BookLine): BookLine => ({
  ...line,
  entries: line.entries.map((entry) =>
    entry.quiz.rules.review.afterSubmission.includes('score')
      ? entry
      : { ...entry, earned: null, cell: { ...entry.cell, grade: null, points: null } },
  ),
})

/** What the whole class did for one quiz that is set. */
export interface QuizSummary {
  quiz: BookQuiz
  /** Everybody but who is excused. */
  students: number
  handedIn: number
  /** Of those that were handed in. */
  late: number
  missing: number
  excused: number
  /** Of the grades, as shares of 0 to 1; null where there is none. Excused count for nothing. */
  mean: number | null
  median: number | null
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((total, value) => total + value, 0) / values.length

/** Each quiz over all lines, in the order of the quizzes. Missing is no grade of 0 here: it has none. */
export function summariesOf(
  quizzes: readonly BookQuiz[],
  lines: readonly BookLine[],
): QuizSummary[] {
  return quizzes.map((quiz, place) => {
    const cells = lines.flatMap(({ entries }) => entries[place]?.cell ?? [])
    const count = (is: (cell: GradeCell) => boolean) => cells.filter(is).length
    const counting = cells.filter(({ state }) => state !== 'excused')
    const shares = counting.flatMap(({ grade }) => (grade ? [toNumber(grade)] : []))
    return {
      quiz,
      students: counting.length,
      handedIn: count(({ state }) => state === 'graded'),
      late: count(({ state, isLate }) => state === 'graded' && isLate),
      missing: count(({ state }) => state === 'missing'),
      excused: cells.length - counting.length,
      mean: meanOf(shares),
      median: median(shares),
    }
  })
}
