import { edit, ruleTable } from '@/tests/content/support'

ruleTable('terms-known', 'every term that a lesson marks stands in the glossary', [
  [
    'a term that the glossary does not have',
    [edit('lessons/second.md', 'It ends there.', 'It ends with a :term[treaty].')],
    [
      {
        file: 'lessons/second.md',
        path: 'term.treaty',
        on: 'It ends with a :term[treaty].',
        message: 'The term “treaty” does not stand in glossary.yaml.',
      },
    ],
  ],
  [
    'a slip in an id, with what was probably meant',
    [edit('lessons/second.md', 'It ends', 'It *:term[ends]{id=memorandum-of-understandig}*')],
    [
      {
        file: 'lessons/second.md',
        path: 'term.memorandum-of-understandig',
        on: 'It *:term[ends]{id=memorandum-of-understandig}* there.',
        message:
          'The term “memorandum-of-understandig” does not stand in glossary.yaml. Did you mean “memorandum-of-understanding”?',
      },
    ],
  ],
])
