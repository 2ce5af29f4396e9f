import { fill } from '@/components/ui/words'
import type { Explanation as Explained } from '@/lib/domain/attempt'
import { VerdictState } from './verdict-state'
import { type ExplanationWords, pointsText, scoreText } from './words'

/** All questions with state and points, each a link to its explanation on the same page. */
export function QuestionList({
  label,
  explanations,
  words,
}: {
  label: string
  explanations: readonly Explained[]
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
                  {fill(words['points-short'], { earned: scoreText(earned, words.about), points })}
                </span>
                <span className="vh">{pointsText(earned, points, words)}</span>
              </span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
