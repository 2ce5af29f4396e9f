import type { Rule } from '@/lib/content/material'
import { inQuestions, type QuestionFault } from '@/lib/content/questions'
import { fromDecimal, isWithin, ZERO } from '@/lib/domain/fraction'
import { cut } from '@/lib/domain/question/cloze'
import type { Kind } from '@/lib/domain/question/kind'
import type { Authored, AuthoredQuestion } from '@/lib/domain/question/question'
import { isListed } from '@/lib/domain/typed'

const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)
const twice = (words: readonly string[]) => words.filter((word, at) => words.indexOf(word) !== at)

const absent = (path: string, id: string, noun: string): QuestionFault => ({
  path,
  message: `The key names the ${noun} “${id}”, which does not exist.`,
})

/** A list of ids as a key: each exists and none comes twice. */
const listFaults = (key: readonly string[], known: readonly string[], noun: string) => [
  ...key.filter((id) => !known.includes(id)).map((id) => absent('key', id, noun)),
  ...twice(key).map((id) => ({ path: 'key', message: `The key names “${id}” twice.` })),
]

interface Typed {
  key: string
  accept: string[]
  wrong: { answers: string[] }[]
}
const typedFaults = ({ key, accept, wrong }: Typed, path: string): QuestionFault[] =>
  wrong.flatMap(({ answers }, at) =>
    answers
      .filter((answer) => isListed(answer, [key, ...accept]))
      .map((answer) => ({
        path: `${path}wrong.${at + 1}.answers`,
        message: `“${answer}” is listed as wrong and as right.`,
      })),
  )

function clozeFaults({ text, gaps }: Authored<'cloze'>): QuestionFault[] {
  const named = cut(text).filter((_, at) => at % 2 === 1)
  const stray = /[{}]/.exec(text.replace(/\{[a-z0-9-]+\}/g, ''))?.[0]
  const inText = (message: string) => ({ path: 'text', message })
  return [
    ...named
      .filter((id) => !ids(gaps).includes(id))
      .map((id) => inText(`The text has a gap {${id}} that is not described under “gaps”.`)),
    ...twice(named).map((id) => inText(`The gap {${id}} stands twice in the text.`)),
    ...(stray ? [inText(`A brace “${stray}” stands alone in the text.`)] : []),
    ...ids(gaps)
      .filter((id) => !named.includes(id))
      .map((id) => ({
        path: `gaps.${id}`,
        message: `The gap “${id}” does not stand in the text as {${id}}.`,
      })),
    ...gaps.flatMap((gap) => {
      if (gap.input === 'typed') return typedFaults(gap, `gaps.${gap.id}.`)
      return [
        ...noAccept(gap.accept, `gaps.${gap.id}.accept`),
        ...(ids(gap.options).includes(gap.key)
          ? []
          : [absent(`gaps.${gap.id}.key`, gap.key, 'option')]),
      ]
    }),
  ]
}

/** Several right options are a question of another kind; `accept` is for what a teacher finds later. */
const noAccept = (accept: unknown, path: string): QuestionFault[] =>
  accept === undefined
    ? []
    : [{ path, message: 'A choice has one right option. For several, write a multiple response.' }]

const faults: { [K in Kind]: (question: Authored<K>) => QuestionFault[] } = {
  'single-choice': ({ options, key, accept }) => [
    ...listFaults([key], ids(options), 'option'),
    ...noAccept(accept, 'accept'),
  ],
  'multiple-response': ({ options, key }) => listFaults(key, ids(options), 'option'),
  'true-false': () => [],
  numeric: ({ key, tolerance, wrong }) => {
    const exact = (text: string) => fromDecimal(text) ?? ZERO
    return wrong.flatMap(({ value }, at) =>
      isWithin(exact(value), exact(key), exact(tolerance))
        ? [
            {
              path: `wrong.${at + 1}.value`,
              message: `${value} is listed as wrong but counts as right.`,
            },
          ]
        : [],
    )
  },
  'short-text': (question) => typedFaults(question, ''),
  matching: ({ rows, choices, key }) => [
    ...ids(rows)
      .filter((id) => !Object.hasOwn(key, id))
      .map((id) => ({ path: 'key', message: `The key says nothing about the row “${id}”.` })),
    ...Object.entries(key).flatMap(([row, id]) => {
      if (!ids(rows).includes(row)) return [absent(`key.${row}`, row, 'row')]
      return ids(choices).includes(id) ? [] : [absent(`key.${row}`, id, 'choice')]
    }),
  ],
  ordering: ({ items, key }) => [
    ...listFaults(key, ids(items), 'item'),
    ...ids(items)
      .filter((id) => !key.includes(id))
      .map((id) => ({ path: 'key', message: `The item “${id}” has no place in the key.` })),
  ],
  cloze: clozeFaults,
}

/** Every key names what exists, leaves nothing out and contradicts no answer listed as wrong. */
export const rule: Rule = (course) =>
  inQuestions(course, (question) =>
    (faults[question.kind] as (question: AuthoredQuestion) => QuestionFault[])(question),
  )
