import { z } from 'zod'
import type { Dates, ExtraTime, Rules } from './assignment'
import { type Fraction, fraction } from './fraction'
import { CELL_STATES, type CellState, cellOf, NOTHING_TAKEN, type Taken } from './gradebook'
import { billionthsOf, totalOf, type Weighed, type Weighting } from './weighting'

/** An assignment as far as a gradebook reckons with it. */
export interface SetAssignment extends Dates, Weighed {
  assignmentId: string
  rules: Rules
}

/** A student with what they did, assignment by assignment; none for what they have not begun. */
export interface TakingStudent {
  studentId: string
  name: string
  username: string | null
  extraTime: ExtraTime
  taken: Taken[]
}

/** A cell as pages and exports show it. */
export interface ShownCell {
  assignmentId: string
  state: CellState
  /** 0 to 1; null where there is none. */
  grade: Fraction | null
  /** What the quiz is worth; null where nothing is handed in. */
  points: number | null
  /** How many were handed in. */
  attempts: number
  isLate: boolean
  isOverridden: boolean
  hasComment: boolean
}

/** A line of the gradebook. */
export interface GradebookRow {
  studentId: string
  name: string
  username: string | null
  /** In billionths, rounded down; -1 where nothing counts yet. */
  total: number
  /** One for each assignment; none for one that was set only just now. */
  cells: ShownCell[]
}

/** A line with what it is sorted and filtered by, and until when it holds. */
export interface MadeRow extends GradebookRow {
  isIdle: boolean
  hasMissing: boolean
  hasLate: boolean
  changesAt: Date | null
  marks: { share: number; isIdle: boolean; isMissing: boolean; isLate: boolean }[]
}

/** The line of one student, cell for cell in the order of the assignments given. */
export function rowOf(
  { studentId, name, username, extraTime, taken }: TakingStudent,
  assignments: readonly SetAssignment[],
  weighting: Weighting,
  now: Date,
): MadeRow {
  const own = new Map(taken.map((each) => [each.assignmentId, each]))
  const made = assignments.map((assignment) => {
    const { assignmentId, categoryId, weight } = assignment
    const { hasComment, ...did } = own.get(assignmentId) ?? NOTHING_TAKEN
    const cell = cellOf(assignment, extraTime, did, now)
    return { assignmentId, categoryId, weight, hasComment, cell }
  })
  const changes = made.flatMap(({ cell: { changesAt } }) => (changesAt ? [Number(changesAt)] : []))
  return {
    studentId,
    name,
    username,
    total: billionthsOf(totalOf(made, weighting)),
    isIdle: made.every(({ cell }) => cell.isIdle),
    hasMissing: made.some(({ cell }) => cell.state === 'missing'),
    hasLate: made.some(({ cell }) => cell.isLate),
    changesAt: changes.length > 0 ? new Date(Math.min(...changes)) : null,
    marks: made.map(({ cell: { grade, isIdle, state, isLate } }) => ({
      share: billionthsOf(grade),
      isIdle,
      isMissing: state === 'missing',
      isLate,
    })),
    cells: made.map(({ assignmentId, hasComment, cell }) => ({
      assignmentId,
      state: cell.state,
      grade: cell.grade,
      points: cell.points,
      attempts: cell.attempts,
      isLate: cell.isLate,
      isOverridden: cell.isOverridden,
      hasComment,
    })),
  }
}

const LATE = 1
const OVERRIDDEN = 2
const COMMENT = 4

/**
 * Cells as they are kept, in few signs: the place of the state, the grade, the points, how many
 * attempts, and what else is so. A hundred of them are a good two kilobytes.
 */
export const storedCellsSchema = z.array(
  z.tuple([
    z
      .int()
      .min(0)
      .max(CELL_STATES.length - 1),
    z.int().nullable(),
    z.int().nullable(),
    z.int().nullable(),
    z.int(),
    z.int(),
  ]),
)
export type StoredCells = z.infer<typeof storedCellsSchema>

export const storeCells = (cells: readonly ShownCell[]): StoredCells =>
  cells.map(({ state, grade, points, attempts, isLate, isOverridden, hasComment }) => [
    CELL_STATES.indexOf(state),
    grade?.n ?? null,
    grade?.d ?? null,
    points,
    attempts,
    (isLate ? LATE : 0) + (isOverridden ? OVERRIDDEN : 0) + (hasComment ? COMMENT : 0),
  ])

/** The cells that `storeCells` wrote, of these assignments in their order. */
export const readCells = (assignmentIds: readonly string[], stored: StoredCells): ShownCell[] =>
  assignmentIds.flatMap((assignmentId, place) => {
    const found = stored[place]
    if (!found) return []
    const [state, n, d, points, attempts, marks] = found
    return [
      {
        assignmentId,
        state: CELL_STATES[state] ?? 'ahead',
        grade: n === null || d === null ? null : fraction(n, d),
        points,
        attempts,
        isLate: (marks & LATE) > 0,
        isOverridden: (marks & OVERRIDDEN) > 0,
        hasComment: (marks & COMMENT) > 0,
      },
    ]
  })
