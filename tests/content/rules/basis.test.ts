import { edit, ruleTable } from '@/tests/content/support'

const first = 'quizzes/first.yaml'
const practice = 'quizzes/practice.yaml'

ruleTable('basis', 'what the article says and what is known are told apart', [
  [
    'a question on the article that names no sentence',
    [edit(first, '    sentences: [S01]\n', '')],
    [
      {
        file: first,
        path: 'questions.place.basis',
        on: 'basis: article',
        message: 'A question on the article names the sentences it rests on: sentences: [S02].',
      },
    ],
  ],
  [
    'a question on the article that does not say so',
    [edit(first, 'According to the article, where', 'Where')],
    [
      {
        file: first,
        path: 'questions.place.prompt',
        on: 'prompt: Where did the heads meet?',
        message: 'A question on the article begins with “According to the article”.',
      },
    ],
  ],
  [
    'a sentence that the article does not have',
    [edit(first, 'sentences: [S01]', 'sentences: [S04, S00]')],
    [
      {
        file: first,
        path: 'questions.place.sentences.1',
        on: 'sentences: [S04, S00]',
        message: 'The article has the sentences S01 to S03, but not S04.',
      },
      {
        file: first,
        path: 'questions.place.sentences.2',
        on: 'sentences: [S04, S00]',
        message: 'The article has the sentences S01 to S03, but not S00.',
      },
    ],
  ],
  [
    'a question on what is known that names no fact',
    [edit(first, '    facts: [A2]\n', '')],
    [
      {
        file: first,
        path: 'questions.members.basis',
        on: 'basis: fact',
        message: 'A question on what is known names the facts it rests on: facts: [A4].',
      },
    ],
  ],
  [
    'a question on what is known that claims to be on the article',
    [edit(first, 'prompt: How many', 'prompt: According to the article, how many')],
    [
      {
        file: first,
        path: 'questions.members.prompt',
        on: 'prompt: According to the article, how many members has the agency?',
        message:
          'This question rests on facts, so it does not begin with “According to the article”.',
      },
    ],
  ],
  [
    'a cloze on the article without its sentences, but not its prompt',
    [edit(practice, '    sentences: [S01, S02]\n', '')],
    [
      {
        file: practice,
        path: 'questions.gaps.basis',
        on: 'basis: article',
        message: 'A question on the article names the sentences it rests on: sentences: [S02].',
      },
    ],
  ],
])
