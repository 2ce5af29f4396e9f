import { z } from 'zod'
import type { StoredResponse } from './question/publish'

const text = z.string().max(600)

/** The shapes that an answer of any kind may have on its way to the server; null is blank. */
export const storedResponseSchema: z.ZodType<StoredResponse | null> = z
  .union([text, z.array(text).max(50), z.record(z.string().max(64), text)])
  .nullable()

/** What a save request carries. */
export const saveSchema = z.strictObject({
  value: storedResponseSchema,
  base: z.int().min(0).max(1_000_000),
  flagged: z.boolean().optional(),
  /** How many milliseconds ago it was given, by the device's own clocks. */
  age: z.int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
})

/**
 * What became of a save. `newer-exists` brings the answer that stands and how long ago it was given;
 * `late` was given before the end and is kept aside for the teacher.
 */
export type SaveOutcome =
  | { state: 'saved'; version: number; savedAt: Date }
  | { state: 'newer-exists'; value: StoredResponse | null; version: number; ageMs: number }
  | { state: 'late' }
  | { state: 'closed' }
  | { state: 'not-found' }
