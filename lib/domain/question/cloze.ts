import { z } from 'zod'
import { add, fraction, multiply, ZERO } from '@/lib/domain/fraction'
import { isListed } from '@/lib/domain/typed'
import type { Choice, KindModule, Part } from './kind'
import { choicesOf, fieldsField, idField, inOrder, optionsField, textField } from './options'
import { answerField, typedChoice, wrongAnswersField } from './short-text'

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
  const isRight = chosen?.id === gap.key
  return {
    given: chosen?.text ?? null,
    expected: gap.options.find(({ id }) => id === gap.key)?.text ?? null,
    verdict: chosen ? (isRight ? 'right' : 'wrong') : 'blank',
    feedback: isRight ? null : (chosen?.feedback ?? null),
  }
}
type Code = (id: string) => string

const at = ({ id }: Gap, place: number) => ({ part: id, label: String(place + 1) })
const listed = (gap: Extract<Gap, { input: 'chosen' }>, place: number): Choice[] =>
  choicesOf(gap.options, [gap.key], at(gap, place))

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
          gap.input === 'typed' ? total : add(total, fraction(1, gap.options.length)),
        ZERO,
      ),
      fraction(1, gaps.length),
    ),
  offered: ({ gaps }) =>
    gaps.flatMap((gap, place) =>
      gap.input === 'typed' ? [typedChoice(gap, gap.key, at(gap, place))] : listed(gap, place),
    ),
  picked: ({ gaps }, response, code) =>
    gaps.flatMap((gap, place) => {
      const answer = response[code(gap.id)]
      if (answer === undefined) return []
      if (gap.input === 'typed') return [typedChoice(gap, answer, at(gap, place))]
      return listed(gap, place).filter(({ id }) => code(`${gap.id} ${id}`) === answer)
    }),
  fromForm({ pieces }, form) {
    const filled = pieces.flatMap((piece) => {
      if (typeof piece === 'string') return []
      const value = form.values(piece.id)[0]?.trim().slice(0, 120)
      return value ? [[piece.id, value] as const] : []
    })
    return filled.length > 0 ? Object.fromEntries(filled) : null
  },
}
