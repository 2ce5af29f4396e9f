import { z } from 'zod'
import type { Score } from './attempt'
import type { Fraction } from './fraction'

/** What may change a student's grade, or what is said of it, beside handing in. */
export const GRADE_CHANGES = [
  'override',
  'excuse',
  'comment',
  'correction',
  'correction-undone',
  'late-answers',
] as const
export type GradeChangeKind = (typeof GRADE_CHANGES)[number]

/** What stood before or after a change, as far as it can be told; null: nothing. */
export type GradeChangeValue =
  | { share: Fraction }
  | { isExcused: boolean }
  | { text: string }
  | { mark: Score }
  | null

const share = z.object({ n: z.int(), d: z.int().positive() }).transform((share) => ({ share }))
/** Of one attempt that was marked anew; which attempt, and why, the line itself or the result says. */
const mark = z
  .object({ earned: z.object({ n: z.int(), d: z.int().positive() }), points: z.int() })
  .transform(({ earned, points }) => ({ mark: { earned, points } }))
const value = z.union([
  share,
  mark,
  z.object({ isExcused: z.boolean() }),
  z.object({ text: z.string() }),
])

/** A stored value of a change; null for whatever is none of them. */
export function readChangeValue(stored: unknown): GradeChangeValue {
  const read = value.safeParse(stored)
  return read.success ? read.data : null
}

/** A line of the history of a grade. */
export interface GradeChange {
  id: string
  at: Date
  /** Null when the account of who did it is gone. */
  by: string | null
  kind: GradeChangeKind
  before: GradeChangeValue
  after: GradeChangeValue
  reason: string | null
}
