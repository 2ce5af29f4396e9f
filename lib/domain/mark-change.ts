import { z } from 'zod'
import type { Score } from './attempt'

/** What a line of the history of grades says of one attempt that was marked anew. */
export const markedSchema = z.object({
  attemptId: z.string(),
  correctionId: z.string(),
  questionId: z.string(),
  earned: z.object({ n: z.int(), d: z.int() }),
  points: z.int(),
})

/** A change of an attempt's mark, as its learner is told of it. */
export interface ToldChange {
  id: string
  kind: 'correction' | 'correction-undone'
  at: Date
  /** Null where not even right and wrong is shown: a mark that rises tells that of its question. */
  questionId: string | null
  before: Score
  after: Score
  /** In the teacher's words, which may tell the key; null while that is not due. */
  reason: string | null
}

/** What a student has reported about a question of their own attempt. */
export interface OwnReport {
  questionId: string
  text: string
  at: Date
  settledAt: Date | null
}
