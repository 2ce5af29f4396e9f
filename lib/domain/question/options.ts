import { z } from 'zod'

export const idField = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'An id has small letters, digits and hyphens, at most 40.')

export const textField = z.string().trim().min(1, 'This text is empty.').max(600)

/** Options of a choice: the wrong ones say why they are wrong. */
export const optionsField = z
  .array(
    z.strictObject({
      id: idField.describe('Never changed or reused once learners have seen the question.'),
      text: textField.describe('What the learner reads.'),
      feedback: textField
        .optional()
        .describe('Why this option is wrong, for those who choose it. Every wrong option needs it.'),
    }),
  )
  .min(2, 'A choice needs at least two options.')
  .max(12)
  .describe('The options, right and wrong; their order is shuffled for each learner.')
