import { describe, expect, it } from 'vitest'
import { edit, findings, ruleTable } from '@/tests/content/support'

const quiz = 'quizzes/first.yaml'
const own = '      - lesson: first\n        quote: The heads met in Paris.'
const other = '      - lesson: second\n        quote: It ends there.'

ruleTable('evidence-lesson', 'a question can be answered from the lesson of its quiz', [
  [
    'evidence from another lesson alone',
    [edit(quiz, own, other)],
    [
      {
        file: quiz,
        path: 'questions.place.evidence',
        on: 'evidence:',
        message: 'No evidence is quoted from “first”, the lesson that this quiz belongs to.',
      },
    ],
  ],
])

describe('evidence', () => {
  it('may stand in another lesson as well', () => {
    expect(findings('evidence-lesson', [edit(quiz, own, `${own}\n${other}`)])).toEqual([])
  })
})
