import type { RuleWords } from '@/components/question/words'
import { fill } from '@/components/ui/words'
import type messages from '@/content/messages/en.json'
import type { Explanation } from '@/lib/domain/attempt'
import { certaintyMark } from '@/lib/domain/certainty'
import type { Fraction } from '@/lib/domain/fraction'
import { formatScore, signed } from '@/lib/domain/score-format'

/** The words of an explained answer, with those of the scoring rules. */
export interface ExplanationWords {
  explanation: (typeof messages)['result']['explanation']
  rules: RuleWords
}

/** "1.5 of 2 points" */
export const pointsText = (
  earned: Fraction,
  points: number,
  words: ExplanationWords['explanation'],
): string =>
  fill(points === 1 ? words.points.one : words.points.other, {
    earned: formatScore(earned).text,
    points,
  })

/** "Exactly 2/3 of 1, shown as 0.67." where the score is rounded when it is shown, else nothing. */
export function exactText(
  earned: Fraction,
  points: number,
  words: ExplanationWords['explanation'],
): string | null {
  const { text, exact } = formatScore(earned)
  return exact && fill(words.exactly, { exact, points, score: text })
}

/** What tries took off, and how sure the learner was with what that came to; each where it was asked. */
export function behaviourTexts(
  explanation: Explanation,
  words: ExplanationWords['explanation'],
): string[] {
  const { tries, certainty } = explanation
  const off = tries ? (tries.used - 1) * tries.penalty : 0
  return [
    ...(tries && tries.used > 1
      ? [fill(words.tries, { used: tries.used, of: tries.of, off: Math.min(off, 100) })]
      : []),
    ...(tries && tries.earlier.length > 0
      ? [fill(words.earlier, { answers: tries.earlier.map((each) => `“${each}”`).join(', ') })]
      : []),
    ...(certainty === null
      ? []
      : [
          words.sure[certainty],
          fill(words['sure-mark'], { mark: signed(certaintyMark({ ...explanation, certainty })) }),
        ]),
  ]
}

/** "2026-11-22" becomes "22 November 2026". */
export const dayText = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
