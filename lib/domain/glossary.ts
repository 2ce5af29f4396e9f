import type { Term } from './course'
import { plain, searchable } from './search-words'

const collator = new Intl.Collator('en', { numeric: true })

const spaced = (text: string) => searchable(text).trim().replace(/ +/g, ' ')

/** A text as it is compared: its words, and once more with those in one that a sign joins. */
const readings = (text: string) => [
  spaced(text),
  spaced(plain(text).replace(/(?<=[\p{L}\p{Nd}])[^\s\p{L}\p{Nd}.](?=[\p{L}\p{Nd}])/gu, '')),
]

/**
 * The terms that hold `query` in a name of any language or in the definition, by alphabet. Words are
 * compared as the search does it, but by any of their letters: “xray” and “x ray” are in “X-rays”.
 */
export function termsMatching(terms: readonly Term[], query: string): Term[] {
  const wanted = readings(query).filter((reading) => reading !== '')
  return terms
    .filter(({ term, zh = '', fr = '', definition }) => {
      const texts = [term, zh, fr, definition].flatMap(readings)
      return query === '' || wanted.some((reading) => texts.some((text) => text.includes(reading)))
    })
    .sort((a, b) => collator.compare(a.term, b.term))
}
