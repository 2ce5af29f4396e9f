import { recordCheck } from '@/lib/data/responses'
import { recordTry } from '@/lib/data/tries'
import { responseTo, type ScorableAttempt } from '@/lib/domain/attempt'
import { check } from '@/lib/domain/tries'
import type { Viewer } from '@/lib/domain/viewer'

/** Why "Check" did nothing, where the learner has to be told; else null. */
export type Unchecked = 'unchanged' | 'stale' | null

/**
 * Checks a question of an open attempt: once, or as one of several tries.
 *
 * @param seen how many tries the learner's page knew of
 */
export async function checkQuestion(
  viewer: Viewer,
  attempt: ScorableAttempt,
  questionId: string,
  seen: number,
  now: Date,
): Promise<Unchecked> {
  if (attempt.tries === null) {
    await recordCheck(viewer, attempt.id, questionId, now)
    return null
  }
  const question = attempt.version.questions.find(({ id }) => id === questionId)
  if (!question) return null
  const decided = await recordTry(
    viewer,
    attempt.id,
    questionId,
    (current) => check(current, question, responseTo(current, questionId), seen, now),
    now,
  )
  const why = decided && !decided.ok ? decided.rejection : null
  return why === 'unchanged' || why === 'stale' ? why : null
}
