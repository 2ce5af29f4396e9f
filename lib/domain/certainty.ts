import type { Explanation } from './attempt'
import {
  add,
  compare,
  type Fraction,
  fraction,
  multiply,
  ONE,
  subtract,
  sum,
  ZERO,
} from './fraction'

/** How sure a learner is: 1 unsure, 2 fairly sure, 3 quite sure. */
export const CERTAINTIES = [1, 2, 3] as const
export type Certainty = (typeof CERTAINTIES)[number]
/** Where nothing is said. */
export const UNSURE: Certainty = 1

export const isCertainty = (value: unknown): value is Certainty =>
  CERTAINTIES.some((each) => each === value)

/**
 * The marks of certainty-based marking as Gardner-Medwin's and Moodle's (`question_cbm`): being unsure
 * pays best while the answer is right with a chance of less than 2/3, being quite sure above 4/5.
 */
export const MARKS: Record<Certainty, { right: number; wrong: number }> = {
  1: { right: 1, wrong: 0 },
  2: { right: 2, wrong: -2 },
  3: { right: 3, wrong: -6 },
}

/** The chance of being right, from and to, at which a certainty is the best to choose. */
export const FITTING: Record<Certainty, { from: Fraction; to: Fraction }> = {
  1: { from: ZERO, to: fraction(2, 3) },
  2: { from: fraction(2, 3), to: fraction(4, 5) },
  3: { from: fraction(4, 5), to: ONE },
}

/** The mark of an answer that earned this share (0 to 1): part of the right one, or the wrong one. */
export const adjust = (share: Fraction, certainty: Certainty): Fraction =>
  share.n > 0 ? multiply(share, fraction(MARKS[certainty].right)) : fraction(MARKS[certainty].wrong)

type Earned = Pick<Explanation, 'earned' | 'points' | 'verdict' | 'certainty'>
type Sure = Earned & { certainty: Certainty }

const isSure = (each: Earned): each is Sure => each.certainty !== null
const shareOf = ({ earned, points }: Earned) => multiply(earned, fraction(1, points))

/** The mark of one question; a blank has none to gain and none to lose. */
export const certaintyMark = (each: Sure): Fraction =>
  each.verdict === 'blank' ? ZERO : adjust(shareOf(each), each.certainty)

/** Whether answers of one certainty were right as often as it says; `a-bit` where few speak. */
export type Judgement = 'fits' | 'over' | 'a-bit-over' | 'under' | 'a-bit-under'

export interface CertaintyLevel {
  certainty: Certainty
  /** How many answers were given with it; blanks are none. */
  count: number
  /** What they earned on average, 0 to 1. */
  share: Fraction
  judgement: Judgement
}

const HALF = fraction(1, 2)

/** Moodle's rule: clearly off where the square of the gap, times the answers, is more than a half. */
function judge(certainty: Certainty, share: Fraction, count: number): Judgement {
  const { from, to } = FITTING[certainty]
  const isOver = compare(share, from) < 0
  if (!isOver && compare(share, to) <= 0) return 'fits'
  const gap = subtract(share, isOver ? from : to)
  const isClear = compare(multiply(multiply(gap, gap), fraction(count)), HALF) > 0
  return isOver ? (isClear ? 'over' : 'a-bit-over') : isClear ? 'under' : 'a-bit-under'
}

const greatest = (all: readonly Fraction[]) =>
  all.reduce((most, each) => (compare(each, most) > 0 ? each : most))

export interface CertaintyReport {
  /** Of the points, 0 to 1, whatever the certainty was. */
  accuracy: Fraction
  /** The mean of the marks, each question by its points: -6 to 3. */
  average: Fraction
  /** What certainty adds to the accuracy or takes off. */
  bonus: Fraction
  /** What the attempt earns of its points: accuracy and bonus, never below 0 nor above 1. */
  share: Fraction
  /** Of the certainties that were used. */
  levels: CertaintyLevel[]
}

/**
 * Accuracy, bonus and calibration of an attempt with certainties: A = sum of points x share / sum of
 * points; bonus = (average mark - max(A, 4A - 2, 9A - 6)) / 10, where the greatest of the three is
 * what one certainty for all answers would bring (Moodle, `qbehaviour_deferredcbm`). So certainty pays
 * only where it tells right answers from wrong ones. Exact. A question that was voided has no part in
 * it. Null where no certainty was asked for, or nothing is left that counts.
 */
export function certaintyReport(all: readonly Earned[]): CertaintyReport | null {
  const counted = all.filter(({ points }) => points > 0)
  const sure = counted.filter(isSure)
  if (sure.length === 0 || sure.length < counted.length) return null
  const weight = fraction(
    1,
    sure.reduce((total, { points }) => total + points, 0),
  )
  const accuracy = multiply(sum(sure.map(({ earned }) => earned)), weight)
  const marks = sure.map((each) => multiply(certaintyMark(each), fraction(each.points)))
  const average = multiply(sum(marks), weight)
  const linear = (factor: number, less: number) =>
    subtract(multiply(accuracy, fraction(factor)), fraction(less))
  const bonus = multiply(
    subtract(average, greatest([accuracy, linear(4, 2), linear(9, 6)])),
    fraction(1, 10),
  )
  const share = add(accuracy, bonus)
  const levels = CERTAINTIES.flatMap((certainty): CertaintyLevel[] => {
    const given = sure.filter((each) => each.certainty === certainty && each.verdict !== 'blank')
    if (given.length === 0) return []
    const mean = multiply(sum(given.map(shareOf)), fraction(1, given.length))
    const judgement = judge(certainty, mean, given.length)
    return [{ certainty, count: given.length, share: mean, judgement }]
  })
  const clamped = share.n < 0 ? ZERO : compare(share, ONE) > 0 ? ONE : share
  return { accuracy, average, bonus, share: clamped, levels }
}
