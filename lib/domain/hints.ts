import { acceptedBy, offeredBy, pickedBy, tellsKey } from './question/publish'
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

/** Words in scripts that have no blanks between them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu

/** Whether all words of a key stand in a text, the last one with whatever ending. */
function saysWords(text: string, key: string): boolean {
  const [said, asked] = [wordsOf(text), wordsOf(key)]
  if ((asked.match(UNSPACED) ?? []).some((word) => said.includes(word))) return true
  return said.includes(/\p{L}{3} $/u.test(asked) ? asked.trimEnd() : asked)
}

/** Whether a text says the right answer: in its words, or as the number that it is. */
function saysOneOf(text: string, keys: readonly string[]): boolean {
  const numbers = numbersIn(text)
  return keys.some((key) => {
    const [number] = numbersIn(key)
    return saysWords(text, key) || (number !== undefined && numbers.includes(number))
  })
}

/**
 * What may be said of a wrong answer while it can still be changed: the feedback of the options and
 * known misconceptions that were chosen. What an author wrote for any wrong answer is left out, since
 * it explains the right one, and so is every one in which a right answer stands.
 */
export function hintsTo(question: AuthoredQuestion, seed: string, value: unknown): string[] {
  if (tellsKey(question)) return []
  const offered = offeredBy(question).flatMap(({ isKey, text }) => (isKey && text ? [text] : []))
  const keys = [...offered, ...acceptedBy(question)]
  const said = pickedBy(question, seed, value).flatMap(({ isKey, feedback }) =>
    !isKey && feedback && !saysOneOf(feedback, keys) ? [feedback] : [],
  )
  return [...new Set(said)]
}
