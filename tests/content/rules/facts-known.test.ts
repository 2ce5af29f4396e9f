import { describe, expect, it } from 'vitest'
import { edit, problemsAfter, remove, ruleTable } from '@/tests/content/support'

const message = 'The fact A9 does not stand in facts.yaml.'

ruleTable('facts-known', 'every fact that is cited stands in facts.yaml', [
  [
    'an unknown fact in a lesson',
    [edit('lessons/first.md', ':fact[A1]', ':fact[A9]')],
    [
      {
        file: 'lessons/first.md',
        path: 'fact.A9',
        on: 'The heads met in Paris. They signed a :term[memorandum]{id=memorandum-of-understanding} in 2023. :fact[A9]',
        message,
      },
    ],
  ],
  [
    'an unknown fact in a note of a lesson',
    [edit('lessons/first.md', 'It counted ions.', 'It counted ions. :fact[A9]')],
    [
      {
        file: 'lessons/first.md',
        path: 'fact.A9',
        on: 'The instrument flew in 2024. It counted ions. :fact[A9]',
        message,
      },
    ],
  ],
  [
    'an unknown fact in a figure',
    [edit('figures/timeline.yaml', 'facts: [A1]', 'facts: [A1, A9]')],
    [{ file: 'figures/timeline.yaml', path: 'facts.2', on: 'facts: [A1, A9]', message }],
  ],
  [
    'an unknown fact in a question',
    [edit('quizzes/first.yaml', 'facts: [A2]', 'facts: [A9]')],
    [{ file: 'quizzes/first.yaml', path: 'questions.members.facts.1', on: 'facts: [A9]', message }],
  ],
])

describe('a missing facts.yaml', () => {
  it('is one problem and not one more for each citation', () => {
    expect(problemsAfter(remove('facts.yaml'))).toEqual([
      { file: 'facts.yaml', path: '', on: null, message: 'This file is missing.' },
    ])
  })
})
