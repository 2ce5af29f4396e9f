import { type Dates, type Exception, type ExtraTime, type Rules, windowOf } from './assignment'
import { compare, type Fraction, fraction, multiply } from './fraction'
import { daysLate, type GradedAttempt, gradeOf, shareAfterLate } from './grade'

/** One student's attempt at an assignment, as the gradebook reads it. */
export interface TakenAttempt {
  id: string
  submittedAt: Date | null
  /** Null while it is open. */
  earned: Fraction | null
  points: number | null
}

/** What one student did for one assignment, and what holds for them alone. */
export interface Taken {
  assignmentId: string
  attempts: TakenAttempt[]
  exception: Exception | null
  /** The share of the whole, 0 to 1, that a teacher has set; it counts for what the attempts come to. */
  override: Fraction | null
  hasComment: boolean
}

/** How a cell of the gradebook stands; each has a word and a sign. */
export const CELL_STATES = ['graded', 'under-way', 'missing', 'ahead', 'excused'] as const
export type CellState = (typeof CELL_STATES)[number]

export interface GradeCell {
  state: CellState
  /** The grade that counts, 0 to 1: the teacher's, else the computed one; null where there is none. */
  grade: Fraction | null
  /** What the attempts come to by the grading method and the late policy; null without one. */
  computed: Fraction | null
  isOverridden: boolean
  /** What the quiz is worth; null where nothing is handed in. */
  points: number | null
  /** The attempt that a score leads to; of several the one that makes the grade. */
  attemptId: string | null
  /** How many were handed in. */
  attempts: number
  isLate: boolean
  /** Nothing is begun, and no grade is set. */
  isIdle: boolean
  /** It was due or has closed, and there is nothing that could be graded, also while one is at it. */
  isOverdue: boolean
  /** The instant at which the clock alone makes this cell another one; null where it does not. */
  changesAt: Date | null
}

/** What nobody has begun, and where nothing special holds. */
export const NOTHING_TAKEN: Omit<Taken, 'assignmentId'> = {
  attempts: [],
  exception: null,
  override: null,
  hasComment: false,
}

interface Done extends GradedAttempt {
  id: string
  points: number
}

const doneOf = ({ attempts }: Pick<Taken, 'attempts'>): Done[] =>
  attempts
    .flatMap(({ id, submittedAt, earned, points }) =>
      submittedAt && earned && points
        ? [{ id, submittedAt, points, share: multiply(earned, fraction(1, points)) }]
        : [],
    )
    .sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime())

const stateOf = ({
  isExcused,
  hasGrade,
  isOpen,
  isOverdue,
}: Record<string, boolean>): CellState => {
  if (isExcused) return 'excused'
  if (hasGrade) return 'graded'
  if (isOpen) return 'under-way'
  return isOverdue ? 'missing' : 'ahead'
}

/**
 * A cell of the gradebook: the grade by the assignment's method, with what being late costs taken off
 * each attempt, or the one that a teacher has set. Excused counts for nothing, whatever was handed in
 * or set. Missing is what was due or has closed and has no attempt that was handed in; ahead is what
 * can still be done.
 */
export function cellOf(
  { rules, ...dates }: Dates & { rules: Rules },
  extraTime: ExtraTime,
  taken: Pick<Taken, 'attempts' | 'exception' | 'override'>,
  now: Date,
): GradeCell {
  const window = windowOf(dates, rules, extraTime, taken.exception)
  const done = doneOf(taken).map((each) => ({
    ...each,
    share: shareAfterLate(each, window.dueAt, rules),
  }))
  const computed = gradeOf(rules.grading, done)
  const makes = done.find(({ share }) => computed !== null && compare(share, computed) === 0)
  const shown = rules.grading === 'last' ? done.at(-1) : (makes ?? done.at(-1))
  const isOpen = taken.attempts.some(({ submittedAt }) => submittedAt === null)
  const isExcused = taken.exception?.isExcused ?? false
  const isOverridden = taken.override !== null
  const hasGrade = isOverridden || done.length > 0
  const end = window.dueAt ?? window.closesAt
  const isOwed = !hasGrade && !isExcused
  const isOverdue = isOwed && end !== null && now > end
  return {
    state: stateOf({ isExcused, hasGrade, isOpen, isOverdue }),
    grade: isExcused ? null : (taken.override ?? computed),
    computed,
    isOverridden,
    points: shown?.points ?? null,
    attemptId: shown?.id ?? null,
    attempts: done.length,
    isLate: shown !== undefined && daysLate(shown.submittedAt, window.dueAt) > 0,
    isIdle: !isOverridden && taken.attempts.length === 0,
    isOverdue,
    changesAt: isOwed && !isOverdue && end !== null ? new Date(end.getTime() + 1) : null,
  }
}

/** The points that a grade stands for, exactly; null where there is no grade, or nothing to earn. */
export const pointsOf = ({
  grade,
  points,
}: Pick<GradeCell, 'grade' | 'points'>): Fraction | null =>
  grade && points !== null ? multiply(grade, fraction(points)) : null
