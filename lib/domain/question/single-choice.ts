import { z } from 'zod'
import { fraction, ONE, ZERO } from '@/lib/domain/fraction'
import { asOptions, idsOf, keptKey, keyField, rekeyed } from './key-fields'
import type { KindModule } from './kind'
import { namelessOf } from './nameless'
import { acceptField, choicesOf, inOrder, optionsField, othersOf } from './options'

const schema = z.strictObject({
  kind: z.literal('single-choice'),
  options: optionsField,
  key: z.string().describe('The id of the one right option.'),
  accept: acceptField,
})
type Authored = z.infer<typeof schema>

/** All options that count as right: one, until a teacher accepts another as well. */
const keysOf = ({ key, accept = [] }: Authored) => [key, ...accept]

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
  mark(question, response, code) {
    const { options } = question
    const chosen = options.find(({ id }) => code(id) === response)
    const right = options.filter(({ id }) => keysOf(question).includes(id))
    const isRight = chosen !== undefined && right.includes(chosen)
    return {
      share: isRight ? ONE : ZERO,
      parts: [
        {
          ref: chosen ? code(chosen.id) : '',
          label: null,
          given: chosen?.text ?? null,
          expected: isRight ? chosen.text : right.map(({ text }) => text).join(' / ') || null,
          verdict: chosen ? (isRight ? 'right' : 'wrong') : 'blank',
          feedback: isRight ? null : (chosen?.feedback ?? null),
        },
      ],
      others: othersOf(options, (option) => option === chosen || right.includes(option)),
    }
  },
  guess: (question) => fraction(keysOf(question).length, question.options.length),
  offered: (question) => choicesOf(question.options, keysOf(question)),
  picked: (question, response, code) =>
    choicesOf(question.options, keysOf(question)).filter(({ id }) => code(id) === response),
  nameless: ({ options }, response, code) =>
    namelessOf(
      options.map(({ id }) => code(id)),
      response,
    ),
  keyFields: (question) => [
    keyField({
      name: 'key',
      word: 'keys',
      input: 'several',
      options: asOptions(question.options),
      initial: keysOf(question),
    }),
  ],
  rekey({ options, key }, texts) {
    const { ids, fault } = idsOf(texts, 'key', options)
    return rekeyed({ key: fault }, keptKey(key, ids))
  },
  fromForm: ({ options }, form) =>
    form.values().find((value) => options.some(({ id }) => id === value)) ?? null,
}
