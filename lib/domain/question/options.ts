import { z } from 'zod'
import { shuffle } from '@/lib/domain/seed'
import type { Choice, OtherOption } from './kind'

export const idField = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'An id has small letters, digits and hyphens, at most 40.')

export const textField = z.string().trim().min(1, 'This text is empty.').max(600)

/**
 * An answer of several fields, each by its code. A field that was emptied again is left out, so that
 * it doesn't take the others with it; an answer without any field is none.
 *
 * @param longest how many characters a field may have
 */
export const fieldsField = (longest: number) =>
  z
    .record(z.string().max(64), z.string().trim().max(longest))
    .transform((fields) => Object.fromEntries(Object.entries(fields).filter(([, text]) => text)))
    .refine((fields) => Object.keys(fields).length > 0)

/** Options of a choice: the wrong ones say why they are wrong. */
export const optionsField = z
  .array(
    z.strictObject({
      id: idField.describe('Never changed or reused once learners have seen the question.'),
      text: textField.describe('What the learner reads.'),
      feedback: textField
        .optional()
        .describe(
          'Why this option is wrong, for those who choose it. Every wrong option needs it.',
        ),
    }),
  )
  .min(2, 'A choice needs at least two options.')
  .max(12)
  .describe('The options, right and wrong; their order is shuffled for each learner.')
export type Option = z.infer<typeof optionsField>[number]

/** Never written by an author: who wants several right options asks for several. */
export const acceptField = z
  .array(z.string())
  .min(1)
  .optional()
  .describe('Not for authors: what a teacher accepted afterwards. Write a multiple response.')
/** Options in the order of the seed or, where they are fixed, as their author wrote them. */
export const inOrder = <Item>(options: readonly Item[], seed: string, isFixed: boolean): Item[] =>
  isFixed ? [...options] : shuffle(options, seed)

/** The options as an analysis counts them: the wrong ones with their feedback. */
export const choicesOf = (
  options: readonly Option[],
  keys: readonly string[],
  { part, label }: Pick<Choice, 'part' | 'label'> = WHOLE,
): Choice[] =>
  options.map(({ id, text, feedback }) => {
    const isKey = keys.includes(id)
    return { part, label, id, text, isKey, feedback: isKey ? null : (feedback ?? null) }
  })

/** Answers that belong to no part of their question. */
export const WHOLE = { part: '', label: null }

/** Those of the options that are wrong and were not chosen, with why. */
export const othersOf = (
  options: readonly Option[],
  isMeant: (option: Option) => boolean,
): OtherOption[] =>
  options.flatMap((option) =>
    option.feedback && !isMeant(option) ? [{ text: option.text, why: option.feedback }] : [],
  )
