import { z } from 'zod'

/** Whom a gradebook shows: of the whole class, or of one quiz where it is sorted by that. */
export const GRADEBOOK_FILTERS = ['idle', 'below', 'missing', 'late'] as const
export type GradebookFilter = (typeof GRADEBOOK_FILTERS)[number]

/** In which order a gradebook stands, and whom it shows. */
export interface GradebookView {
  /** `name`, `total`, or the id of an assignment. */
  sort: string
  /** From Z to A, from the highest to the lowest. */
  isDown: boolean
  filter: GradebookFilter | null
}

export const BY_NAME: GradebookView = { sort: 'name', isDown: false, filter: null }

/** Where the next page begins: after this student. */
export interface GradebookPlace {
  /** By what the view is sorted, in billionths; -1 without a grade, 0 by name. */
  value: number
  name: string
  id: string
}

const one = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((text) => (Array.isArray(text) ? text[0] : text), schema)

const viewSchema = z.object({
  sort: one(z.union([z.literal('total'), z.uuid()]).catch('name')),
  order: one(z.literal('down').nullable().catch(null)),
  show: one(z.enum(GRADEBOOK_FILTERS).nullable().catch(null)),
})
const placeSchema = z.object({
  value: one(z.coerce.number().pipe(z.int().min(-1).max(1_000_000_000))),
  name: one(z.string().max(80)),
  after: one(z.uuid()),
})

/** The view that an address names; whatever it does not name rightly is as at first. */
export function readView(query: object): GradebookView {
  const { sort, order, show } = viewSchema.parse(query)
  return { sort, isDown: order === 'down', filter: show }
}

/** The place in the address of a next page, or null on the first one. */
export function readPlace(query: object): GradebookPlace | null {
  const { success, data } = placeSchema.safeParse(query)
  return success ? { value: data.value, name: data.name, id: data.after } : null
}

/** What follows the `?` of the address that `readView` and `readPlace` read. */
export function queryOf({ sort, isDown, filter }: GradebookView, place?: GradebookPlace): string {
  const fields: Record<string, string> = {
    ...(sort !== 'name' && { sort }),
    ...(isDown && { order: 'down' }),
    ...(filter && { show: filter }),
    ...(place && { value: String(place.value), name: place.name, after: place.id }),
  }
  return Object.entries(fields)
    .map(([name, text]) => `${name}=${encodeURIComponent(text)}`)
    .join('&')
}
