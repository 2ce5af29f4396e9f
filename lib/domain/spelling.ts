import type { Course } from './course-content'
import { edits } from './edits'
import { type SearchPassage, searchPassages } from './search'
import { plain, searchable } from './search-words'

/** The words of a course by their plain letters: how each is written, and how often. */
export type Vocabulary = ReadonlyMap<string, { written: string; count: number }>

const JOINED = /\p{L}+(?:[-'\u2010\u2011\u2013]\p{L}+)*/gu

/** All words of these passages; those that a sign joins count one by one and as one, too. */
export function wordsOf(passages: readonly Pick<SearchPassage, 'title' | 'text'>[]): Vocabulary {
  const known = new Map<string, { written: string; count: number }>()
  const add = (letters: string, written: string) => {
    const { written: before, count } = known.get(letters) ?? { written, count: 0 }
    // A capital letter that is not always there only begins a sentence.
    const isLower = written === written.toLowerCase()
    known.set(letters, { written: isLower ? written : before, count: count + 1 })
  }
  for (const { title, text } of passages) {
    const shown = `${title}\n${text}`.normalize('NFC')
    // As long as what is shown, place for place.
    for (const { 0: word, index } of plain(shown).matchAll(JOINED)) {
      const pieces = [...word.matchAll(/\p{L}+/gu)]
      for (const { 0: piece, index: at } of pieces)
        add(piece, shown.slice(index + at, index + at + piece.length))
      if (pieces.length > 1) add(pieces.join(''), shown.slice(index, index + word.length))
    }
  }
  return known
}

const kept = new WeakMap<Course, Vocabulary>()

/** The words of what can be searched of a course; read once for each course as it is loaded. */
export function vocabularyOf(course: Course): Vocabulary {
  const vocabulary = kept.get(course) ?? wordsOf(searchPassages(course))
  kept.set(course, vocabulary)
  return vocabulary
}

/** How many slips of the finger are forgiven in a word: none in short ones, which are too alike. */
const slipsIn = (word: string) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

function meant(word: string, vocabulary: Vocabulary): string | null {
  if (!/^\p{L}{4,}$/u.test(word)) return null
  const most = slipsIn(word)
  let best = { written: null as string | null, far: most, count: 0 }
  for (const [letters, { written, count }] of vocabulary) {
    if (Math.abs(letters.length - word.length) > best.far) continue
    const far = edits(word, letters)
    if (far < best.far || (far === best.far && count > best.count)) best = { written, far, count }
  }
  return best.written
}

/**
 * The query with the nearest words of the course in the place of those that it does not have, and
 * everything else as it was typed; null where nothing is near.
 */
export function corrected(
  query: string,
  unknown: readonly string[],
  vocabulary: Vocabulary,
): string | null {
  if (unknown.length === 0) return null
  const shown = query.normalize('NFC')
  const nearest = new Map(unknown.map((word) => [word, meant(word, vocabulary)]))
  let result = ''
  let at = 0
  for (const { 0: word, index } of searchable(query).matchAll(/\S+/g)) {
    const better = nearest.get(word) ?? null
    const end = index + word.length
    result += shown.slice(at, index) + (better ?? shown.slice(index, end))
    at = end
  }
  result += shown.slice(at)
  return plain(result) === plain(shown) ? null : result
}
