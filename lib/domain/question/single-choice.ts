import { z } from 'zod'
import { fraction, ONE, ZERO } from '@/lib/domain/fraction'
import type { KindModule } from './kind'
import { choicesOf, inOrder, optionsField, othersOf } from './options'

const schema = z.strictObject({
  kind: z.literal('single-choice'),
  options: optionsField,
  key: z.string().describe('The id of the one right option.'),
})
export interface ChoiceFace {
  options: { id: string; text: string }[]
}

export const singleChoice: KindModule<typeof schema, ChoiceFace, string> = {
  schema,
  response: z.string().min(1).max(64),
  rule: () => 'one-right',
  face: ({ options }, code, seed, isFixed) => ({
    options: inOrder(options, seed, isFixed).map(({ id, text }) => ({ id: code(id), text })),
  }),
  mark({ options, key }, response, code) {
    const chosen = options.find(({ id }) => code(id) === response)
    const right = options.find(({ id }) => id === key)
    const isRight = chosen !== undefined && chosen === right
    return {
      share: isRight ? ONE : ZERO,
      parts: [
        {
          ref: chosen ? code(chosen.id) : '',
          label: null,
          given: chosen?.text ?? null,
          expected: right?.text ?? null,
          verdict: chosen ? (isRight ? 'right' : 'wrong') : 'blank',
          feedback: isRight ? null : (chosen?.feedback ?? null),
        },
      ],
      others: othersOf(options, (option) => option === chosen || option === right),
    }
  },
  guess: ({ options }) => fraction(1, options.length),
  offered: ({ options, key }) => choicesOf(options, [key]),
  picked: ({ options, key }, response, code) =>
    choicesOf(options, [key]).filter(({ id }) => code(id) === response),
  fromForm: ({ options }, form) =>
    form.values().find((value) => options.some(({ id }) => id === value)) ?? null,
}
