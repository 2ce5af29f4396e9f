import type { Dates, Exception, ExtraTime, Grading, Rules } from './assignment'
import { windowOf } from './assignment'
import type { Role } from './class'
import { compare, type Fraction, fraction, multiply } from './fraction'
import { daysLate, shareAfterLate } from './grade'
import type { GradeChange } from './grade-change'
import { cellOf, type GradeCell, type Taken, type TakenAttempt } from './gradebook'

/** A grade that a teacher has set, or a comment, with who did it; null where their account is gone. */
export interface SetGrade {
  share: Fraction
  reason: string
  at: Date
  by: string | null
}
export interface Comment {
  text: string
  at: Date
  by: string | null
}

/** Everything about one student's grade in one assignment. */
export interface GradeDetails extends Dates {
  assignmentId: string
  className: string
  timeZone: string
  archivedAt: Date | null
  /** The viewer's own. */
  role: Exclude<Role, 'student'>
  title: string
  short: string
  rules: Rules
  student: { id: string; name: string; username: string | null; extraTime: ExtraTime }
  exception: Exception | null
  attempts: (TakenAttempt & { number: number; startedAt: Date })[]
  override: SetGrade | null
  comment: Comment | null
  /** The last first. */
  history: GradeChange[]
}

/** One attempt as it goes into a grade. */
export interface AttemptLine {
  id: string
  number: number
  startedAt: Date
  submittedAt: Date | null
  /** As it was scored; null while it is open. */
  share: Fraction | null
  earned: Fraction | null
  points: number | null
  daysLate: number
  /** What is left after the late policy; null while it is open. */
  left: Fraction | null
  /** Whether the computed grade is made of it. */
  counts: boolean
}

/** Which of several attempts a grade is made of, by their places in time. */
const countsBy: Record<Grading, (lines: readonly AttemptLine[]) => AttemptLine[]> = {
  highest: (lines) => {
    const best = lines.reduce<AttemptLine | null>(
      (most, line) =>
        !most?.left || (line.left && compare(line.left, most.left) > 0) ? line : most,
      null,
    )
    return best ? [best] : []
  },
  average: (lines) => [...lines],
  first: (lines) => lines.slice(0, 1),
  last: (lines) => lines.slice(-1),
}

/** How a grade came about: the cell, and each attempt with what it came to, in their order. */
export function workingsOf(
  details: GradeDetails,
  now: Date,
): { cell: GradeCell; lines: AttemptLine[] } {
  const { rules, exception, attempts, override, student } = details
  const taken: Omit<Taken, 'assignmentId' | 'hasComment'> = {
    attempts,
    exception,
    override: override?.share ?? null,
  }
  const { dueAt } = windowOf(details, rules, student.extraTime, exception)
  const lines = attempts
    .map(({ earned, points, submittedAt, ...attempt }): AttemptLine => {
      const share = submittedAt && earned && points ? multiply(earned, fraction(1, points)) : null
      return {
        ...attempt,
        submittedAt,
        earned,
        points,
        share,
        daysLate: submittedAt ? daysLate(submittedAt, dueAt) : 0,
        left: share && submittedAt && shareAfterLate({ share, submittedAt }, dueAt, rules),
        counts: false,
      }
    })
    .sort((a, b) => a.number - b.number)
  const done = lines
    .filter(({ left }) => left !== null)
    .sort((a, b) => Number(a.submittedAt) - Number(b.submittedAt))
  const counting = countsBy[rules.grading](done)
  return {
    cell: cellOf(details, student.extraTime, taken, now),
    lines: lines.map((line) => ({ ...line, counts: counting.includes(line) })),
  }
}
