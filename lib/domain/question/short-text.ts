import { z } from 'zod'
import { ONE, ZERO } from '@/lib/domain/fraction'
import { isListed, normalise } from '@/lib/domain/typed'
import { firstOf, keyField, linesOf, rekeyed } from './key-fields'
import type { Choice, KeyFault, KindModule } from './kind'
import { NAMELESS } from './nameless'
import { textField, WHOLE } from './options'

export const answerField = z.string().trim().min(1).max(120)

/** Answers of a known misconception, with why they are wrong. */
export const wrongAnswersField = z
  .array(z.strictObject({ answers: z.array(answerField).min(1), feedback: textField }))
  .default([])

export interface TypedAnswer {
  key: string
  accept: string[]
  wrong: z.infer<typeof wrongAnswersField>
}

/** What a typed answer comes to: right, a known misconception, or neither. */
function read({ key, accept, wrong }: TypedAnswer, typed: string) {
  const isRight = isListed(typed, [key, ...accept])
  const known = isRight ? undefined : wrong.find(({ answers }) => isListed(typed, answers))
  return { isRight, known }
}

const NOTHING = { isRight: false, known: undefined }

/** A typed answer as an analysis counts it. */
export function typedChoice(
  answer: TypedAnswer,
  typed: string,
  { part, label }: Pick<Choice, 'part' | 'label'> = WHOLE,
): Choice {
  const { isRight, known } = read(answer, typed)
  const id = normalise(typed)
  return { part, label, id, text: typed, isKey: isRight, feedback: known?.feedback ?? null }
}

/** Of a typed answer what its author has written that comes to the same, or nothing. */
export function namelessTyped(answer: TypedAnswer, typed: string): string {
  const { isRight, known } = read(answer, typed)
  return isRight ? answer.key : (known?.answers[0] ?? NAMELESS)
}

const isAnswer = (text: string) => answerField.safeParse(text).success

/** Of lines, the first is the answer that is shown and the others are as right. */
export function readAnswers(
  lines: readonly string[],
  wrong: TypedAnswer['wrong'],
): { answer: TypedAnswer; fault: KeyFault | null } {
  const [key = '', ...accept] = lines
  // What counts as right now is no known mistake any more.
  const left = wrong
    .map(({ answers, feedback }) => ({
      answers: answers.filter((answer) => !isListed(answer, lines)),
      feedback,
    }))
    .filter(({ answers }) => answers.length > 0)
  const fault = !isAnswer(key) ? 'keyAnswer' : accept.every(isAnswer) ? null : 'keyAnswers'
  return { answer: { key, accept, wrong: left }, fault }
}

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
  mark(question, response) {
    const { key, feedback } = question
    const { isRight, known } = response === null ? NOTHING : read(question, response)
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
  guess: () => ZERO,
  offered: (question) => [typedChoice(question, question.key)],
  accepted: ({ accept }) => accept,
  picked: (question, response) => [typedChoice(question, response)],
  nameless: namelessTyped,
  keyFields: ({ key, accept, feedback }) => [
    keyField({ name: 'key', word: 'answer', initial: [key] }),
    keyField({ name: 'accept', word: 'accepted', input: 'lines', initial: [...accept] }),
    keyField({ name: 'feedback', word: 'feedback', input: 'text', initial: [feedback] }),
  ],
  rekey({ wrong }, texts) {
    const lines = [firstOf(texts, 'key'), ...linesOf(texts, 'accept')]
    const { answer, fault } = readAnswers(lines, wrong)
    const at = fault === 'keyAnswers' ? 'accept' : 'key'
    return rekeyed({ [at]: fault }, { ...answer, feedback: firstOf(texts, 'feedback') })
  },
  fromForm: (_face, form) => form.values()[0]?.trim().slice(0, 200) || null,
}
