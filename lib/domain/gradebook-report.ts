import { type Window, windowOf } from './assignment'
import type { TaughtClass } from './class'
import { type Fraction, fraction, toNumber } from './fraction'
import { cellOf, type GradeCell, NOTHING_TAKEN, pointsOf, type Taken } from './gradebook'
import type { TakingStudent } from './gradebook-row'
import type { OwnGrades } from './own-grades'
import { medianOf, once } from './weighted'
import { BILLION, billionthsOf, totalOf, type Weighed, type Weighting } from './weighting'

export type BookQuiz = TaughtClass['quizzes'][number]

/** How a class weighs its grades, and each of its assignments. */
export interface BookWeighting extends Weighting {
  assignments: readonly (Weighed & { assignmentId: string })[]
}

/** What a student did for each quiz, with what they were told about it. */
export interface StudentRecord extends Omit<TakingStudent, 'taken'> {
  taken: (Taken & { comment: string | null })[]
}

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
  /** What a teacher said to the student about the grade. */
  comment: string | null
  /** Whether there is a grade that the reader may not see yet. */
  isHidden: boolean
}

/** A student's line of the gradebook: an entry for each quiz, in the order of the quizzes. */
export interface BookLine {
  studentId: string
  name: string
  username: string | null
  /** 0 to 1, rounded down to billionths; null where nothing counts yet, or where it may not be seen. */
  total: Fraction | null
  entries: BookEntry[]
}

const NOTHING = { ...NOTHING_TAKEN, comment: null }
const UNWEIGHED = { categoryId: null, weight: 1 }

const shareOf = (billionths: number): Fraction | null =>
  billionths < 0 ? null : fraction(billionths, BILLION)

/** A student's line as it stands at `now`. */
export function lineOf(
  quizzes: readonly BookQuiz[],
  weighting: BookWeighting,
  record: StudentRecord,
  now: Date,
): BookLine {
  const { studentId, name, username, extraTime } = record
  const entries = quizzes.map((quiz) => {
    const taken =
      record.taken.find(({ assignmentId }) => assignmentId === quiz.assignmentId) ?? NOTHING
    const cell = cellOf(quiz, extraTime, taken, now)
    return {
      quiz,
      cell,
      window: windowOf(quiz, quiz.rules, extraTime, taken.exception),
      earned: pointsOf(cell),
      handedInAt: taken.attempts.find(({ id }) => id === cell.attemptId)?.submittedAt ?? null,
      comment: taken.comment,
      isHidden: false,
    }
  })
  const weighed = new Map(weighting.assignments.map((each) => [each.assignmentId, each]))
  const cells = entries.map(({ quiz, cell }) => {
    const { categoryId, weight } = weighed.get(quiz.assignmentId) ?? UNWEIGHED
    return { categoryId, weight, cell }
  })
  const total = shareOf(billionthsOf(totalOf(cells, weighting)))
  return { studentId, name, username, total, entries }
}

/** An entry without its grade, and without what would tell which of several attempts is the best. */
function hidden(entry: BookEntry): BookEntry {
  const { cell, handedInAt } = entry
  const isOne = cell.attempts <= 1
  return {
    ...entry,
    earned: null,
    handedInAt: isOne ? handedInAt : null,
    isHidden: true,
    cell: {
      ...cell,
      grade: null,
      computed: null,
      points: null,
      isOverridden: false,
      attemptId: isOne ? cell.attemptId : null,
      isLate: isOne && cell.isLate,
    },
  }
}

/**
 * A line as its student reads it: without the grades, and the total, that the rules of what is set
 * do not show yet. What those are is said by `ownGradesOf`; a quiz that it does not know is hidden.
 */
export function ownLine(line: BookLine, { grades, total }: OwnGrades): BookLine {
  const shown = new Set(
    grades.flatMap(({ assignmentId, isHidden }) => (isHidden ? [] : [assignmentId])),
  )
  return {
    ...line,
    total: total === null ? null : line.total,
    entries: line.entries.map((entry) =>
      shown.has(entry.quiz.assignmentId) ? entry : hidden(entry),
    ),
  }
}

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

/** How the totals of a class lie, as shares of 0 to 1. */
export interface TotalSummary {
  /** How many have one. */
  students: number
  mean: number | null
  median: number | null
}

export function totalsOf(lines: readonly BookLine[]): TotalSummary {
  const shares = lines.flatMap(({ total }) => (total ? [toNumber(total)] : []))
  return { students: shares.length, mean: meanOf(shares), median: medianOf(once(shares)) }
}

/**
 * Each quiz over all lines, in the order of the quizzes. Missing is no grade of 0 here: it has none.
 *
 * @param erased lines of accounts that are erased: what they did counts, and nothing is awaited of them
 */
export function summariesOf(
  quizzes: readonly BookQuiz[],
  lines: readonly BookLine[],
  erased: readonly BookLine[] = [],
): QuizSummary[] {
  return quizzes.map((quiz, place) => {
    const cellIn = ({ entries }: BookLine) => entries[place]?.cell ?? []
    const done = erased.flatMap(cellIn).filter(({ attempts, grade }) => attempts > 0 || grade)
    const cells = [...lines.flatMap(cellIn), ...done]
    const count = (is: (cell: GradeCell) => boolean) => cells.filter(is).length
    const counting = cells.filter(({ state }) => state !== 'excused')
    const shares = counting.flatMap(({ grade }) => (grade ? [toNumber(grade)] : []))
    return {
      quiz,
      students: counting.length,
      handedIn: counting.filter(({ attempts }) => attempts > 0).length,
      late: counting.filter(({ isLate }) => isLate).length,
      missing: count(({ state }) => state === 'missing'),
      excused: cells.length - counting.length,
      mean: meanOf(shares),
      median: medianOf(once(shares)),
    }
  })
}
