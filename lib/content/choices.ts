import type { Kind } from '@/lib/domain/question/kind'
import type { Authored, AuthoredQuestion } from '@/lib/domain/question/question'

/** Something of a question that has an id and is read or put somewhere by the learner. */
export interface Choice {
  id: string
  text: string
  feedback: string | null
  isKey: boolean
}
/** Choices among which ids and texts have to differ. */
export interface ChoiceGroup {
  /** The path of the group inside the question. */
  path: string
  noun: 'option' | 'row' | 'choice' | 'item' | 'gap'
  choices: Choice[]
  /** Whether a wrong one is chosen on its own, so that it has to say why it is wrong. */
  explains: boolean
}

type Groups = { [K in Kind]: (question: Authored<K>) => ChoiceGroup[] }

const choice = (
  item: { id: string; text: string; feedback?: string | undefined },
  isKey = false,
): Choice => ({ id: item.id, text: item.text, feedback: item.feedback ?? null, isKey })

const groups: Groups = {
  'single-choice': ({ options, key }) => [
    {
      path: 'options',
      noun: 'option',
      choices: options.map((option) => choice(option, option.id === key)),
      explains: true,
    },
  ],
  'multiple-response': ({ options, key }) => [
    {
      path: 'options',
      noun: 'option',
      choices: options.map((option) => choice(option, key.includes(option.id))),
      explains: true,
    },
  ],
  'true-false': ({ labels, key }) => [
    {
      path: 'labels',
      noun: 'option',
      choices: [
        choice({ id: 'true', text: labels.true }, key),
        choice({ id: 'false', text: labels.false }, !key),
      ],
      explains: false,
    },
  ],
  numeric: () => [],
  'short-text': () => [],
  matching: ({ rows, choices }) => [
    { path: 'rows', noun: 'row', choices: rows.map((row) => choice(row)), explains: false },
    {
      path: 'choices',
      noun: 'choice',
      choices: choices.map((each) => choice(each)),
      explains: false,
    },
  ],
  ordering: ({ items }) => [
    { path: 'items', noun: 'item', choices: items.map((item) => choice(item)), explains: false },
  ],
  cloze: ({ gaps }) => [
    {
      path: 'gaps',
      noun: 'gap',
      choices: gaps.map(({ id }) => choice({ id, text: id })),
      explains: false,
    },
    ...gaps.flatMap((gap): ChoiceGroup[] =>
      gap.input === 'typed'
        ? []
        : [
            {
              path: `gaps.${gap.id}.options`,
              noun: 'option',
              choices: gap.options.map((option) => choice(option, option.id === gap.key)),
              explains: true,
            },
          ],
    ),
  ],
}

/** Everything in a question that is chosen from, matched, ordered or filled, group by group. */
export const choiceGroups = (question: AuthoredQuestion): ChoiceGroup[] =>
  (groups[question.kind] as (question: AuthoredQuestion) => ChoiceGroup[])(question)
