import { z } from 'zod'
import type { Lesson } from './lesson'

/** Where somebody stopped in a lesson. */
export interface LessonPlace {
  lessonSlug: string
  /** The id of a section, a heading or a sentence. */
  anchor: string
  at: Date
}

/** A place on its way to the server; null: the end was reached. */
export const placeSchema = z.strictObject({
  anchor: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .nullable(),
  /** How many milliseconds ago somebody was there. */
  age: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
})

/** Whether a lesson has a section, a heading or a sentence of this id. */
export const hasAnchor = ({ sections }: Lesson, anchor: string): boolean =>
  // Ids of sentences are long hashes: they stand nowhere else in a lesson.
  JSON.stringify(sections).includes(`"id":"${anchor}"`)
