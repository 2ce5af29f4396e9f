import { z } from 'zod'
import type { Kind } from './kind'
import { idField, textField } from './options'
import { kinds } from './registry'

export const BLOOM = ['remember', 'understand', 'apply', 'analyse', 'evaluate', 'create'] as const

export const evidenceSchema = z.strictObject({
  lesson: idField.describe('The lesson (its file name without .md) in which the sentence stands.'),
  quote: textField.describe(
    'Words copied exactly from one sentence of the lesson: the sentence that answers the question.',
  ),
})

const common = {
  id: idField.describe('Permanent. Never changed or reused once learners have seen the question.'),
  title: z.string().trim().min(1).max(60).describe('A few words for lists: Place of the meeting.'),
  prompt: textField.describe('The question as the learner reads it.'),
  points: z.int().min(1).max(20).default(1).describe('What a full answer earns.'),
  basis: z
    .enum(['article', 'fact'])
    .describe('Whether the key is what the article says, or what is known. Never both.'),
  objective: idField.describe('The id of the learning objective that this question checks.'),
  bloom: z.enum(BLOOM).describe("Bloom's level of what is asked."),
  explanation: textField.describe('Why the right answer is right, for everybody, after answering.'),
  facts: z
    .array(z.string().regex(/^[A-Z]\d{1,3}$/, 'A fact id is a capital letter and a number: A4.'))
    .default([])
    .describe('The facts that the answer rests on.'),
  sentences: z
    .array(z.string().regex(/^S\d{2}$/, 'A sentence of the article is written S01, S02, …'))
    .default([])
    .describe('The sentences of the article that the answer rests on.'),
  evidence: z
    .array(evidenceSchema)
    .min(1, 'Every question points to the sentence that answers it.')
    .max(6),
}

/** What an author writes. Unknown keys are refused. */
export const questionSchema = z.discriminatedUnion('kind', [
  kinds['single-choice'].schema.extend(common),
  kinds['multiple-response'].schema.extend(common),
  kinds['true-false'].schema.extend(common),
  kinds.numeric.schema.extend(common),
  kinds['short-text'].schema.extend(common),
  kinds.matching.schema.extend(common),
  kinds.ordering.schema.extend(common),
  kinds.cloze.schema.extend(common),
])
export type AuthoredQuestion = z.infer<typeof questionSchema>
export type Authored<K extends Kind> = Extract<AuthoredQuestion, { kind: K }>
