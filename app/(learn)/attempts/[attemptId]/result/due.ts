import type { FoundAttempt } from '@/lib/data/attempts'
import { ALL_SHOWN, lastCloseOf, type Showable, shownNow } from '@/lib/domain/assignment'
import type { Explanation } from '@/lib/domain/attempt'
import type { MemberAssignment } from '@/lib/domain/class'

/** What the viewer may see of a result now; whoever teaches or learns alone, all of it. */
export function dueNow(
  { assignmentId, submittedAt }: FoundAttempt,
  isOwn: boolean,
  assigned: MemberAssignment | null,
  now: Date,
) {
  if (!isOwn || !assignmentId) return { shown: ALL_SHOWN, lastClose: null }
  // Who has left the class is told no more by it.
  if (!assigned) return { shown: new Set<Showable>(), lastClose: null }
  const { rules, seats, underWay } = assigned
  const lastClose = lastCloseOf(assigned, rules, seats, underWay)
  return { shown: shownNow(rules.review, { submittedAt, lastClose }, now), lastClose }
}

/**
 * The questions of a result that were not right, by id: what can be practised again. None as long as
 * the rules of a class hold back which ones they are, or their answers.
 */
export const missedOf = (
  explained: readonly Explanation[],
  shown: ReadonlySet<Showable>,
): string[] =>
  shown.has('correctness') && shown.has('rightAnswers')
    ? explained.flatMap(({ id, verdict }) =>
        ['partly', 'wrong', 'blank'].includes(verdict) ? [id] : [],
      )
    : []
