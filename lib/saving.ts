import { z } from 'zod'
import { type SaveOutcome, saveSchema } from '@/lib/domain/save'
import { packed } from '@/lib/domain/sent'

/** The most bytes that a save may have. */
export const LONGEST_SAVE = 16_384

/** Of which attempt and question an address speaks. */
export const placeSchema = z.object({
  attemptId: z.uuid(),
  questionId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
})

/** What the text of a request carries, or null where it is no save. */
export function readSave(text: string): z.output<typeof saveSchema> | null {
  try {
    return saveSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

export interface Reply {
  status: number
  body: object
}

const replies: {
  [S in SaveOutcome['state']]: (outcome: Extract<SaveOutcome, { state: S }>) => Reply
} = {
  saved: ({ version, savedAt }) => ({ status: 200, body: { version, savedAt } }),
  'newer-exists': ({ value, certainty, version, ageMs }) => ({
    status: 412,
    body: { value: packed(value, certainty ?? null), version, ageMs },
  }),
  late: () => ({ status: 202, body: { state: 'late' } }),
  closed: () => ({ status: 409, body: { error: 'closed' } }),
  'not-found': () => ({ status: 404, body: { error: 'not-found' } }),
}

/** How an outcome is told to the page that saved. */
export const replyTo = (outcome: SaveOutcome): Reply =>
  (replies[outcome.state] as (outcome: SaveOutcome) => Reply)(outcome)
