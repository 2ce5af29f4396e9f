import { type Fraction, fraction, fromDecimal } from './fraction'

/**
 * A typed answer in the form in which answers are compared: Unicode NFKC, one kind of apostrophe
 * and dash, single spaces, no spaces round a dash, lower case, no full stop at the end.
 * Nothing here is fuzzy: a different letter or digit stays different.
 */
export function normalise(text: string): string {
  return text
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\u00B4/g, "'")
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201B\u02BC\u02B9\u2032\u0060]/g, "'")
    .replace(/[\u201C\u201D\u201E\u00AB\u00BB]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?- ?/g, '-')
    .replace(/[\s.!]+$/, '')
    .trim()
    .toLowerCase()
}

/** Whether what was typed is one of the listed answers, by `normalise` on both sides. */
export const isListed = (typed: string, listed: readonly string[]): boolean =>
  listed.some((answer) => normalise(answer) === normalise(typed))

const GROUPED = /^\d{1,3}(?:([., '])\d{3})(?:\1\d{3})*$/

function readings(text: string): string[] {
  const plain = text.replaceAll(' ', '')
  if (/ /.test(text) && !/^-?\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/.test(text)) return []
  const sign = plain.startsWith('-') ? '-' : ''
  const digits = plain.slice(sign.length)
  const found: string[] = []
  if (/^\d+$/.test(digits)) found.push(digits)
  if (/^\d*[.,]\d+$/.test(digits)) found.push(digits.replace(',', '.'))
  if (GROUPED.test(digits)) found.push(digits.replace(/[.,']/g, ''))
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(digits)) found.push(digits.replaceAll(',', ''))
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(digits))
    found.push(digits.replaceAll('.', '').replace(',', '.'))
  return found.map((reading) => sign + reading)
}

/** What is commonly written as a word, each at the place of its number. */
const WORDS = [
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen'],
  ...['nineteen', 'twenty'],
]
const readWord = (text: string): Fraction[] | null =>
  WORDS.includes(text) ? [fraction(WORDS.indexOf(text))] : null

/**
 * Every exact number that a learner may have meant, none where the text is no number. Decimal comma
 * and point, grouping by space, thin space, comma or point, a real minus, a trailing unit and the
 * English words from zero to twenty are understood. "1,234" has two readings, 1.234 and 1234, and
 * both are returned.
 *
 * @param units spellings of the unit that may follow the number, compared by `normalise`
 */
export function readNumber(typed: string, units: readonly string[] = []): Fraction[] {
  let text = normalise(typed).replace(/^\+/, '')
  // Before a unit is cut off: "seven" ends in the sign for newton.
  const word = readWord(text)
  if (word) return word
  for (const unit of units.map(normalise).sort((a, b) => b.length - a.length)) {
    if (unit !== '' && text.endsWith(unit)) {
      text = text.slice(0, -unit.length).trim()
      break
    }
  }
  return readWord(text) ?? readings(text).flatMap((reading) => fromDecimal(reading) ?? [])
}
