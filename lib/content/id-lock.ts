import type { Course, Problem } from '@/lib/domain/course-content'
import { choiceGroups } from './choices'
import { problem } from './wording'

/** What answers, readings and citations are kept under, once a learner may have met it. */
const NOUNS = [
  'lesson',
  'quiz',
  'objective',
  'fact',
  'term',
  'event',
  'question',
  'choice',
] as const
type Noun = (typeof NOUNS)[number]

/** One line of content/ids.lock: an id with what it stood for when it was locked. */
export interface LockedId {
  course: string
  noun: Noun
  /** Of a choice: question, group and choice, such as `m-01/options/a`. */
  id: string
  /** The words by which reuse is recognised: a title, an option's text, the kind of a question. */
  words: string
  /** Out of use, and never to be used again. */
  isRetired: boolean
}

export const LOCK_FILE = 'content/ids.lock'

const LINE = new RegExp(
  `^(retired )?([a-z0-9-]+) (${NOUNS.join('|')}) ([\\w-]+(?:/[\\w.-]+)*)(?: (\\S.*))?$`,
)

const HEAD = `# Every id under which answers are kept, with what it stands for. An id never changes and is never
# given to something else. “npm run content:ids” adds what is new; to take an id out of use, write
# “retired ” before its line.
`

export const keyOf = ({ noun, id }: Pick<LockedId, 'noun' | 'id'>): string => `${noun} ${id}`

/** The lock as text, sorted, so that a change shows as one line. */
export function printLock(ids: readonly LockedId[]): string {
  const lines = ids.map(({ course, noun, id, words, isRetired }) =>
    `${isRetired ? 'retired ' : ''}${course} ${noun} ${id} ${words}`.trimEnd(),
  )
  const bare = (line: string) => line.replace(/^retired /, '')
  lines.sort((a, b) => (bare(a) < bare(b) ? -1 : 1))
  return `${HEAD}${lines.join('\n')}\n`
}

/** The lock from its text; lines that cannot be read are problems, and then nothing is locked. */
export function readLock(text: string): { ids: LockedId[] | null; problems: Problem[] } {
  const ids: LockedId[] = []
  const problems: Problem[] = []
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    const [, retired, course = '', noun, id = '', words = ''] = LINE.exec(line) ?? []
    const known = NOUNS.find((each) => each === noun)
    if (known) ids.push({ course, noun: known, id, words, isRetired: retired !== undefined })
    else {
      const message = 'This line cannot be read. Take it back from the last version that was good.'
      problems.push(problem(LOCK_FILE, '', message, at + 1))
    }
  }
  return { ids: problems.length > 0 ? null : ids, problems }
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Every id that the course uses now. */
export function idsOf(course: Course): LockedId[] {
  const locked = (noun: Noun, id: string, words: string): LockedId => ({
    course: course.slug,
    noun,
    id,
    words: oneLine(words),
    isRetired: false,
  })
  const questions = course.quizzes.flatMap(({ file }) => file.questions)
  return [
    ...course.lessons.flatMap(({ slug, head }) => [
      locked('lesson', slug, head.title),
      ...head.objectives.map(({ id, text }) => locked('objective', id, text)),
    ]),
    ...course.quizzes.map(({ slug, file }) => locked('quiz', slug, file.title)),
    ...course.facts.map(({ id, text }) => locked('fact', id, text)),
    ...course.terms.map(({ id, term }) => locked('term', id, term)),
    ...course.events.map(({ id, title }) => locked('event', id, title)),
    ...questions.flatMap((question) => [
      locked('question', question.id, `${question.kind}: ${question.title}`),
      ...choiceGroups(question).flatMap(({ path, choices }) =>
        choices.map(({ id, text }) => locked('choice', `${question.id}/${path}/${id}`, text)),
      ),
    ]),
  ]
}

/**
 * The lock with what is new in `current`, each id once. Lines that stand keep their words, but for
 * those in `same` (a course and a key, as the check prints them), whose new words an author has
 * declared to mean the same.
 */
export function mergeLock(
  standing: readonly LockedId[],
  current: readonly LockedId[],
  same: readonly string[],
): LockedId[] {
  const at = (entry: LockedId) => `${entry.course} ${keyOf(entry)}`
  const now = new Map(current.map((entry) => [at(entry), entry]))
  const known = new Set(standing.map(at))
  const kept = standing.map((entry) => {
    const words = same.includes(at(entry)) ? now.get(at(entry))?.words : undefined
    return { ...entry, words: words ?? entry.words }
  })
  const fresh = current.filter((entry) => !known.has(at(entry)) && now.get(at(entry)) === entry)
  return [...kept, ...fresh]
}
