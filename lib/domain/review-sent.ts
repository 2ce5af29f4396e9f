import { z } from 'zod'
import { idField } from './question/options'
import type { ReviewAnswer } from './review-set'
import { storedResponseSchema } from './save'

/** An answer that was given without a network, on its way to the server: nobody could mark it at once. */
export const reviewSentSchema = z
  .strictObject({
    id: z.uuid(),
    courseSlug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/),
    questionId: idField,
    versionId: z.uuid(),
    turn: z.int().min(1).max(1_000_000),
    value: storedResponseSchema,
    age: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
    timeZone: z.string().max(64).nullable(),
  })
  .transform((sent): ReviewAnswer => ({ ...sent, isFinal: true }))
