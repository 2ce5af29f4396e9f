import type { Course } from './course-content'
import {
  type Block,
  type Lesson,
  openRunsOf,
  plainText,
  type Section,
  type Sentence,
  sentenceText,
} from './lesson'

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

const asSentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`

/** A lesson as a whole: what it is called, what it is about and what one can do after it. */
const ofLesson = ({ slug, head }: Lesson): SearchPassage => ({
  kind: 'lesson',
  href: `lessons/${slug}`,
  context: '',
  title: head.title,
  text: [head.summary, ...head.objectives.map(({ text }) => asSentence(text))].join(' '),
})

const ofHeading = (lesson: Lesson, id: string, title: string): SearchPassage => ({
  kind: 'lesson',
  href: `lessons/${lesson.slug}#${id}`,
  context: lesson.head.title,
  title,
  text: '',
})

function ofSection(lesson: Lesson, { id, title, blocks }: Section): SearchPassage[] {
  let heading = title
  return [
    ofHeading(lesson, id, title),
    ...blocks.flatMap((block) => {
      if (block.type !== 'heading') return ofBlock(lesson, heading, block)
      heading = block.text
      return [ofHeading(lesson, block.id, block.text)]
    }),
  ]
}

function ofBlock(lesson: Lesson, heading: string, block: Block): SearchPassage[] {
  const context = lesson.head.title
  const here = `lessons/${lesson.slug}`
  if (block.type === 'figure') {
    const { id, title, caption, description } = block.figure
    const text = `${caption} ${description}`
    return [{ kind: 'figure', href: `${here}#figure-${id}`, context, title, text }]
  }
  return openRunsOf(block).flatMap((run): SearchPassage[] => {
    const [first] = run
    if (!first || plainText(first.content).trim() === '') return []
    const href = `${here}#${first.id}`
    return [{ kind: 'lesson', href, context, title: heading, text: textOf(run) }]
  })
}

/** Everything in a course that can be searched, in the order of the course. No question is in it. */
export function searchPassages(course: Course): SearchPassage[] {
  return [
    ...course.lessons.flatMap((lesson) => [
      ofLesson(lesson),
      ...lesson.sections.flatMap((section) => ofSection(lesson, section)),
    ]),
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

/** A found passage, its text shortened to what was looked for. */
export interface SearchHit extends Omit<SearchPassage, 'text'> {
  /** Alternately what was not and what was looked for: the odd places are the matches. */
  pieces: string[]
}

/** What a course holds for a query. */
export interface Found {
  hits: SearchHit[]
  /** Whether no place has all the words, and these have some of them. */
  isPartial: boolean
  /** Whether there were more words than are looked for. */
  isCut: boolean
  /** Where no place has all the words: those that nothing in the course has. */
  unknown: string[]
}

export type SearchRejection = 'busy' | 'tooMany'

const SPREAD = 20
const OF_ONE_SECTION = 2

/** Hits in their order, but that at most two of the first twenty stand under the same heading. */
export function spread<Hit extends Pick<SearchHit, 'href' | 'title'>>(hits: readonly Hit[]): Hit[] {
  const counts = new Map<string, number>()
  const first: Hit[] = []
  const others: Hit[] = []
  for (const hit of hits) {
    const section = `${hit.href.split('#')[0]}#${hit.title}`
    const count = counts.get(section) ?? 0
    const isFirst = first.length < SPREAD && count < OF_ONE_SECTION
    counts.set(section, count + 1)
    ;(isFirst ? first : others).push(hit)
  }
  return [...first, ...others]
}
