import { isShown, NAME_LENGTH } from './name'
import { MISSING_POLICIES, type Weighed, type Weighting } from './weighting'

export const MOST_WEIGHT = 1000
export const MOST_CATEGORIES = 20
/** The rows of a form in which further categories can be written. */
export const NEW_CATEGORIES = ['new1', 'new2', 'new3'] as const

type Texts = Record<string, string[] | undefined>

/** How a class is weighed, as a form has it: categories without an id are new. */
export interface NewWeighting extends Omit<Weighting, 'categories'> {
  categories: { id: string | null; name: string; weight: number }[]
  assignments: (Weighed & { assignmentId: string })[]
}

/** What is wrong, by its field; each a key of the catalogue's `errors`. */
export type WeightingFault = 'weight' | 'name' | 'categoryTwice' | 'categoryMany' | 'choice'

const first = (texts: Texts, name: string) => texts[name]?.[0]?.trim().normalize('NFC') ?? ''

/**
 * How a class is to be weighed by what a form says, over how it is now: a category whose name is empty
 * goes, and what belonged to it belongs to none. Refused field by field, all at once.
 */
export function readWeighting(
  texts: Texts,
  now: Weighting & { assignments: readonly { assignmentId: string }[] },
):
  | { ok: true; value: NewWeighting }
  | { ok: false; faults: Partial<Record<string, WeightingFault>> } {
  const faults: Partial<Record<string, WeightingFault>> = {}
  const weightOf = (name: string): number => {
    const text = first(texts, name)
    const weight = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
    if (weight <= MOST_WEIGHT) return weight
    faults[name] = 'weight'
    return 0
  }
  const missing = MISSING_POLICIES.find((each) => each === first(texts, 'missing'))
  if (!missing) faults.missing = 'choice'
  const keys = [...now.categories.map(({ id }) => id), ...NEW_CATEGORIES]
  const categories = keys.flatMap((key) => {
    const name = first(texts, `name-${key}`)
    if (name === '') return []
    if (name.length > NAME_LENGTH || !isShown(name)) faults[`name-${key}`] = 'name'
    const id = now.categories.some((each) => each.id === key) ? key : null
    return [{ key, id, name, weight: weightOf(`weight-${key}`) }]
  })
  const names = new Set<string>()
  for (const { key, name } of categories) {
    if (names.has(name.toLowerCase())) faults[`name-${key}`] ??= 'categoryTwice'
    names.add(name.toLowerCase())
  }
  const tooMany = categories[MOST_CATEGORIES]
  if (tooMany) faults[`name-${tooMany.key}`] ??= 'categoryMany'
  const otherWeight = weightOf('otherWeight')
  const assignments = now.assignments.map(({ assignmentId }) => {
    const chosen = first(texts, `category-${assignmentId}`)
    if (chosen !== '' && !now.categories.some(({ id }) => id === chosen))
      faults[`category-${assignmentId}`] = 'choice'
    const stays = categories.some(({ id }) => id !== null && id === chosen)
    const weight = weightOf(`weight-${assignmentId}`)
    return { assignmentId, categoryId: stays ? chosen : null, weight }
  })
  if (!missing || Object.keys(faults).length > 0) return { ok: false, faults }
  return {
    ok: true,
    value: {
      missing,
      otherWeight,
      categories: categories.map(({ key: _, ...category }) => category),
      assignments,
    },
  }
}
