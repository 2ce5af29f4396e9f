import { describe, expect, it } from 'vitest'
import { edit, findings, ruleTable } from '@/tests/content/support'

const quiz = 'quizzes/first.yaml'

ruleTable('numeric-units', 'a number has a unit, and typing it never makes it wrong', [
  [
    'a number without a unit',
    [edit(quiz, 'unit: members', 'unit: ""')],
    [
      {
        file: quiz,
        path: 'questions.members.unit',
        on: 'unit: ""',
        message: 'Say the unit. Only a year goes without one.',
      },
    ],
  ],
  [
    'a spelling that is the unit again',
    [edit(quiz, 'spellings: [member states]', 'spellings: [Members]')],
    [
      {
        file: quiz,
        path: 'questions.members.spellings.1',
        on: 'spellings: [Members]',
        message: '“Members” is already a spelling of the unit.',
      },
    ],
  ],
])

describe('a year', () => {
  it('goes without a unit', () => {
    const asked = edit(quiz, 'How many members has the agency?', 'In which year was it?')
    expect(findings('numeric-units', [asked, edit(quiz, 'unit: members', 'unit: ""')])).toEqual([])
  })
})
