import type { Course } from './course-content'
import { type Block, type Lesson, plainText, runsOf, type Sentence, sentenceText } from './lesson'

type PassageKind = 'lesson' | 'term' | 'fact' | 'event' | 'figure'

/** One thing that a search can find, with the address that leads to it. */
export interface SearchPassage {
  kind: PassageKind
  /** Inside the course, such as `lessons/smile#s-1a2b3c4d`. */
  href: string
  /** What stands around it: a lesson's title, or nothing. */
  context: string
  title: string
  text: string
}

const textOf = (run: readonly Sentence[]) => run.map(sentenceText).join(' ')

function ofBlock(lesson: Lesson, section: string, block: Block): SearchPassage[] {
  const context = lesson.head.title
  const here = `lessons/${lesson.slug}`
  if (block.type === 'figure') {
    const { id, title, caption, description } = block.figure
    const text = `${caption} ${description}`
    return [{ kind: 'figure', href: `${here}#figure-${id}`, context, title, text }]
  }
  return runsOf(block).flatMap((run): SearchPassage[] => {
    const [first] = run
    if (!first || plainText(first.content).trim() === '') return []
    const href = `${here}#${first.id}`
    return [{ kind: 'lesson', href, context, title: section, text: textOf(run) }]
  })
}

/** Everything in a course that can be searched, in the order of the course. No question is in it. */
export function searchPassages(course: Course): SearchPassage[] {
  return [
    ...course.lessons.flatMap((lesson) =>
      lesson.sections.flatMap(({ title, blocks }) =>
        blocks.flatMap((block) => ofBlock(lesson, title, block)),
      ),
    ),
    ...course.terms.map(
      ({ id, term, zh, fr, definition }): SearchPassage => ({
        kind: 'term',
        href: `glossary#term-${id}`,
        context: '',
        title: [term, zh, fr].filter((name) => name !== undefined).join(' · '),
        text: definition,
      }),
    ),
    ...course.events.map(
      ({ id, date, title, text }): SearchPassage => ({
        kind: 'event',
        href: `timeline#${id}`,
        context: date,
        title,
        text,
      }),
    ),
    ...course.facts.map(
      ({ id, text }): SearchPassage => ({
        kind: 'fact',
        href: `sources#fact-${id}`,
        context: '',
        title: id,
        text,
      }),
    ),
  ]
}

/** A query longer than this is cut: nobody types it, and the database has better things to do. */
export const LONGEST_QUERY = 120

/** What was typed, as it is searched: without what Postgres cannot store, and not too long. */
export const readQuery = (typed: string | undefined): string =>
  (typed ?? '')
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .trim()
    .slice(0, LONGEST_QUERY)
    .trim()

/**
 * The query as words of which each may go on: “solar magneto” finds solar-wind magnetosphere. Null
 * where the reader used the signs of an exact search: quotation marks, minus, or.
 */
export function prefixQuery(query: string): string | null {
  if (/["“”]|(^|\s)-\S|\sor\s/iu.test(query)) return null
  const words = query.match(/[\p{L}\p{N}]+/gu) ?? []
  return words.length === 0 ? null : words.map((word) => `${word}:*`).join(' & ')
}

/** A found passage, its text shortened to what was looked for. */
export interface SearchHit extends Omit<SearchPassage, 'text'> {
  /** Alternately what was not and what was looked for: the odd places are the matches. */
  pieces: string[]
}

const BEFORE = 90
const LENGTH = 260

/** The end of `text` from a word's beginning on, at most `most` characters long. */
const tail = (text: string, most: number) =>
  text.length <= most ? text : `… ${text.slice(-most).replace(/^\S*\s+/, '')}`
const head = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/, '')} …`

/**
 * A long text around its first match: up to 90 characters before and about 260 in all, cut between
 * words. `pieces` are alternately what was not and what was looked for, and so is the answer.
 */
export function excerpt(pieces: readonly string[]): string[] {
  const [first = '', ...others] = pieces
  if (others.length === 0) return [head(first, LENGTH)]
  const kept = [tail(first, BEFORE)]
  let left = LENGTH - (kept[0] ?? '').length
  for (const [at, piece] of others.entries()) {
    const isMatch = at % 2 === 0
    if (isMatch && left < piece.length) break
    kept.push(isMatch ? piece : head(piece, left))
    left -= piece.length
    if (left <= 0) break
  }
  return kept
}
