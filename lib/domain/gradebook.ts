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
}

/** How a cell of the gradebook stands; each has a word and a sign. */
export type CellState = 'graded' | 'under-way' | 'missing' | 'ahead' | 'excused'

export interface GradeCell {
  state: CellState
  /** 0 to 1, after the grading method and the late policy; null where there is no grade. */
  grade: Fraction | null
  /** What the quiz is worth; null where nothing is handed in. */
  points: number | null
  /** The attempt that a score leads to; of several the one that makes the grade. */
  attemptId: string | null
  /** How many were handed in. */
  attempts: number
  isLate: boolean
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

/**
 * A cell of the gradebook: the grade by the assignment's method, with what being late costs taken off
 * each attempt. Excused counts for nothing, whatever was handed in. Missing is what was due or has
 * closed and has no attempt that was handed in; ahead is what can still be done.
 */
export function cellOf(
  { rules, ...dates }: Dates & { rules: Rules },
  extraTime: ExtraTime,
  taken: Pick<Taken, 'attempts' | 'exception'>,
  now: Date,
): GradeCell {
  const window = windowOf(dates, rules, extraTime, taken.exception)
  const done = doneOf(taken).map((each) => ({
    ...each,
    share: shareAfterLate(each, window.dueAt, rules),
  }))
  const grade = gradeOf(rules.grading, done)
  const makes = done.find(({ share }) => grade !== null && compare(share, grade) === 0)
  const shown = rules.grading === 'last' ? done.at(-1) : (makes ?? done.at(-1))
  const cell = {
    grade,
    points: shown?.points ?? null,
    attemptId: shown?.id ?? null,
    attempts: done.length,
    isLate: shown !== undefined && daysLate(shown.submittedAt, window.dueAt) > 0,
  }
  const isOpen = taken.attempts.some(({ submittedAt }) => submittedAt === null)
  const end = window.dueAt ?? window.closesAt
  const state: CellState = taken.exception?.isExcused
    ? 'excused'
    : done.length > 0
      ? 'graded'
      : isOpen
        ? 'under-way'
        : end && now > end
          ? 'missing'
          : 'ahead'
  return state === 'excused' ? { ...cell, state, grade: null } : { ...cell, state }
}

/** The points that a grade stands for, exactly; null where there is no grade. */
export const pointsOf = ({ grade, points }: GradeCell): Fraction | null =>
  grade && points !== null ? multiply(grade, fraction(points)) : null
