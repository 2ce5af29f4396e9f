import { describe, expect, it } from 'vitest'
import { edit, findings, ruleTable } from '@/tests/content/support'

const quiz = 'quizzes/first.yaml'
const option = (text: string) => edit(quiz, 'text: In Bern', `text: ${text}`)
const refused = ['All of the above', 'none of these', 'Both of the above', 'None of them.']

ruleTable(
  'no-all-none',
  'no option speaks of the others',
  refused.map((text) => [
    `“${text}”`,
    [option(text)],
    [
      {
        file: quiz,
        path: 'questions.place.options.bern',
        on: '- id: bern',
        message: `“${text}” speaks of the other options, whose order is shuffled. Write an answer of its own.`,
      },
    ],
  ]),
)

describe('an option of its own', () => {
  it.each(['All of the agencies', 'None', 'All of them met in Bern', 'Above the Alps'])(
    'may say “%s”',
    (text) => {
      expect(findings('no-all-none', [option(text)])).toEqual([])
    },
  )
})
