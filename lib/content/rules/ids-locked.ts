import { wordsOf } from '@/lib/content/article-prints'
import { idsOf, keyOf, LOCK_FILE, type LockedId } from '@/lib/content/id-lock'
import type { Material, Rule } from '@/lib/content/material'
import { negationsIn } from '@/lib/content/negation'
import type { Problem } from '@/lib/domain/course-content'

const said = (path: string, message: string): Problem => ({ file: LOCK_FILE, path, message })

/** Words that any two sentences share. */
const FILLERS = new Set(
  'a an the in on at of to for by with from and or as is are was were be it its that this'.split(
    ' ',
  ),
)

/** Numbers as they are written, whole: 121,000 and 5,000 share nothing. */
const numbersOf = (text: string) => text.match(/\d+(?:[.,\u00a0\u202f ]\d+)*/g) ?? []

const shared = (a: readonly string[], b: readonly string[]) => {
  const [old, fresh] = [new Set(a), new Set(b)]
  return {
    count: [...old].filter((each) => fresh.has(each)).length,
    least: Math.min(old.size, fresh.size),
  }
}

/**
 * A mended text keeps at least half of its words that say something, counted in the shorter of the
 * two; it says no as often, and where both give numbers, one of them is the same.
 */
const readsAlike = (before: string, now: string) => {
  if (negationsIn(before) !== negationsIn(now)) return false
  const numbers = shared(numbersOf(before), numbersOf(now))
  if (numbers.least > 0 && numbers.count === 0) return false
  const telling = (text: string) => wordsOf(text).filter((word) => !FILLERS.has(word))
  const words = shared(telling(before), telling(now))
  return words.count * 2 >= words.least
}

/** A question's kind stands before its title: a response of one kind is none of another. */
const kindOf = ({ noun, words }: LockedId) => (noun === 'question' ? words.split(':', 1)[0] : '')
const textOf = ({ noun, words }: LockedId) =>
  noun === 'question' ? words.slice(words.indexOf(':') + 1) : words

function changes(before: LockedId, now: LockedId): Problem[] {
  const key = keyOf(before)
  const name = `The ${before.noun} “${before.id}”`
  if (before.isRetired)
    return [said(key, `${name} was taken out of use. Give what is new an id of its own.`)]
  if (kindOf(before) !== kindOf(now))
    return [
      said(
        key,
        `${name} was of the kind ${kindOf(before)} and is now ${kindOf(now)}: answers that were given no longer fit. Give it a new id.`,
      ),
    ]
  if (readsAlike(textOf(before), textOf(now))) return []
  return [
    said(
      key,
      `${name} was “${textOf(before).trim()}” and is now “${textOf(now).trim()}”. Give something new an id of its own; if it is still the same, run: npm run content:ids -- --same "${before.course} ${key}"`,
    ),
  ]
}

function unlocked(course: Material, now: readonly LockedId[], locked: ReadonlySet<string>) {
  const fresh = now.map(keyOf).filter((key) => !locked.has(key))
  if (fresh.length === 0) return []
  const some = fresh.slice(0, 3).join(', ') + (fresh.length > 3 ? ', …' : '')
  const count = fresh.length === 1 ? '1 id is' : `${fresh.length} ids are`
  return [said(course.slug, `${count} not locked yet: ${some}. Run: npm run content:ids`)]
}

/** Ids once published never vanish, change their meaning or come back for something else. */
export const rule: Rule = (course) => {
  if (!course.locked) return []
  const now = idsOf(course)
  const current = new Map(now.map((entry) => [keyOf(entry), entry]))
  const isWhole = course.faulty.size === 0
  return [
    ...course.locked.flatMap((before) => {
      const entry = current.get(keyOf(before))
      if (entry) return changes(before, entry)
      if (before.isRetired || !isWhole) return []
      const message = `The ${before.noun} “${before.id}” is gone. Put it back, or write “retired ” before its line here.`
      return [said(keyOf(before), message)]
    }),
    ...unlocked(course, now, new Set(course.locked.map(keyOf))),
  ]
}
