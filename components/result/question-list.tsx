import { fill } from '@/components/ui/words'
import type { Explanation as Explained } from '@/lib/domain/attempt'
import { formatScore } from '@/lib/domain/score-format'
import { VerdictState } from './verdict-state'
import { type ExplanationWords, pointsText } from './words'

/** All questions with state and points, each a link to its explanation on the same page. */
export function QuestionList({
  label,
  explanations,
  note,
  words,
}: {
  label: string
  explanations: readonly Explained[]
  /** What the points in the list do not say by themselves, or null. */
  note: string | null
  words: ExplanationWords['explanation']
}) {
  return (
    <nav aria-label={label} id="questions" className="rnav">
      <ol className="rlist">
        {explanations.map(({ id, number, title, verdict, earned, points }) => (
          <li key={id}>
            <a href={`#q${number}`}>
              <span className="rn">{number}</span>
              <span className="rt">{title}</span>
              <VerdictState verdict={verdict} words={words} />
              <span className="rp">
                <span aria-hidden="true">
                  {fill(words['points-short'], { earned: formatScore(earned).text, points })}
                </span>
                <span className="vh">{pointsText(earned, points, words)}</span>
              </span>
            </a>
          </li>
        ))}
      </ol>
      {note && <p className="cap mt-3">{note}</p>}
    </nav>
  )
}
