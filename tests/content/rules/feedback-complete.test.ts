import { edit, ruleTable } from '@/tests/content/support'

ruleTable('feedback-complete', 'every wrong option says why it is wrong', [
  [
    'a single choice with a silent wrong option',
    [edit('quizzes/first.yaml', '        feedback: Bern comes in the second lesson.\n', '')],
    [
      {
        file: 'quizzes/first.yaml',
        path: 'questions.place.options.bern',
        on: '- id: bern',
        message: 'The option “In Bern” is wrong and does not say why. Add “feedback”.',
      },
    ],
  ],
  [
    'a multiple response with a silent wrong option',
    [edit('quizzes/practice.yaml', '        feedback: Nobody counted stars.\n', '')],
    [
      {
        file: 'quizzes/practice.yaml',
        path: 'questions.topics.options.stars',
        on: '- id: stars',
        message: 'The option “Stars” is wrong and does not say why. Add “feedback”.',
      },
    ],
  ],
  [
    'a chosen gap with a silent wrong option',
    [edit('quizzes/practice.yaml', '            feedback: Bern comes later.\n', '')],
    [
      {
        file: 'quizzes/practice.yaml',
        path: 'questions.gaps.gaps.city.options.bern',
        on: '- id: bern',
        message: 'The option “Bern” is wrong and does not say why. Add “feedback”.',
      },
    ],
  ],
])
