import { TableFrame } from '@/components/ui/table-frame'
import { fill } from '@/components/ui/words'
import type { Score } from '@/lib/domain/attempt'
import type { CorrectionPlan, MarkChange } from '@/lib/domain/correction-plan'
import { fraction, multiply, toNumber } from '@/lib/domain/fraction'
import { formatScore, percentOf } from '@/lib/domain/score-format'
import type { CorrectionWords } from './words'

const share = ({ earned, points }: Score) => multiply(earned, fraction(1, points))

const markText = (score: Score, words: CorrectionWords): string =>
  fill(words.mark, {
    earned: formatScore(score.earned).text,
    points: score.points,
    percent: percentOf(share(score)),
  })

/** "+10 %", with a real minus; of shares, so that it can be compared where points differ. */
const byText = ({ before, after }: MarkChange): string => {
  const by = Math.round(1000 * (toNumber(share(after)) - toNumber(share(before)))) / 10
  return `${by > 0 ? '+' : by < 0 ? '−' : ''}${Math.abs(by)} %`
}

const percent = (mean: number): string => String(Math.round(mean * 1000) / 10)

/** What a correction would change, in sentences: each of a count and its two forms. */
function sentencesOf(
  { asked, changes, kept, nothingLeft, unfit, average }: CorrectionPlan,
  words: CorrectionWords,
): string[] {
  const going = (direction: number) =>
    changes.filter((change) => change.direction === direction).length
  const counts = [
    [words.gain, going(1)],
    [words.lose, going(-1)],
    [words.same, going(0)],
    [words.kept, kept],
    [words.nothingLeft, nothingLeft],
    [words.unfit, unfit],
  ] as const
  return [
    ...(asked === 0 ? [words.nobody] : changes.length === 0 ? [words.none] : []),
    ...counts.flatMap(([{ one, other }, count]) =>
      count === 0 ? [] : [fill(count === 1 ? one : other, { count })],
    ),
    ...(average
      ? [fill(words.average, { before: percent(average.before), after: percent(average.after) })]
      : []),
  ]
}

/** Who would gain and who would lose, by how much, and the average of the class. */
export function CorrectionPlanView({
  plan,
  words,
}: {
  plan: CorrectionPlan
  words: CorrectionWords
}) {
  return (
    <>
      <ul className="max-w-xl">
        {sentencesOf(plan, words).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {plan.changes.length > 0 && (
        <TableFrame label={words.table} hint={words.slide}>
          <thead>
            <tr>
              <th scope="col">{words.student}</th>
              <th scope="col">{words.before}</th>
              <th scope="col">{words.after}</th>
              <th scope="col" className="n">
                {words.by}
              </th>
            </tr>
          </thead>
          <tbody>
            {plan.changes.map((change) => (
              <tr key={change.attemptId}>
                <th scope="row">
                  <a href={`/attempts/${change.attemptId}/result`}>{change.learner.name}</a>
                </th>
                <td className="whitespace-nowrap">{markText(change.before, words)}</td>
                <td className="whitespace-nowrap">{markText(change.after, words)}</td>
                <td className="n whitespace-nowrap">{byText(change)}</td>
              </tr>
            ))}
          </tbody>
        </TableFrame>
      )}
    </>
  )
}
