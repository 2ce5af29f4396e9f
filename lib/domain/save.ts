import { z } from 'zod'
import { CERTAINTIES, type Certainty } from './certainty'
import type { StoredResponse } from './question/publish'
import { opened, type Sent } from './sent'

const text = z.string().max(600)

/** The shapes that an answer of any kind may have on its way to the server; null is blank. */
export const storedResponseSchema: z.ZodType<StoredResponse | null> = z
  .union([text, z.array(text).max(50), z.record(z.string().max(64), text)])
  .nullable()

/** The same with how sure the learner is, where that is asked. */
export const sentSchema: z.ZodType<Sent> = z.union([
  storedResponseSchema,
  z.strictObject({ answer: storedResponseSchema, certainty: z.literal([...CERTAINTIES]) }),
])

/** What a save request carries. */
export const saveSchema = z
  .strictObject({
    value: sentSchema,
    base: z.int().min(0).max(1_000_000),
    flagged: z.boolean().optional(),
    /** How many milliseconds ago it was given, by the device's own clocks. */
    age: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  })
  .transform(({ value: sent, ...save }) => {
    const { value, certainty } = opened(sent)
    return { ...save, value, ...(certainty !== null && { certainty }) }
  })

/**
 * What became of a save. `newer-exists` brings the answer that stands and how long ago it was given;
 * `late` was given before the end and is kept aside for the teacher.
 */
export type SaveOutcome =
  | { state: 'saved'; version: number; savedAt: Date }
  | {
      state: 'newer-exists'
      value: StoredResponse | null
      /** Where it was said. */
      certainty?: Certainty
      version: number
      ageMs: number
    }
  | { state: 'late' }
  | { state: 'closed' }
  | { state: 'not-found' }
