import { offeredBy, pickedBy, tellsKey } from './question/publish'
import type { AuthoredQuestion } from './question/question'

/** The words of a text with a blank around each, whatever stands between them. */
const wordsOf = (text: string) =>
  ` ${(
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ')} `
const numbersIn = (text: string) =>
  (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((number) => number.replaceAll(',', ''))

/** Whether a text says the right answer: in its words, or as the number that it is. */
function saysOneOf(text: string, keys: readonly string[]): boolean {
  const numbers = numbersIn(text)
  return keys.some((key) => {
    const [number] = numbersIn(key)
    return (
      wordsOf(text).includes(wordsOf(key)) || (number !== undefined && numbers.includes(number))
    )
  })
}

/**
 * What may be said of a wrong answer while it can still be changed: the feedback of the options and
 * known misconceptions that were chosen. What an author wrote for any wrong answer is left out, since
 * it explains the right one, and so is every sentence in which the right answer stands.
 */
export function hintsTo(question: AuthoredQuestion, seed: string, value: unknown): string[] {
  if (tellsKey(question)) return []
  const keys = offeredBy(question).flatMap(({ isKey, text }) => (isKey && text ? [text] : []))
  const said = pickedBy(question, seed, value).flatMap(({ isKey, feedback }) =>
    !isKey && feedback && !saysOneOf(feedback, keys) ? [feedback] : [],
  )
  return [...new Set(said)]
}
