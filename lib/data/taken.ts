import type { Taken } from '@/lib/domain/gradebook'
import { dateOf, type ExceptionRow, toException } from './exceptions'

/** What one student did for one assignment, as JSON from Postgres brings it. */
export interface TakenRow {
  assignmentId: string
  exception: ExceptionRow | null
  attempts: {
    id: string
    submittedAt: string | null
    earnedN: number | null
    earnedD: number | null
    points: number | null
  }[]
  /** The override's share. */
  n: number | null
  d: number | null
  hasComment: boolean
}

export const toTaken = ({ exception, attempts, n, d, ...taken }: TakenRow): Taken => ({
  ...taken,
  exception: toException(exception),
  override: n === null || d === null ? null : { n, d },
  attempts: attempts.map(({ id, submittedAt, earnedN, earnedD, points }) => ({
    id,
    submittedAt: dateOf(submittedAt),
    earned: earnedN === null || earnedD === null ? null : { n: earnedN, d: earnedD },
    points,
  })),
})
