/** A letter without its accents and in its plainest form, where that takes no other room. */
const bare = (sign: string) => {
  const letter = sign.normalize('NFKD').replace(/\p{M}/gu, '')
  return letter.length === sign.length ? letter : sign
}

/**
 * A text as it is compared: without case and accents, every apostrophe the typed one. It is as long
 * as `text.normalize('NFC')`, place for place, so what is found in it can be shown in the text.
 */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[^ -~]/gu, bare)
    .replace(/[\u2018\u2019]/g, "'")
    .toLowerCase()

const blank = (signs: string) => ' '.repeat(signs.length)

/**
 * The words of a text as they are searched: plain letters and digits, and blanks for all the signs
 * between them, but for a decimal point. Left alone, Postgres takes the curly quotation mark before a
 * word for a letter of it, or not, as its host's locale has it. As long as what is `plain`.
 */
export const searchable = (text: string): string =>
  plain(text).replace(/(?<!\d)\.|\.(?!\d)|[^\p{L}\p{Nd}.]/gu, blank)

/** A query longer than this is cut: nobody types it, and the database has better things to do. */
export const LONGEST_QUERY = 120

/** What was typed, as it is searched: without what Postgres cannot store, and not too long. */
export const readQuery = (typed: string | undefined): string =>
  (typed ?? '')
    .trim()
    .slice(0, LONGEST_QUERY)
    // After the cut, which may leave half of a character behind.
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .trim()

/** More words than these are not looked for: each costs the database work. */
export const MOST_WORDS = 8

/** A query in the ways in which it is looked for. */
export interface Asked {
  /** As search engines read it: quotation marks, minus and “or” have their meaning. */
  whole: string
  /** Its words, each once and without those to leave out; the last may go on, where none is exact. */
  words: string[]
  /** All of these words; null where the reader used the signs of an exact search, or no word. */
  begun: string | null
  /** A name in Chinese, Japanese or Korean, which stands without blanks: as it is, or null. */
  within: string | null
  /** Whether there were more words than are looked for. */
  isCut: boolean
}

const EXACT = /"|(^|\s)-|\sor\s/
const UNCUT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
/** A word or several between quotation marks, with or without a minus before. */
const TERM = /-?"[^"]*"?|[^\s"]+/g

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{Nd}.]+/gu) ?? []

/** The terms of a query without those said again (but after an “or”), up to `MOST_WORDS` words. */
function termsOf(query: string): { terms: string[]; isCut: boolean } {
  const terms: string[] = []
  let left = MOST_WORDS
  let isCut = false
  for (const term of query.match(TERM) ?? []) {
    const words = wordsIn(term)
    const said = terms.slice(terms.lastIndexOf('or') + 1)
    if (words.length === 0 || said.includes(term)) continue
    if (term === 'or') {
      if (said.length > 0) terms.push(term)
      continue
    }
    isCut ||= words.length > left
    // Less of what is to be left out would leave out more.
    if (words.length > left && (left === 0 || term.startsWith('-'))) continue
    terms.push(words.length > left ? `"${words.slice(0, left).join(' ')}"` : term)
    left -= Math.min(words.length, left)
  }
  return { terms: terms.at(-1) === 'or' ? terms.slice(0, -1) : terms, isCut }
}

export function asked(query: string): Asked {
  // A minus before a word leaves it out; any other hyphen only joins two words.
  const typed = plain(query)
    .replace(/[\u201C-\u201E\u00AB\u00BB]/g, '"')
    .replace(/(?<=[^\s"])-|-(?![\p{L}\p{Nd}"])|(?<!\d)\.|\.(?!\d)|[^\p{L}\p{Nd}".-]/gu, blank)
  const { terms, isCut } = termsOf(typed)
  const whole = terms.join(' ')
  const isExact = EXACT.test(whole)
  const wanted = terms.filter((term) => term !== 'or' && !term.startsWith('-'))
  const words = [...new Set(wanted.flatMap(wordsIn))]
  const last = words.at(-1) ?? ''
  if (!isExact && /^\p{L}{3}/u.test(last)) words.splice(-1, 1, `${last}:*`)
  const name = wordsIn(searchable(query)).join(' ')
  return {
    whole,
    words,
    begun: isExact || words.length === 0 ? null : words.join(' & '),
    within: UNCUT.test(name) && [...name].length > 1 ? name : null,
    isCut,
  }
}
