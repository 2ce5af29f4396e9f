import { z } from 'zod'
import { fraction, ONE, ZERO } from '@/lib/domain/fraction'
import { firstOf, keyField, rekeyed } from './key-fields'
import type { KindModule } from './kind'
import { choicesOf, textField } from './options'

const schema = z.strictObject({
  kind: z.literal('true-false'),
  key: z.boolean().describe('Whether the statement in the prompt is true.'),
  feedback: textField.describe('Why the other answer is wrong.'),
  labels: z
    .strictObject({ true: textField, false: textField })
    .default({ true: 'True', false: 'False' })
    .describe('The two answers in the language of the course.'),
})
type Authored = z.infer<typeof schema>

const choices = ({ key, feedback, labels }: Authored) =>
  choicesOf(
    (['true', 'false'] as const).map((id) => ({ id, text: labels[id], feedback })),
    [String(key)],
  )

export type TrueFalse = 'true' | 'false'
export interface TrueFalseFace {
  labels: { true: string; false: string }
}

export const trueFalse: KindModule<typeof schema, TrueFalseFace, TrueFalse> = {
  schema,
  response: z.enum(['true', 'false']),
  rule: () => 'one-right',
  face: ({ labels }) => ({ labels: { true: labels.true, false: labels.false } }),
  mark({ key, feedback, labels }, response) {
    const isRight = response === String(key)
    return {
      share: isRight ? ONE : ZERO,
      parts: [
        {
          ref: response ?? '',
          label: null,
          given: response === null ? null : labels[response],
          expected: key ? labels.true : labels.false,
          verdict: response === null ? 'blank' : isRight ? 'right' : 'wrong',
          feedback: response !== null && !isRight ? feedback : null,
        },
      ],
    }
  },
  guess: () => fraction(1, 2),
  offered: choices,
  picked: (question, response) => choices(question).filter(({ id }) => id === response),
  nameless: (_question, response) => response,
  keyFields: ({ key, feedback, labels }) => [
    keyField({
      name: 'key',
      word: 'key',
      input: 'one',
      options: (['true', 'false'] as const).map((value) => ({ value, text: labels[value] })),
      initial: [String(key)],
    }),
    keyField({ name: 'feedback', word: 'feedback', input: 'text', initial: [feedback] }),
  ],
  rekey(_question, texts) {
    const key = firstOf(texts, 'key')
    const feedback = firstOf(texts, 'feedback')
    return rekeyed(
      { key: key === 'true' || key === 'false' ? null : 'keyUnknown' },
      { key: key === 'true', feedback },
    )
  },
  fromForm(_face, form) {
    const [value] = form.values()
    return value === 'true' || value === 'false' ? value : null
  },
}
