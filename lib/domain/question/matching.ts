import { z } from 'zod'
import { fraction } from '@/lib/domain/fraction'
import { shuffle } from '@/lib/domain/seed'
import { asOptions, firstOf, keyField, rekeyed } from './key-fields'
import type { Choice, KeyFault, KindModule, Part } from './kind'
import { namelessFields, namelessOf } from './nameless'
import { choicesOf, fieldsField, idField, textField } from './options'

const schema = z.strictObject({
  kind: z.literal('matching'),
  rows: z
    .array(z.strictObject({ id: idField, text: textField }))
    .min(2)
    .max(10)
    .describe('The terms on the left.'),
  choices: z
    .array(
      z.strictObject({
        id: idField,
        text: textField,
        feedback: textField.describe('What this belongs to, for those who put it elsewhere.'),
      }),
    )
    .min(2)
    .max(12)
    .describe('What can be chosen on the right; more choices than rows make distractors.'),
  key: z.record(z.string(), z.string()).describe('For each row id, the id of its choice.'),
})
type Authored = z.infer<typeof schema>

/** For each row, all that can be put beside it. */
const choicesIn = ({ rows, choices, key }: Authored): Choice[] =>
  rows.flatMap(({ id, text }) => choicesOf(choices, [key[id] ?? ''], { part: id, label: text }))

export interface MatchingFace {
  rows: { id: string; text: string }[]
  choices: { id: string; text: string }[]
}

/** Each pair earns an equal share of the points. */
export const matching: KindModule<typeof schema, MatchingFace, Record<string, string>> = {
  schema,
  response: fieldsField(64),
  rule: () => 'each-pair',
  face: ({ rows, choices }, code, seed) => ({
    rows: shuffle(rows, `${seed}/rows`).map(({ id, text }) => ({ id: code(`row ${id}`), text })),
    choices: shuffle(choices, `${seed}/choices`).map(({ id, text }) => ({
      id: code(`choice ${id}`),
      text,
    })),
  }),
  mark({ rows, choices, key }, response, code) {
    const parts = rows.map((row): Part => {
      const ref = code(`row ${row.id}`)
      const given = choices.find(({ id }) => code(`choice ${id}`) === response?.[ref])
      const isRight = given !== undefined && given.id === key[row.id]
      return {
        ref,
        label: row.text,
        given: given?.text ?? null,
        expected: choices.find(({ id }) => id === key[row.id])?.text ?? null,
        verdict: given ? (isRight ? 'right' : 'wrong') : 'blank',
        feedback: given && !isRight ? given.feedback : null,
      }
    })
    const right = parts.filter(({ verdict }) => verdict === 'right').length
    return { share: fraction(right, rows.length), parts }
  },
  feedbackIsKey: true,
  // Each row is a guess among all choices, and the rows share the points.
  guess: ({ choices }) => fraction(1, choices.length),
  offered: (question) => choicesIn(question).filter(({ isKey }) => isKey),
  picked: (question, response, code) =>
    choicesIn(question).filter(
      ({ part, id }) => response[code(`row ${part}`)] === code(`choice ${id}`),
    ),
  nameless({ rows, choices }, response, code) {
    const left = rows.map(({ id }) => code(`row ${id}`))
    const right = choices.map(({ id }) => code(`choice ${id}`))
    return namelessFields(response, (field, text) =>
      left.includes(field) ? namelessOf(right, text) : null,
    )
  },
  keyFields: ({ rows, choices, key }) =>
    rows.map(({ id, text }) =>
      keyField({
        name: `row:${id}`,
        word: 'partner',
        of: text,
        input: 'one',
        options: asOptions(choices),
        initial: [key[id] ?? ''],
      }),
    ),
  rekey({ rows, choices }, texts) {
    const pairs = rows.map(({ id }) => [id, firstOf(texts, `row:${id}`)] as const)
    const faults = pairs.map(([id, choice]): [string, KeyFault | null] => [
      `row:${id}`,
      choices.some((each) => each.id === choice) ? null : 'keyUnknown',
    ])
    return rekeyed(Object.fromEntries(faults), { key: Object.fromEntries(pairs) })
  },
  fromForm({ rows, choices }, form) {
    const pairs = rows.flatMap(({ id }) => {
      const [value] = form.values(id)
      return choices.some((choice) => choice.id === value) && value ? [[id, value] as const] : []
    })
    return pairs.length > 0 ? Object.fromEntries(pairs) : null
  },
}
