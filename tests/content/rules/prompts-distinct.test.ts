import { edit, ruleTable } from '@/tests/content/support'

const practice = 'quizzes/practice.yaml'
const same = (prompt: string, id: string, other: string) => [
  {
    file: practice,
    path: `questions.${id}.prompt`,
    on: `prompt: ${prompt}`,
    message: `This asks the same as the question “${other}”.`,
  },
]
const topics = 'Which of these were signed or counted?'
const place = 'According to the article, where did the heads meet?'

ruleTable('prompts-distinct', 'no two questions of a course ask the same', [
  [
    'two questions of a quiz',
    [edit(practice, 'What did the instrument count?', topics)],
    same(topics, 'instrument', 'topics'),
  ],
  [
    'questions of two quizzes, whatever their capitals and spaces',
    [edit(practice, 'What did the instrument count?', place.toUpperCase().replace(' ', '  '))],
    same(place.toUpperCase().replace(' ', '  '), 'instrument', 'place'),
  ],
  [
    'two that only say what to do',
    [edit(practice, 'Put these in order, earliest first.', 'Match each with its year or place.')],
    same('Match each with its year or place.', 'order', 'pairs'),
  ],
])
