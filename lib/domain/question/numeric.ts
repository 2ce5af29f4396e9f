import { z } from 'zod'
import { type Fraction, fromDecimal, isWithin, ONE, ZERO } from '@/lib/domain/fraction'
import { normalise, readNumber } from '@/lib/domain/typed'
import { firstOf, keyField, rekeyed } from './key-fields'
import type { Choice, KindModule } from './kind'
import { NAMELESS } from './nameless'
import { textField, WHOLE } from './options'

const decimal = z
  .union([z.number(), z.string()])
  .transform(String)
  .refine((text) => fromDecimal(text) !== null, 'Write a plain decimal such as 8.7 or 121000.')

const schema = z.strictObject({
  kind: z.literal('numeric'),
  key: decimal.describe('The right number, as a plain decimal.'),
  tolerance: decimal
    .refine((text) => !text.startsWith('-'), 'A tolerance is 0 or more.')
    .describe('How far from the key still counts as right; 0 where only the key counts.'),
  unit: z.string().max(40).describe('The unit, as shown after the field: years, km, %.'),
  spellings: z.array(z.string().max(40)).default([]).describe('Other spellings of the unit.'),
  wrong: z
    .array(z.strictObject({ value: decimal, feedback: textField }))
    .default([])
    .describe('Numbers that come from a known misconception, each with why it is wrong.'),
  feedback: textField.describe('For any other wrong number: where the right one comes from.'),
})
type Authored = z.infer<typeof schema>
export interface NumericFace {
  unit: string
  spellings: string[]
}

const exact = (text: string): Fraction => fromDecimal(text) ?? ZERO

/** 121000, 1000 and km become “121,000 ± 1,000 km”. */
function shown(key: string, tolerance: string, unit: string): string {
  const grouped = (text: string) =>
    text.replace('-', '\u2212').replace(/\d(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, '$&,')
  const range = exact(tolerance).n === 0 ? '' : ` ± ${grouped(tolerance)}`
  return `${grouped(key)}${range} ${unit}`.trim()
}

/** What a typed answer means: whether it is a number, the right one, or one that was foreseen. */
function read({ key, tolerance, unit, spellings, wrong }: Authored, response: string | null) {
  const meant = response === null ? [] : readNumber(response, [unit, ...spellings])
  const near = (value: string, by: Fraction) =>
    meant.find((number) => isWithin(number, exact(value), by))
  const right = near(key, exact(tolerance))
  const known = wrong.find(({ value }) => near(value, ZERO))
  return { meant, right, known: right ? undefined : known }
}

const idOf = ({ n, d }: Fraction) => `${n}/${d}`
const keyOf = ({ key, tolerance, unit }: Authored): Choice => ({
  ...WHOLE,
  id: idOf(exact(key)),
  text: shown(key, tolerance, unit),
  isKey: true,
  feedback: null,
})

export const numeric: KindModule<typeof schema, NumericFace, string> = {
  schema,
  response: z.string().trim().min(1).max(80),
  rule: () => 'within-tolerance',
  face: ({ unit, spellings }) => ({ unit, spellings: [...spellings] }),
  mark(question, response) {
    const { key, tolerance, unit, feedback } = question
    const { meant, right, known } = read(question, response)
    const isRight = right !== undefined
    // No author foresees what is no number: their reasons are for numbers.
    const isRead = meant.length > 0
    return {
      share: isRight ? ONE : ZERO,
      parts: [
        {
          ref: '',
          label: null,
          given: response,
          expected: shown(key, tolerance, unit),
          verdict:
            response === null ? 'blank' : isRight ? 'right' : isRead ? 'wrong' : 'not-a-number',
          feedback: isRead && !isRight ? (known?.feedback ?? feedback) : null,
        },
      ],
    }
  },
  guess: () => ZERO,
  offered: (question) => [keyOf(question)],
  picked(question, response) {
    const { meant, right, known } = read(question, response)
    const number = right ?? meant[0]
    return [
      {
        ...WHOLE,
        id: number ? idOf(number) : normalise(response),
        text: response,
        isKey: right !== undefined,
        feedback: known?.feedback ?? null,
      },
    ]
  },
  nameless(question, response) {
    const { right, known } = read(question, response)
    if (right) return question.key
    if (!known) return NAMELESS
    // “1.234” may mean 1234 as well; with one more nought after the point it does not.
    const written = [known.value, `${known.value}0`]
    return written.find((each) => read(question, each).known === known) ?? NAMELESS
  },
  keyFields: ({ key, tolerance, feedback }) => [
    keyField({ name: 'key', word: 'value', initial: [key] }),
    keyField({ name: 'tolerance', word: 'tolerance', initial: [tolerance] }),
    keyField({ name: 'feedback', word: 'feedback', input: 'text', initial: [feedback] }),
  ],
  rekey({ wrong }, texts) {
    const key = firstOf(texts, 'key')
    const tolerance = firstOf(texts, 'tolerance') || '0'
    const value = fromDecimal(key)
    const by = tolerance.startsWith('-') ? null : fromDecimal(tolerance)
    return rekeyed(
      { key: value ? null : 'keyDecimal', tolerance: by ? null : 'keyTolerance' },
      {
        key,
        tolerance,
        feedback: firstOf(texts, 'feedback'),
        // What counts as right now is no known mistake any more.
        wrong: wrong.filter((each) => !isWithin(exact(each.value), value ?? ZERO, by ?? ZERO)),
      },
    )
  },
  fromForm: (_face, form) => form.values()[0]?.trim().slice(0, 80) || null,
}
