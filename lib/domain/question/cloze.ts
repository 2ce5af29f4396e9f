import { z } from 'zod'
import { add, fraction, multiply, ZERO } from '@/lib/domain/fraction'
import { isListed } from '@/lib/domain/typed'
import { asOptions, idsOf, keptKey, keyField, linesOf, rekeyed } from './key-fields'
import type { Choice, CorrectionTexts, KeyFault, KindModule, Part } from './kind'
import { namelessFields, namelessOf } from './nameless'
import {
  acceptField,
  choicesOf,
  fieldsField,
  idField,
  inOrder,
  optionsField,
  textField,
} from './options'
import {
  answerField,
  namelessTyped,
  readAnswers,
  typedChoice,
  wrongAnswersField,
} from './short-text'

const typedGap = z.strictObject({
  id: idField,
  input: z.literal('typed'),
  key: answerField.describe('What stands in the gap.'),
  accept: z.array(answerField).default([]).describe('Other answers that are as right.'),
  wrong: wrongAnswersField,
  feedback: textField.describe('For any other wrong answer.'),
})
const chosenGap = z.strictObject({
  id: idField,
  input: z.literal('chosen'),
  options: optionsField,
  key: z.string().describe('The id of the right option.'),
  accept: acceptField,
})

const schema = z.strictObject({
  kind: z.literal('cloze'),
  text: textField.describe('The text with each gap written as its id in braces: {years}.'),
  gaps: z
    .array(z.discriminatedUnion('input', [typedGap, chosenGap]))
    .min(1)
    .max(10),
})
type Authored = z.infer<typeof schema>
type Gap = Authored['gaps'][number]

/** All options of a chosen gap that count as right. */
const keysOf = ({ key, accept = [] }: Extract<Gap, { input: 'chosen' }>) => [key, ...accept]

/** A gap with its key as a form says it. */
function rekeyGap(gap: Gap, texts: CorrectionTexts): { gap: Gap; fault: KeyFault | null } {
  const name = `gap:${gap.id}`
  if (gap.input === 'typed') {
    const { answer, fault } = readAnswers(linesOf(texts, name), gap.wrong)
    return { gap: { ...gap, ...answer }, fault }
  }
  const { ids, fault } = idsOf(texts, name, gap.options)
  return { gap: { ...gap, ...keptKey(gap.key, ids) }, fault }
}

export interface ClozeGap {
  id: string
  /** Null where the learner types. */
  options: { id: string; text: string }[] | null
}
export interface ClozeFace {
  pieces: (string | ClozeGap)[]
}

/** The text cut at its gaps: every even piece is text, every odd one a gap id. */
export const cut = (text: string): string[] => text.split(/\{([a-z0-9-]+)\}/)

function markGap(gap: Gap, answer: string | undefined, code: Code): Omit<Part, 'ref' | 'label'> {
  if (gap.input === 'typed') {
    const isRight = answer !== undefined && isListed(answer, [gap.key, ...gap.accept])
    const known = gap.wrong.find(({ answers }) => answer && isListed(answer, answers))
    return {
      given: answer ?? null,
      expected: gap.key,
      verdict: answer === undefined ? 'blank' : isRight ? 'right' : 'wrong',
      feedback: answer === undefined || isRight ? null : (known?.feedback ?? gap.feedback),
    }
  }
  const chosen = gap.options.find(({ id }) => code(`${gap.id} ${id}`) === answer)
  const right = gap.options.filter(({ id }) => keysOf(gap).includes(id))
  const isRight = chosen !== undefined && right.includes(chosen)
  return {
    given: chosen?.text ?? null,
    expected: isRight ? chosen.text : right.map(({ text }) => text).join(' / ') || null,
    verdict: chosen ? (isRight ? 'right' : 'wrong') : 'blank',
    feedback: isRight ? null : (chosen?.feedback ?? null),
  }
}
type Code = (id: string) => string

const at = ({ id }: Gap, place: number) => ({ part: id, label: String(place + 1) })
const listed = (gap: Extract<Gap, { input: 'chosen' }>, place: number): Choice[] =>
  choicesOf(gap.options, keysOf(gap), at(gap, place))

/** Each gap earns an equal share of the points. */
export const cloze: KindModule<typeof schema, ClozeFace, Record<string, string>> = {
  schema,
  response: fieldsField(120),
  rule: () => 'each-gap',
  face: ({ text, gaps }, code, seed, isFixed) => ({
    pieces: cut(text).map((piece, at) => {
      const gap = at % 2 === 1 ? gaps.find(({ id }) => id === piece) : undefined
      if (!gap) return piece
      const options =
        gap.input === 'typed'
          ? null
          : inOrder(gap.options, `${seed}/${gap.id}`, isFixed).map((option) => ({
              id: code(`${gap.id} ${option.id}`),
              text: option.text,
            }))
      return { id: code(gap.id), options }
    }),
  }),
  mark({ gaps }, response, code) {
    const parts = gaps.map((gap, place): Part => {
      const ref = code(gap.id)
      return { ref, label: String(place + 1), ...markGap(gap, response?.[ref], code) }
    })
    const right = parts.filter(({ verdict }) => verdict === 'right').length
    return { share: fraction(right, gaps.length), parts }
  },
  guess: ({ gaps }) =>
    multiply(
      gaps.reduce(
        (total, gap) =>
          gap.input === 'typed'
            ? total
            : add(total, fraction(keysOf(gap).length, gap.options.length)),
        ZERO,
      ),
      fraction(1, gaps.length),
    ),
  offered: ({ gaps }) =>
    gaps.flatMap((gap, place) =>
      gap.input === 'typed' ? [typedChoice(gap, gap.key, at(gap, place))] : listed(gap, place),
    ),
  accepted: ({ gaps }) => gaps.flatMap((gap) => (gap.input === 'typed' ? gap.accept : [])),
  picked: ({ gaps }, response, code) =>
    gaps.flatMap((gap, place) => {
      const answer = response[code(gap.id)]
      if (answer === undefined) return []
      if (gap.input === 'typed') return [typedChoice(gap, answer, at(gap, place))]
      return listed(gap, place).filter(({ id }) => code(`${gap.id} ${id}`) === answer)
    }),
  nameless: ({ gaps }, response, code) =>
    namelessFields(response, (field, text) => {
      const gap = gaps.find(({ id }) => code(id) === field)
      if (!gap) return null
      if (gap.input === 'typed') return namelessTyped(gap, text)
      const codes = gap.options.map(({ id }) => code(`${gap.id} ${id}`))
      return namelessOf(codes, text)
    }),
  keyFields: ({ gaps }) =>
    gaps.map((gap, place) => {
      const at = { name: `gap:${gap.id}`, of: String(place + 1) }
      if (gap.input === 'typed')
        return keyField({
          ...at,
          word: 'gapAnswers',
          input: 'lines',
          initial: [gap.key, ...gap.accept],
        })
      return keyField({
        ...at,
        word: 'gapOptions',
        input: 'several',
        options: asOptions(gap.options),
        initial: keysOf(gap),
      })
    }),
  rekey({ gaps }, texts) {
    const read = gaps.map((gap) => rekeyGap(gap, texts))
    return rekeyed(Object.fromEntries(read.map(({ gap, fault }) => [`gap:${gap.id}`, fault])), {
      gaps: read.map(({ gap }) => gap),
    })
  },
  fromForm({ pieces }, form) {
    const filled = pieces.flatMap((piece) => {
      if (typeof piece === 'string') return []
      const value = form.values(piece.id)[0]?.trim().slice(0, 120)
      return value ? [[piece.id, value] as const] : []
    })
    return filled.length > 0 ? Object.fromEntries(filled) : null
  },
}
