import { edit, ruleTable } from '@/tests/content/support'

const first = 'quizzes/first.yaml'
const practice = 'quizzes/practice.yaml'

ruleTable('ids-unique', 'no id stands for two things', [
  [
    'two questions of one quiz with one id',
    [edit(first, '- id: members', '- id: place')],
    [
      {
        file: first,
        path: 'questions.2.id',
        on: '- id: place',
        message: 'The question id “place” stands already in this file.',
      },
    ],
  ],
  [
    'two questions of two quizzes with one id',
    [edit(practice, '- id: claim', '- id: place')],
    [
      {
        file: practice,
        path: 'questions.2.id',
        on: '- id: place',
        message: 'The question id “place” stands already in quizzes/first.yaml.',
      },
    ],
  ],
  [
    'two objectives with one id',
    [edit('lessons/second.md', '- id: tell-more', '- id: tell-the-meeting')],
    [
      {
        file: 'lessons/second.md',
        path: 'objectives.1.id',
        on: '- id: tell-the-meeting',
        message: 'The objective id “tell-the-meeting” stands already in lessons/first.md.',
      },
    ],
  ],
  [
    'two facts with one id',
    [edit('facts.yaml', '- id: A2', '- id: A1')],
    [
      {
        file: 'facts.yaml',
        path: 'facts.2.id',
        on: '- id: A1',
        message: 'The fact id “A1” stands already in this file.',
      },
    ],
  ],
  [
    'two terms with one id',
    [
      edit(
        'glossary.yaml',
        'terms:\n',
        'terms:\n  - id: memorandum-of-understanding\n    term: memo\n    definition: Short.\n',
      ),
    ],
    [
      {
        file: 'glossary.yaml',
        path: 'terms.2.id',
        on: '- id: memorandum-of-understanding',
        message: 'The term id “memorandum-of-understanding” stands already in this file.',
      },
    ],
  ],
  [
    'two options with one id',
    [edit(first, '- id: bern', '- id: paris')],
    [
      {
        file: first,
        path: 'questions.place.options',
        on: 'options:',
        message: 'Two options have the id “paris”.',
      },
    ],
  ],
  [
    'two rows of a matching question with one id',
    [edit(practice, '- id: flight', '- id: memorandum')],
    [
      {
        file: practice,
        path: 'questions.pairs.rows',
        on: 'rows:',
        message: 'Two rows have the id “memorandum”.',
      },
    ],
  ],
  [
    'two gaps of a cloze with one id',
    [edit(practice, '- id: years', '- id: city')],
    [
      {
        file: practice,
        path: 'questions.gaps.gaps',
        on: 'gaps:',
        message: 'Two gaps have the id “city”.',
      },
    ],
  ],
])
