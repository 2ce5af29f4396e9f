import { z } from 'zod'
import type { CourseFile, Fact, QuizFile, Term, TimelineEvent } from './course'
import { INTERACTIONS, type Lesson } from './lesson'
import { textField } from './question/options'

const placeSchema = z.tuple([z.number(), z.number()])

/** figures/<id>.yaml: the words that stand with a figure. The drawing is the .svg beside it. */
export const figureSchema = z.strictObject({
  title: textField.describe('What the figure shows, in a few words.'),
  caption: textField.describe('The line under the figure.'),
  description: z
    .string()
    .trim()
    .min(1, 'This text is empty.')
    .max(2000)
    .describe('The whole figure in words, for those who cannot see it.'),
  scale: z
    .string()
    .regex(
      /^(Drawn to scale: \S.*|Not to scale\.?)$/s,
      'Write “Drawn to scale: …” with what is to scale, or “Not to scale”.',
    )
    .describe('Whether lengths in the figure can be compared.'),
  facts: z
    .array(z.string().regex(/^[A-Z]\d{1,3}$/, 'A fact id is a capital letter and a number: A4.'))
    .describe('The facts that the figure draws.'),
  interaction: z
    .enum(INTERACTIONS)
    .optional()
    .describe('How the figure answers its reader, where it does.'),
  steps: z
    .array(
      z.strictObject({
        wide: placeSchema.describe('x and y in the wide drawing.'),
        narrow: placeSchema.describe('x and y in the narrow drawing.'),
        text: textField.describe('What is told of this place.'),
      }),
    )
    .default([])
    .describe('For “interaction: steps”: the places that a ring goes to, in their order.'),
  key: z
    .array(
      z.strictObject({
        mark: textField.describe('A small drawing, <svg …>…</svg>, or a sample without words.'),
        text: textField.describe('What the mark means.'),
      }),
    )
    .describe('What the marks in the figure mean; may be empty.'),
})

/** A course as its files say it, read and put in order. */
export interface Course {
  slug: string
  file: CourseFile
  /** In the order of the course, without its stages. */
  lessons: Lesson[]
  quizzes: { slug: string; file: QuizFile }[]
  facts: Fact[]
  terms: Term[]
  /** In the order of the file, which is that of time; empty where the course has none. */
  events: TimelineEvent[]
}

/** One thing to mend in a course's files, said to a person who does not program. */
export interface Problem {
  file: string
  /** The field or the place inside the file: `questions.place.key`, or '' for the whole file. */
  path: string
  line?: number
  message: string
}
