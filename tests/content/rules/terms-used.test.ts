import { edit, ruleTable } from '@/tests/content/support'

ruleTable('terms-used', 'every term of the glossary is marked in a lesson', [
  [
    'a term that no lesson marks',
    [
      edit(
        'glossary.yaml',
        'terms:\n',
        'terms:\n  - id: treaty\n    term: treaty\n    definition: A binding promise.\n',
      ),
    ],
    [
      {
        file: 'glossary.yaml',
        path: 'terms.treaty',
        on: '- id: treaty',
        message: 'No lesson marks the term “treaty”.',
      },
    ],
  ],
])
