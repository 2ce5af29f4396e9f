import { CERTAINTIES, type Certainty } from './certainty'
import { type PublishedQuestion, readForm, type StoredResponse } from './question/publish'

/** The form of one page of an open attempt, as it arrives: a list of texts under each name. */
type Texts = Record<string, string[] | string>

export interface PageEntry {
  questionId: string
  value: StoredResponse | null
  base: number
  /** How many milliseconds ago it was given, where the page knows. */
  age: number | null
  /** How sure the learner is, where the page asks. */
  certainty?: Certainty
}

export interface PageForm {
  page: number
  /** The button: previous, next, save, review, check, or page:<n>. */
  go: string
  /** The question whose flag is turned over, or ''. */
  flag: string
  /** An ordering's button, "<question> <code> up|down" or "<question> keep", or ''. */
  move: string
  /** Whether the learner has been told that a question is not finished, and means it. */
  isSure: boolean
  /** How many tries of a question the page knew of. */
  seenTries(questionId: string): number
  /** What the form says to a question, or null where it says nothing. */
  entryFor(question: PublishedQuestion): PageEntry | null
}

const listOf = (texts: Texts, name: string): string[] => {
  const found = texts[name]
  return found === undefined ? [] : Array.isArray(found) ? found : [found]
}

/** No answer is written more often, and Postgres could not count it. */
const MOST = 1_000_000

/**
 * Reads a page's form. A page or version that is no number becomes the smallest that makes sense; an
 * age that is none counts as unknown, since 0 would make the answer newer than any other.
 */
export function readPageForm(texts: Texts): PageForm {
  const first = (name: string) => listOf(texts, name)[0] ?? ''
  const whole = (name: string, least: number) => {
    const number = Number(first(name))
    return Number.isSafeInteger(number) && number >= least ? Math.min(number, MOST) : least
  }
  const ageOf = (name: string) => {
    const text = first(name)
    return /^\d{1,15}$/.test(text) ? Number(text) : null
  }
  const move = first('move')
  return {
    page: whole('page', 1),
    go: first('go'),
    flag: first('flag'),
    move,
    isSure: first('sure') === '1',
    seenTries: (questionId) => whole(`t.${questionId}`, 0),
    entryFor(question) {
      // The version field tells that the question stood on the page at all.
      if (texts[`v.${question.id}`] === undefined) return null
      const pressed = move.startsWith(`${question.id} `) ? move.slice(question.id.length + 1) : null
      const value = readForm(question, {
        values: (suffix) =>
          listOf(texts, suffix === undefined ? `r.${question.id}` : `r.${question.id}.${suffix}`),
        pressed,
      })
      const base = whole(`v.${question.id}`, 0)
      const certainty = CERTAINTIES.find((each) => String(each) === first(`c.${question.id}`))
      return {
        questionId: question.id,
        value,
        base,
        age: ageOf(`age.${question.id}`),
        ...(certainty !== undefined && { certainty }),
      }
    },
  }
}

/** The question that an ordering's button belongs to, or null. */
export const moveOf = ({ move }: PageForm): string | null => move.split(' ')[0] || null

/** Where a button leads: the review, or a page from 1 to `last`. */
export function targetOf({ go, page }: PageForm, last: number): number | 'review' {
  if (go === 'review') return 'review'
  if (go === 'next' && page >= last) return 'review'
  const asked = go.startsWith('page:')
    ? Number(go.slice(5))
    : page + (go === 'next' ? 1 : go === 'previous' ? -1 : 0)
  return Math.min(Math.max(Number.isSafeInteger(asked) ? asked : page, 1), last)
}
