import { z } from 'zod'
import { ONE, ZERO } from '@/lib/domain/fraction'
import { isListed } from '@/lib/domain/typed'
import type { KindModule } from './kind'
import { textField } from './options'

export const answerField = z.string().trim().min(1).max(120)

/** Answers of a known misconception, with why they are wrong. */
export const wrongAnswersField = z
  .array(z.strictObject({ answers: z.array(answerField).min(1), feedback: textField }))
  .default([])

const schema = z.strictObject({
  kind: z.literal('short-text'),
  key: answerField.describe('The right answer, as it is shown afterwards.'),
  accept: z
    .array(answerField)
    .default([])
    .describe('Other answers that are as right: short forms, spellings, synonyms.'),
  wrong: wrongAnswersField.describe('Known wrong answers, each with why it is wrong.'),
  feedback: textField.describe('For any other wrong answer: what to look for.'),
})

/** Typing is forgiven (see `normalise`); names and digits are not guessed at. */
export const shortText: KindModule<typeof schema, object, string> = {
  schema,
  response: z.string().trim().min(1).max(200),
  rule: () => 'listed-answer',
  face: () => ({}),
  mark({ key, accept, wrong, feedback }, response) {
    const isRight = response !== null && isListed(response, [key, ...accept])
    const known =
      response === null ? undefined : wrong.find(({ answers }) => isListed(response, answers))
    return {
      share: isRight ? ONE : ZERO,
      parts: [
        {
          ref: '',
          label: null,
          given: response,
          expected: key,
          verdict: response === null ? 'blank' : isRight ? 'right' : 'wrong',
          feedback: response === null || isRight ? null : (known?.feedback ?? feedback),
        },
      ],
    }
  },
  fromForm: (_face, form) => form.values()[0]?.trim().slice(0, 200) || null,
}
