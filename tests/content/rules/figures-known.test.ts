import { sampleFiles } from '@/tests/content/sample-course'
import { edit, ruleTable, write } from '@/tests/content/support'

ruleTable('figures-known', 'lessons put the figures that exist, and all of them', [
  [
    'a figure that does not exist',
    [edit('lessons/second.md', 'It ends there.', '::figure{id=timelin}')],
    [
      {
        file: 'lessons/second.md',
        path: 'figure.timelin',
        on: '::figure{id=timelin}',
        message: 'There is no figure “timelin”. Did you mean “timeline”?',
      },
    ],
  ],
  [
    'a figure that no lesson puts',
    [
      write('figures/spare.yaml', sampleFiles['figures/timeline.yaml'] ?? ''),
      write('figures/spare.svg', sampleFiles['figures/timeline.svg'] ?? ''),
    ],
    [
      {
        file: 'figures/spare.yaml',
        path: '',
        on: 'title: When they met',
        message: 'No lesson puts this figure: ::figure{id=spare}.',
      },
    ],
  ],
])
