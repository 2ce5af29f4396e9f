import { edit, ruleTable } from '@/tests/content/support'

const first = 'quizzes/first.yaml'
const practice = 'quizzes/practice.yaml'

ruleTable('options-distinct', 'no two options of a question are alike', [
  [
    'two options that differ in capitals and a full stop alone',
    [edit(first, 'text: In Bern', 'text: in  paris.')],
    [
      {
        file: first,
        path: 'questions.place.options.bern',
        on: '- id: bern',
        message: 'The options “paris” and “bern” read alike: “in  paris.”.',
      },
    ],
  ],
  [
    'two rows of a matching question that are alike',
    [edit(practice, 'text: The flight', 'text: The memorandum')],
    [
      {
        file: practice,
        path: 'questions.pairs.rows.flight',
        on: '- id: flight',
        message: 'The rows “memorandum” and “flight” read alike: “The memorandum”.',
      },
    ],
  ],
  [
    'two items to order that are alike',
    [edit(practice, 'text: This question', 'text: The signing')],
    [
      {
        file: practice,
        path: 'questions.order.items.asking',
        on: '- id: asking',
        message: 'The items “signing” and “asking” read alike: “The signing”.',
      },
    ],
  ],
  [
    'two options of a gap that are alike',
    [edit(practice, 'text: Bern\n', 'text: Paris\n')],
    [
      {
        file: practice,
        path: 'questions.gaps.gaps.city.options.bern',
        on: '- id: bern',
        message: 'The options “paris” and “bern” read alike: “Paris”.',
      },
    ],
  ],
  [
    'two labels of a true or false that are alike',
    [
      edit(
        practice,
        '    feedback: The article says just that.\n',
        '    feedback: The article says just that.\n    labels: {"true": Yes, "false": yes}\n',
      ),
    ],
    [
      {
        file: practice,
        path: 'questions.claim.labels.false',
        on: 'labels: {"true": Yes, "false": yes}',
        message: 'The options “true” and “false” read alike: “yes”.',
      },
    ],
  ],
])
