import { add, type Fraction, fraction, multiply, ZERO } from '@/lib/domain/fraction'
import type { AnalysedAttempt } from '@/lib/domain/item-analysis'
import type { QuizVersion } from '@/lib/domain/quiz'
import { addTally, emptyRollup, type Rollup } from '@/lib/domain/rollup'
import { type Tally, tallyOf } from '@/lib/domain/tally'
import { sample } from '@/tests/unit/question/samples'
import { the } from './the'
import { after, versionOf } from './versions'

/** What an attempt earned of each question: a share, null for a blank, undefined if not asked. */
export type Row = (Fraction | null | undefined)[]

/** A quiz of statements worth these points. */
export const versionWorth = (points: readonly number[]): QuizVersion =>
  versionOf(
    points.map((each, at) =>
      sample('true-false', { id: `q${at + 1}`, title: `Question ${at + 1}`, points: each }),
    ),
  )

/** Attempts that earned these shares of the questions. */
export const attemptsOf = ({ questions }: QuizVersion, rows: readonly Row[]): AnalysedAttempt[] =>
  rows.map((row, at) => {
    const responses = questions.flatMap(({ id, points }, place) => {
      const share = row[place]
      if (share === undefined) return []
      const earned = multiply(share ?? ZERO, fraction(points))
      return [{ questionId: id, value: share === null ? null : 'true', earned }]
    })
    return {
      id: `a${String(at).padStart(3, '0')}`,
      learner: { id: `l${at}`, name: `Learner ${at}` },
      versionId: 'v1',
      seed: `seed ${at}`,
      startedAt: after(at),
      submittedAt: after(at),
      earned: responses.reduce((sum, { earned }) => add(sum, earned), ZERO),
      points: questions.reduce(
        (sum, { points }, place) => (row[place] === undefined ? sum : sum + points),
        0,
      ),
      responses,
    }
  })

export const talliesOf = (version: QuizVersion, attempts: readonly AnalysedAttempt[]): Tally[] =>
  attempts.map((attempt) => the(tallyOf(version, attempt)))

export function rollupOf(tallies: readonly Tally[]): Rollup {
  const rollup = emptyRollup()
  for (const tally of tallies) addTally(rollup, tally)
  return rollup
}
