import { edit, ruleTable } from '@/tests/content/support'

ruleTable('distractors', 'ticking everything earns nothing', [
  [
    'more keys than distractors',
    [edit('quizzes/practice.yaml', 'key: [promise, ions]', 'key: [promise, ions, stars]')],
    [
      {
        file: 'quizzes/practice.yaml',
        path: 'questions.topics.options',
        on: 'options:',
        message:
          '3 options are right and 1 wrong, so ticking everything would earn points. Add wrong options until there are as many.',
      },
    ],
  ],
])
