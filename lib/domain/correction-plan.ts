import type { Grading } from './assignment'
import { explainAll, type ScorableAttempt, type Score, scoreOf } from './attempt'
import { type Correction, type CorrectionDraft, corrected, outcomeIn, shareOf } from './correction'
import { compare, isSame, toNumber } from './fraction'
import { gradeOf } from './grade'

/** An attempt that was handed in to the class, with whose it is. */
export interface ClassAttempt extends ScorableAttempt {
  learner: { id: string; name: string }
  submittedAt: Date
  /** Whether it counts for the class's average: whoever teaches it, or has left it, does not. */
  isStudents: boolean
}

/** One mark before and after a correction. */
export interface MarkChange {
  attemptId: string
  learner: { id: string; name: string }
  before: Score
  after: Score
  /** 1 where the share of the points rises, -1 where it falls, 0 where it stays. */
  direction: number
}

/** What a correction would do, told before it is done. */
export interface CorrectionPlan {
  /** Attempts that were handed in and asked this question. */
  asked: number
  changes: MarkChange[]
  /** Attempts that keep their mark, since it would fall. */
  kept: number
  /** Attempts in which nothing would be left to be marked. */
  nothingLeft: number
  /** Attempts at a version in which the question has other options. */
  unfit: number
  /** The mean of the students' grades, 0 to 1, before lateness; null where nobody has handed in. */
  average: { before: number; after: number } | null
}

const scoreIn = (attempt: ScorableAttempt): Score => scoreOf(explainAll(attempt))

/** Whether two scores say the same, points included. */
export const isSameScore = (a: Score, b: Score): boolean =>
  isSame(a.earned, b.earned) && a.points === b.points

/** What changes for these attempts between two lists of corrections, gains first, then by name. */
export function changesBetween(
  attempts: readonly ClassAttempt[],
  before: readonly Correction[],
  after: readonly Correction[],
): MarkChange[] {
  return attempts
    .flatMap((attempt) => {
      const was = scoreIn(corrected(attempt, before))
      const is = scoreIn(corrected(attempt, after))
      if (isSameScore(was, is)) return []
      const direction = compare(shareOf(is), shareOf(was))
      const { id: attemptId, learner } = attempt
      return [{ attemptId, learner, before: was, after: is, direction }]
    })
    .sort((a, b) => b.direction - a.direction || a.learner.name.localeCompare(b.learner.name, 'en'))
}

/** The mean of the students' grades by the assignment's method; null without any. */
export function averageOf(
  attempts: readonly ClassAttempt[],
  corrections: readonly Correction[],
  grading: Grading,
): number | null {
  const own = new Map<string, { share: ReturnType<typeof shareOf>; submittedAt: Date }[]>()
  for (const attempt of attempts.filter(({ isStudents }) => isStudents)) {
    const share = shareOf(scoreIn(corrected(attempt, corrections)))
    const graded = { share, submittedAt: attempt.submittedAt }
    own.set(attempt.learner.id, [...(own.get(attempt.learner.id) ?? []), graded])
  }
  const grades = [...own.values()].flatMap((each) => gradeOf(grading, each) ?? [])
  if (grades.length === 0) return null
  return grades.reduce((total, grade) => total + toNumber(grade), 0) / grades.length
}

/** Stands for the correction that is planned, after all that are in force. */
const PLANNED = 'planned'

/**
 * Who would gain and who would lose by a correction, and by how much, with the average of the class
 * before and after. Nothing else: what is told here is what applying it does to the same attempts.
 */
export function planOf(
  attempts: readonly ClassAttempt[],
  inForce: readonly Correction[],
  draft: CorrectionDraft,
  grading: Grading,
  now: Date,
): CorrectionPlan {
  const planned: Correction = { ...draft, id: PLANNED, at: afterAll(inForce, now) }
  const all = [...inForce, planned]
  const outcomes = attempts.map((attempt) => outcomeIn(corrected(attempt, all), planned))
  const count = (outcome: string) => outcomes.filter((each) => each === outcome).length
  const before = averageOf(attempts, inForce, grading)
  const after = averageOf(attempts, all, grading)
  return {
    asked: outcomes.filter((outcome) => outcome !== null).length,
    changes: changesBetween(attempts, inForce, all),
    kept: count('would-lower'),
    nothingLeft: count('nothing-left'),
    unfit: count('does-not-fit'),
    average: before === null || after === null ? null : { before, after },
  }
}

/** The instant of a new correction: it comes after all others, whatever two servers' clocks say. */
export const afterAll = (inForce: readonly { at: Date }[], now: Date): Date =>
  new Date(Math.max(now.getTime(), ...inForce.map(({ at }) => at.getTime() + 1)))
