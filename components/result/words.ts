import type { RuleWords } from '@/components/question/words'
import { fill } from '@/components/ui/words'
import type messages from '@/content/messages/en.json'
import type { Fraction } from '@/lib/domain/fraction'
import { formatScore } from '@/lib/domain/score-format'

/** The words of an explained answer, with those of the scoring rules. */
export interface ExplanationWords {
  explanation: (typeof messages)['result']['explanation']
  rules: RuleWords
}

/** "8.5", "6 2/3" or "about 6.67". */
export function scoreText(earned: Fraction, about: string): string {
  const { text, isExact } = formatScore(earned)
  return isExact ? text : fill(about, { score: text })
}

/** "1.5 of 2 points" */
export const pointsText = (
  earned: Fraction,
  points: number,
  words: ExplanationWords['explanation'],
): string =>
  fill(points === 1 ? words.points.one : words.points.other, {
    earned: scoreText(earned, words.about),
    points,
  })

/** "2026-11-22" becomes "22 November 2026". */
export const dayText = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date))
