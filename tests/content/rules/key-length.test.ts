import { describe, expect, it } from 'vitest'
import { choicesQuiz } from '@/tests/content/sample-choices'
import { findings, ruleTable, write } from '@/tests/content/support'

const quiz = (...keys: string[]) =>
  write(
    'quizzes/many.yaml',
    choicesQuiz(keys.map((text) => ({ options: ['In Bern', text, 'In Rome'], key: 1 }))),
  )
const LONG = 'In the headquarters at Paris'
const found = (word: string, times: number, of: number) => [
  {
    file: 'quizzes/many.yaml',
    path: 'questions',
    on: 'questions:',
    message: `In ${times} of ${of} questions the right answer is clearly the ${word}: who has not read the lesson can guess by that.`,
  },
]

ruleTable('key-length', 'the length of an option tells nothing', [
  [
    'a quiz whose keys are mostly the longest',
    [quiz(LONG, LONG, LONG, 'In Oslo')],
    found('longest', 3, 4),
  ],
  [
    'a quiz whose keys are mostly the shortest',
    [quiz('Oslo', 'Rom', LONG, 'Ulm', 'Bonn')],
    found('shortest', 4, 5),
  ],
])

describe('a quiz in which length does not help', () => {
  it.each([
    ['long keys in half of it', quiz(LONG, LONG, 'In Oslo', 'In Riga')],
    ['keys that are hardly longer', quiz('In Paris', 'In Paris', 'In Paris', 'In Paris')],
    ['fewer than four questions', quiz(LONG, LONG, LONG)],
  ])('has %s', (_name, written) => expect(findings('key-length', [written])).toEqual([]))
})
