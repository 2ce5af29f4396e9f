import { z } from 'zod'
import { type Fraction, fraction, multiply, ONE, sum, ZERO } from '@/lib/domain/fraction'
import { asOptions, idsOf, keyField, rekeyed } from './key-fields'
import type { KindModule, Part } from './kind'
import { namelessOf } from './nameless'
import { choicesOf, inOrder, optionsField, othersOf } from './options'
import type { ChoiceFace } from './single-choice'

const schema = z.strictObject({
  kind: z.literal('multiple-response'),
  options: optionsField,
  key: z.array(z.string()).min(1).describe('The ids of all right options.'),
  scoring: z
    .enum(['right-minus-wrong', 'all-or-nothing'])
    .default('right-minus-wrong')
    .describe(
      'Right minus wrong, divided by the number of keys, never below 0; or all or nothing.',
    ),
})

type Authored = z.infer<typeof schema>

/** The share for so many right and wrong options ticked. */
function shareOf({ key, scoring }: Authored, right: number, wrong: number): Fraction {
  if (scoring === 'all-or-nothing') return right === key.length && wrong === 0 ? ONE : ZERO
  return fraction(Math.max(0, right - wrong), key.length)
}

/** The mean share of all ways to tick at least one option, each as likely: 4,095 at the most. */
function guessOf(question: Authored): Fraction {
  const { options, key } = question
  const ways = 2 ** options.length - 1
  const keys = options.reduce((bits, { id }, at) => bits | (key.includes(id) ? 1 << at : 0), 0)
  const bitsIn = (bits: number) => options.filter((_option, at) => bits & (1 << at)).length
  const shares = Array.from({ length: ways }, (_, at) =>
    shareOf(question, bitsIn((at + 1) & keys), bitsIn((at + 1) & ~keys)),
  )
  return multiply(sum(shares), fraction(1, ways))
}

/**
 * Partial credit is max(0, right - wrong) / keys, the rule of Canvas classic quizzes and H5P: ticking
 * everything earns nothing as long as there are at least as many distractors as keys.
 */
export const multipleResponse: KindModule<typeof schema, ChoiceFace, string[]> = {
  schema,
  response: z.array(z.string().max(64)).min(1).max(12),
  rule: ({ scoring }) => scoring,
  face: ({ options }, code, seed, isFixed) => ({
    options: inOrder(options, seed, isFixed).map(({ id, text }) => ({ id: code(id), text })),
  }),
  mark(question, response, code) {
    const { options, key } = question
    const ticked = new Set(response ?? [])
    let right = 0
    let wrong = 0
    const parts = options.flatMap((option): Part[] => {
      const ref = code(option.id)
      const isKey = key.includes(option.id)
      const isTicked = ticked.has(ref)
      if (isTicked && isKey) right++
      if (isTicked && !isKey) wrong++
      if (!isTicked && !isKey) return []
      return [
        {
          ref,
          label: null,
          given: isTicked ? option.text : null,
          expected: isKey ? option.text : null,
          verdict: isTicked ? (isKey ? 'right' : 'wrong') : 'missed',
          feedback: isTicked && !isKey ? (option.feedback ?? null) : null,
        },
      ]
    })
    const others = othersOf(options, ({ id }) => key.includes(id) || ticked.has(code(id)))
    return { share: shareOf(question, right, wrong), parts, others }
  },
  guess: guessOf,
  offered: ({ options, key }) => choicesOf(options, key),
  picked: ({ options, key }, response, code) =>
    choicesOf(options, key).filter(({ id }) => response.includes(code(id))),
  nameless({ options }, response, code) {
    const codes = options.map(({ id }) => code(id))
    return response.map((each) => namelessOf(codes, each))
  },
  keyFields: ({ options, key }) => [
    keyField({
      name: 'key',
      word: 'keys',
      input: 'several',
      options: asOptions(options),
      initial: [...key],
    }),
  ],
  rekey({ options }, texts) {
    const { ids, fault } = idsOf(texts, 'key', options)
    return rekeyed({ key: fault }, { key: ids })
  },
  fromForm({ options }, form) {
    const sent = form.values()
    const ticked = options.filter(({ id }) => sent.includes(id)).map(({ id }) => id)
    return ticked.length > 0 ? ticked : null
  },
}
