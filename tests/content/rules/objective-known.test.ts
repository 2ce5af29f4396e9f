import { edit, ruleTable } from '@/tests/content/support'

const quiz = 'quizzes/first.yaml'

ruleTable('objective-known', 'every question checks an objective that a lesson states', [
  [
    'an objective that no lesson states',
    [edit(quiz, 'objective: tell-the-meeting', 'objective: bake-bread')],
    [
      {
        file: quiz,
        path: 'questions.place.objective',
        on: 'objective: bake-bread',
        message: 'No lesson states the objective “bake-bread”.',
      },
    ],
  ],
  [
    'a slip, with what was probably meant',
    [edit(quiz, 'objective: tell-the-meeting', 'objective: tell-teh-meeting')],
    [
      {
        file: quiz,
        path: 'questions.place.objective',
        on: 'objective: tell-teh-meeting',
        message:
          'No lesson states the objective “tell-teh-meeting”. Did you mean “tell-the-meeting”?',
      },
    ],
  ],
])
