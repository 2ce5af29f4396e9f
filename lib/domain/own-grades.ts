import {
  type Dates,
  type Exception,
  type ExtraTime,
  lastCloseOf,
  type Rules,
  shownNow,
  type UnderWay,
} from './assignment'
import type { Fraction } from './fraction'
import { cellOf, type GradeCell, type TakenAttempt } from './gradebook'
import { billionthsOf, countsAs, partsOf, totalOf, type Weighed, type Weighting } from './weighting'

/** What is set for a student, with what they did, as it is read for their own line. */
export interface OwnTaken extends Dates, Weighed {
  assignmentId: string
  title: string
  rules: Rules
  exception: Exception | null
  attempts: TakenAttempt[]
  override: { share: Fraction; reason: string; at: Date } | null
  comment: string | null
  /** The seats of the class with extra time or dates of their own; none where they tell nothing. */
  seats: { extraTime: ExtraTime; exception: Exception | null }[]
  underWay: UnderWay
}

/** A grade as its student sees it. */
export interface OwnGrade {
  assignmentId: string
  title: string
  cell: Pick<GradeCell, 'state' | 'isLate' | 'isOverdue'>
  /** Null where there is none, or where it may not be seen yet. */
  grade: Fraction | null
  /** Whether there is a grade that may not be seen yet. */
  isHidden: boolean
  /** Why a teacher has set it; null where they have not, or where it may not be seen yet. */
  reason: string | null
  comment: string | null
  /** What this is of the total where everything counts, 0 to 1. */
  part: number
}

export interface OwnGrades {
  grades: OwnGrade[]
  /** In billionths, -1 where nothing counts yet; null while a grade in it may not be seen. */
  total: number | null
}

/**
 * A student's own line, as far as the rules of each assignment show scores now. A grade that a teacher
 * has set is shown as if it had been handed in when it was set. The total is withheld while one of its
 * grades is, since it would tell it.
 */
export function ownGradesOf(
  all: readonly OwnTaken[],
  extraTime: ExtraTime,
  weighting: Weighting,
  now: Date,
): OwnGrades {
  const parts = partsOf(all, weighting)
  const made = all.map((own, place) => {
    const { assignmentId, title, rules, override, comment } = own
    const taken = { ...own, override: override?.share ?? null }
    const cell = cellOf(own, extraTime, taken, now)
    const times = own.attempts.flatMap(({ submittedAt }) => (submittedAt ? [submittedAt] : []))
    const submittedAt = times.sort((a, b) => Number(b) - Number(a))[0] ?? override?.at ?? null
    const lastClose = lastCloseOf(own, rules, own.seats, own.underWay)
    const isShown = shownNow(rules.review, { submittedAt, lastClose }, now).has('score')
    const isHidden = cell.grade !== null && !isShown
    // Of several attempts it would tell which one is the best.
    const isLate = cell.isLate && !(isHidden && cell.attempts > 1)
    const grade: OwnGrade = {
      assignmentId,
      title,
      cell: { state: cell.state, isLate, isOverdue: cell.isOverdue },
      grade: isShown ? cell.grade : null,
      isHidden,
      reason: isShown && cell.grade ? (override?.reason ?? null) : null,
      comment,
      part: parts[place] ?? 0,
    }
    return { grade, cell, categoryId: own.categoryId, weight: own.weight }
  })
  const isWithheld = made.some(
    ({ grade, cell }) => grade.isHidden && countsAs(cell, weighting.missing) !== null,
  )
  return {
    grades: made.map(({ grade }) => grade),
    total: isWithheld ? null : billionthsOf(totalOf(made, weighting)),
  }
}
