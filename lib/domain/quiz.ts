import { z } from 'zod'
import { factsSchema, MODES } from './course'
import { questionSchema } from './question/question'

const passageSchema = z.object({
  lesson: z.string(),
  lessonTitle: z.string(),
  // Versions that were published before this was kept do not have it.
  articleSentence: z.string().nullable().default(null),
  section: z.string(),
  sentenceId: z.string(),
  before: z.string(),
  sentence: z.string(),
  after: z.string(),
  quote: z.string(),
})

/**
 * A published version of a quiz: everything that is needed to ask it, to score it and to explain
 * every score, even when its lesson has changed since. It is written once and never altered.
 */
export const quizVersionSchema = z.object({
  course: z.object({ slug: z.string(), title: z.string() }),
  slug: z.string(),
  title: z.string(),
  short: z.string(),
  summary: z.string(),
  lesson: z.object({ slug: z.string(), title: z.string(), number: z.int() }).nullable(),
  modes: z.array(z.enum(MODES)),
  perPage: z.int().min(1),
  minutes: z.int(),
  /** Per cent of the points; null where nobody passes or fails. */
  pass: z.int().nullable().default(null),
  questions: z.array(questionSchema).min(1),
  /**
   * Which questions never stand on one paper: those that the same sentence of a lesson answers, and
   * in versions since then also those that rest on the same sentence of the source document. A
   * version keeps its own, so that papers under way stay as they were drawn.
   */
  apart: z.enum(['passages', 'sentences']).default('passages'),
  /** Slots with the ids that one question each is drawn from; empty where all are asked. */
  draw: z.array(z.array(z.string()).min(1)).default([]),
  /** By question id: where its answer stands. */
  passages: z.record(z.string(), z.array(passageSchema)),
  /** The facts that the questions rest on, as they were known when the version was published. */
  facts: factsSchema.shape.facts,
})
export type QuizVersion = z.infer<typeof quizVersionSchema>
