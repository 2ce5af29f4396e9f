import { describe, expect, it } from 'vitest'
import { choicesQuiz } from '@/tests/content/sample-choices'
import { findings, ruleTable, write } from '@/tests/content/support'

const named = (name: string, keys: readonly string[]) =>
  write(
    `quizzes/${name}.yaml`,
    choicesQuiz(keys.map((text) => ({ options: ['In Bern', text, 'In Rome'], key: 1 }))),
  )
const quiz = (...keys: string[]) => named('many', keys)
const LONG = 'In the headquarters at Paris'
const found = (word: string, times: number, of: number, clearly: number) => [
  {
    file: 'quizzes/many.yaml',
    path: 'questions',
    on: 'questions:',
    message: `In ${times} of ${of} questions the right answer is the ${word}, in ${clearly} clearly: who has not read the lesson can guess by that.`,
  },
]

ruleTable('key-length', 'the length of an option tells nothing', [
  [
    'a quiz whose keys are mostly the longest, and clearly so',
    [quiz(LONG, LONG, LONG, 'In Oslo')],
    found('longest', 3, 4, 3),
  ],
  [
    'a quiz whose keys are mostly the shortest',
    [quiz('Oslo', 'Rom', LONG, 'Ulm', 'Bonn')],
    found('shortest', 4, 5, 4),
  ],
  [
    'keys that are nearly always a little longer',
    [quiz('In Paris', 'In Paris', 'In Paris', 'In Oslo')],
    found('longest', 3, 4, 0),
  ],
  [
    'a quiz of three whose keys are all the longest',
    [quiz(LONG, LONG, LONG)],
    found('longest', 3, 3, 3),
  ],
  [
    'a course whose keys are mostly the longest, though no quiz is long enough to show it',
    ['one', 'two', 'three', 'four', 'five'].map((name) => named(name, [LONG, LONG])),
    [
      {
        file: 'course.yaml',
        path: 'quizzes',
        on: 'quizzes: [practice]',
        message: expect.stringMatching(
          /^Over the whole course: In 1\d of \d+ questions the right answer is the longest/,
        ),
      },
    ],
  ],
])

describe('a quiz in which length does not help', () => {
  it.each([
    ['long keys in half of it', quiz(LONG, LONG, 'In Oslo', 'In Riga')],
    ['a little longer keys in two thirds of it', quiz('In Paris', 'In Paris', 'In Oslo')],
    ['two questions', quiz(LONG, LONG)],
  ])('has %s', (_name, written) => expect(findings('key-length', [written])).toEqual([]))
})
