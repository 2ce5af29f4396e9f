/**
 * What is known of a learner's command of a course's objectives: every sitting in its order, and which
 * of its answers were wholly right. Levels (lib/domain/mastery.ts) follow from it alone.
 */
export interface Evidence {
  /** The attempt's, or the review entry's. */
  id: string
  at: Date
  /**
   * `exercise`: a sitting with the questions of one lesson. `mixed`: one with those of several.
   * `review`: one question that came back.
   */
  kind: 'exercise' | 'mixed' | 'review'
  answers: {
    questionId: string
    objective: string
    /** Wholly right at the first try. */
    isRight: boolean
  }[]
}
