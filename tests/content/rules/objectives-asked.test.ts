import { describe, expect, it } from 'vitest'
import { edit, findings, ruleTable } from '@/tests/content/support'

const lesson = 'lessons/first.md'
const second = `    bloom: remember
  - id: explain-it
    text: explain it
    bloom: understand
---`

ruleTable('objectives-asked', 'what a lesson promises is asked for in its quiz', [
  [
    'an objective without a question',
    [edit(lesson, '    bloom: remember\n---', second)],
    [
      {
        file: lesson,
        path: 'objectives.explain-it',
        on: '- id: explain-it',
        message: 'No question of the quiz “first” asks for the objective “explain-it”.',
      },
    ],
  ],
  [
    'an objective that only another quiz asks for',
    [
      edit(lesson, '    bloom: remember\n---', second),
      edit('quizzes/practice.yaml', 'objective: tell-more', 'objective: explain-it'),
    ],
    [
      {
        file: lesson,
        path: 'objectives.explain-it',
        on: '- id: explain-it',
        message: 'No question of the quiz “first” asks for the objective “explain-it”.',
      },
    ],
  ],
])

describe('a lesson without a quiz', () => {
  it('may promise what nobody asks for', () => {
    const alone = edit(
      'quizzes/practice.yaml',
      'objective: tell-more',
      'objective: tell-the-meeting',
    )
    expect(findings('objectives-asked', [alone])).toEqual([])
  })
})
