import { describe, expect, it } from 'vitest'
import { edit, findings, ruleTable } from '@/tests/content/support'

const quiz = 'quizzes/first.yaml'
const prompt = 'According to the article, where did the heads meet?'
const asks = (text: string) => edit(quiz, prompt, text)
const option = (text: string) => edit(quiz, 'text: In Bern', `text: ${text}`)
const twice = (text: string) =>
  `“${text}” says no twice in one sentence. Say what is, not what is not.`

ruleTable('no-double-negative', 'nobody has to untangle two negations', [
  [
    'a prompt that says no twice',
    [asks('Where did the heads not meet without a plan?')],
    [
      {
        file: quiz,
        path: 'questions.place.prompt',
        on: 'prompt: Where did the heads not meet without a plan?',
        message: twice('Where did the heads not meet without a plan?'),
      },
    ],
  ],
  [
    'an option that says no twice',
    [option('It is not unlikely that it was Bern')],
    [
      {
        file: quiz,
        path: 'questions.place.options.bern',
        on: '- id: bern',
        message: twice('It is not unlikely that it was Bern'),
      },
    ],
  ],
  [
    'a prompt and an option that both say no',
    [asks('Where did the heads not meet?'), option('Not in Bern')],
    [
      {
        file: quiz,
        path: 'questions.place.options.bern',
        on: '- id: bern',
        message: 'The question says no, and so does “Not in Bern”. Turn one of them round.',
      },
    ],
  ],
])

describe('a statement to call true or false', () => {
  const statement = (prompt: string) =>
    edit(
      'quizzes/practice.yaml',
      'According to the article, the meeting was the first in nearly ten years.',
      prompt,
    )
  it('says what is: “False” to a “not” would be no to a no', () => {
    expect(
      findings('no-double-negative', [
        statement('According to the article, the heads did not meet for ten years.'),
      ]),
    ).toEqual([
      expect.objectContaining({
        message: 'The question says no, and so does “False”. Turn one of them round.',
      }),
    ])
  })
})

describe('one negation', () => {
  it.each([
    ['in the prompt', asks('Where did the heads not meet?')],
    ['in an option', option('They didn’t meet')],
    ['of two things at once', asks('What did neither of them say, nor write?')],
    ['in each of two sentences', asks('They did not meet in Bern. Why was there no other place?')],
  ])('may stand %s', (_where, change) =>
    expect(findings('no-double-negative', [change])).toEqual([]),
  )
})
