import { describe, expect, it } from 'vitest'
import { choicesQuiz } from '@/tests/content/sample-choices'
import { findings, ruleTable, write } from '@/tests/content/support'

const options = ['In Bern', 'In Rome', 'In Oslo', 'In Riga']
const quiz = (...keys: number[]) =>
  write('quizzes/many.yaml', choicesQuiz(keys.map((key) => ({ options, key }))))
/** Questions with two answers; the sample itself has a true statement and a gap. */
const pairs = (...keys: number[]) =>
  write('quizzes/many.yaml', choicesQuiz(keys.map((key) => ({ options: ['Yes', 'No'], key }))))

ruleTable('key-positions', 'the place of an option tells nothing', [
  [
    'a quiz with most keys in one place',
    [quiz(1, 1, 1, 3)],
    [
      {
        file: 'quizzes/many.yaml',
        path: 'questions',
        on: 'questions:',
        message:
          'In 3 of 4 questions the right answer is written second. Spread them, so that no habit shows.',
      },
    ],
  ],
  [
    'a course in which nearly always the same side is right',
    [pairs(0, 0, 0)],
    [
      {
        file: 'course.yaml',
        path: 'quizzes',
        on: 'quizzes: [practice]',
        message:
          "In 6 of the course's 6 questions with two answers the first is right. Turn some of them round.",
      },
    ],
  ],
])

describe('a course', () => {
  const four = (name: string, keys: number[]) =>
    write(`quizzes/${name}.yaml`, choicesQuiz(keys.map((key) => ({ options, key }))))
  it('is found out where one place holds most keys, though no quiz alone shows it', () => {
    const all = ['one', 'two', 'three', 'four', 'five'].map((name) => four(name, [1, 1, 3]))
    expect(findings('key-positions', all)).toEqual([
      {
        file: 'course.yaml',
        path: 'quizzes',
        on: 'quizzes: [practice]',
        message: expect.stringMatching(
          /^In 10 of the course's \d+ questions the right answer is written second\./,
        ),
      },
    ])
  })
})

describe('a quiz in which the place does not help', () => {
  it.each([
    ['half of the keys in one place', quiz(1, 1, 3, 0)],
    ['fewer than four questions', quiz(2, 2, 2)],
    ['both sides right now and then', pairs(0, 1, 1)],
  ])('has %s', (_name, written) => expect(findings('key-positions', [written])).toEqual([]))
})
