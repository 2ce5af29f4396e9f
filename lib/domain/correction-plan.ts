import type { Grading } from './assignment'
import type { Explanation, ScorableAttempt, Score } from './attempt'
import {
  afterOne,
  type Correction,
  type CorrectionDraft,
  outcomeIn,
  remark,
  shareOf,
  totalOf,
} from './correction'
import { compare, isSame, toNumber } from './fraction'
import { type GradedAttempt, gradeOf } from './grade'
import type { CorrectionOutcome } from './treatment'

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

/** Whether two scores say the same, points included. */
export const isSameScore = (a: Score, b: Score): boolean =>
  isSame(a.earned, b.earned) && a.points === b.points

/** An attempt as it stands before and after. */
interface Pair {
  attempt: ClassAttempt
  before: Score
  after: Score
}

const changesOf = (pairs: readonly Pair[]): MarkChange[] =>
  pairs
    .filter(({ before, after }) => !isSameScore(before, after))
    .map(({ attempt: { id: attemptId, learner }, before, after }) => {
      const direction = compare(shareOf(after), shareOf(before))
      return { attemptId, learner, before, after, direction }
    })
    .sort((a, b) => b.direction - a.direction || a.learner.name.localeCompare(b.learner.name, 'en'))

/** What another list of corrections changes. */
export interface Remarking {
  /** Of scores: gains first, then by name. */
  changes: MarkChange[]
  /**
   * The attempts in which some question is marked otherwise, with all of their marks. The score may be
   * the same all the same: what one question loses another can gain.
   */
  marked: { id: string; submittedAt: Date; explanations: Explanation[] }[]
}

/** What changes for these attempts between two lists of corrections. */
export function remarkedBetween(
  attempts: readonly ClassAttempt[],
  before: readonly Correction[],
  after: readonly Correction[],
): Remarking {
  const all = attempts.map((attempt) => {
    const [was, is] = [remark(attempt, before), remark(attempt, after)]
    const explanations = [...is.scores.values()]
    const isRemarked = explanations.some((each) => {
      const stood = was.scores.get(each.id)
      return !stood || !isSameScore(stood, each)
    })
    const { id, submittedAt } = attempt
    return {
      pair: { attempt, before: totalOf(was), after: totalOf(is) },
      marked: isRemarked ? [{ id, submittedAt, explanations }] : [],
    }
  })
  return {
    changes: changesOf(all.map(({ pair }) => pair)),
    marked: all.flatMap(({ marked }) => marked),
  }
}

/** The mean of the students' grades by the assignment's method; null without any. */
function averageOf(
  attempts: readonly { attempt: ClassAttempt; score: Score }[],
  grading: Grading,
): number | null {
  const own = new Map<string, GradedAttempt[]>()
  for (const { attempt, score } of attempts) {
    if (!attempt.isStudents) continue
    const graded = { share: shareOf(score), submittedAt: attempt.submittedAt }
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
  const planning = attempts.map((attempt) => {
    const stood = remark(attempt, inForce)
    const stands = afterOne(stood, planned)
    return {
      attempt,
      before: totalOf(stood),
      after: totalOf(stands),
      outcome: outcomeIn(stands.attempt, planned),
    }
  })
  const count = (what: CorrectionOutcome) =>
    planning.filter(({ outcome }) => outcome === what).length
  const mean = (when: 'before' | 'after') =>
    averageOf(
      planning.map((each) => ({ attempt: each.attempt, score: each[when] })),
      grading,
    )
  const [before, after] = [mean('before'), mean('after')]
  return {
    asked: planning.filter(({ outcome }) => outcome !== null).length,
    changes: changesOf(planning),
    kept: count('would-lower'),
    nothingLeft: count('nothing-left'),
    unfit: count('does-not-fit'),
    average: before === null || after === null ? null : { before, after },
  }
}

/** The instant of a new correction: it comes after all others, whatever two servers' clocks say. */
export const afterAll = (inForce: readonly { at: Date }[], now: Date): Date =>
  new Date(Math.max(now.getTime(), ...inForce.map(({ at }) => at.getTime() + 1)))
