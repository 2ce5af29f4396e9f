import { z } from 'zod'
import { fraction } from '@/lib/domain/fraction'
import { shuffle } from '@/lib/domain/seed'
import { asOptions, firstOf, keyField, rekeyed } from './key-fields'
import type { Choice, Code, KeyFault, KindModule, Part } from './kind'
import { namelessOf } from './nameless'
import { idField, textField } from './options'
import { moved } from './order'

const schema = z.strictObject({
  kind: z.literal('ordering'),
  items: z
    .array(
      z.strictObject({
        id: idField,
        text: textField,
        note: textField.describe('Shown after answering: the date or reason for its place.'),
      }),
    )
    .min(3)
    .max(10)
    .describe('What is to be put in order.'),
  key: z.array(z.string()).min(3).describe('The item ids in the right order, first to last.'),
})
type Authored = z.infer<typeof schema>
export interface OrderingFace {
  items: { id: string; text: string }[]
}

const isPermutation = (order: readonly string[], codes: readonly string[]) =>
  order.length === codes.length && codes.every((id) => order.includes(id))

/** What stands directly after each item but the last of the right order, in an order of ids. */
const neighbours = ({ items, key }: Authored, order: readonly string[]): Choice[] => {
  const textOf = (id: string | undefined) => items.find((item) => item.id === id)?.text
  return key.slice(0, -1).map((part, place) => {
    const follower = order[order.indexOf(part) + 1]
    return {
      part,
      label: textOf(part) ?? null,
      id: follower ?? '',
      text: textOf(follower) ?? '',
      isKey: follower === key[place + 1],
      feedback: null,
    }
  })
}
const decoded = (key: readonly string[], response: readonly string[], code: Code) =>
  response.flatMap((each) => key.find((id) => code(id) === each) ?? [])

/** Where `seed` happens to give the right order, the first item goes last: nothing is a present. */
function shown(items: Authored['items'], key: readonly string[], seed: string) {
  const order = shuffle(items, seed)
  const [first, ...rest] = order
  return first && order.every(({ id }, place) => id === key[place]) ? [...rest, first] : order
}

/**
 * Partial credit for neighbours: each item but the last that is followed directly by the right one
 * earns an equal share, the "relative to the next item" rule of Moodle's ordering question.
 */
export const ordering: KindModule<typeof schema, OrderingFace, string[]> = {
  schema,
  response: z.array(z.string().max(64)).min(3).max(10),
  rule: () => 'each-neighbour',
  face: ({ items, key }, code, seed) => ({
    items: shown(items, key, seed).map(({ id, text }) => ({ id: code(id), text })),
  }),
  mark({ items, key }, response, code) {
    const codes = key.map(code)
    const order = response !== null && isPermutation(response, codes) ? response : null
    const textOf = (id: string | undefined) =>
      items.find((each) => each.id === id || code(each.id) === id)?.text ?? null
    // A row for each share that can be earned: an item, and what stands directly after it.
    const parts = key.slice(0, -1).map((id, place): Part => {
      const at = order?.indexOf(code(id)) ?? -1
      const follower = order?.[at + 1]
      const isRight = follower !== undefined && at >= 0 && follower === codes[place + 1]
      return {
        ref: code(id),
        label: textOf(id),
        given: order ? (textOf(follower) ?? '—') : null,
        expected: textOf(key[place + 1]),
        verdict: order ? (isRight ? 'right' : 'wrong') : 'blank',
        feedback: null,
      }
    })
    const right = parts.filter(({ verdict }) => verdict === 'right')
    const noted = key.flatMap((id) => items.find((item) => item.id === id) ?? [])
    return {
      share: fraction(right.length, key.length - 1),
      parts,
      order: noted.map(({ text, note }) => `${text} (${note})`),
    }
  },
  // Two items are neighbours in the right sense in one of `items` orders of all.
  guess: ({ items }) => fraction(1, items.length),
  offered: (question) => neighbours(question, question.key),
  picked: (question, response, code) =>
    isPermutation(response, question.key.map(code))
      ? neighbours(question, decoded(question.key, response, code))
      : [],
  nameless({ key }, response, code) {
    const codes = key.map(code)
    return response.map((each) => namelessOf(codes, each))
  },
  keyFields: ({ items, key }) =>
    key.map((id, at) =>
      keyField({
        name: `place:${at + 1}`,
        word: 'place',
        of: String(at + 1),
        input: 'one',
        options: asOptions(items),
        initial: [id],
      }),
    ),
  rekey({ items }, texts) {
    const key = items.map((_item, at) => firstOf(texts, `place:${at + 1}`))
    const faults = key.map((id, at): [string, KeyFault | null] => [
      `place:${at + 1}`,
      !items.some((item) => item.id === id)
        ? 'keyUnknown'
        : key.indexOf(id) < at
          ? 'keyTwice'
          : null,
    ])
    return rekeyed(Object.fromEntries(faults), { key })
  },
  fromForm({ items }, form) {
    const codes = items.map(({ id }) => id)
    const sent = form.values()
    const order = isPermutation(sent, codes) ? sent : codes
    const [id = '', direction] = (form.pressed ?? '').split(' ')
    if (direction === 'up') return moved(order, id, -1)
    if (direction === 'down') return moved(order, id, 1)
    const touched = form.values('set')[0] === '1' || form.pressed === 'keep'
    return touched ? order : null
  },
}
