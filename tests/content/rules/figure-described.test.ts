import { edit, ruleTable } from '@/tests/content/support'

const file = 'figures/timeline.yaml'
const description = `description: >-
  A line from left to right stands for time. The year 2023 is written above it, and a small filled
  circle on the line marks the one meeting of that year.`
const long = `A line from left to right stands for time, and the year 2023 is written above it, with one small filled circle for the one meeting of that year.`

ruleTable('figure-described', 'a figure is told in words', [
  [
    'a description that tells nothing',
    [edit(file, description, 'description: A timeline.')],
    [
      {
        file,
        path: 'description',
        on: 'description: A timeline.',
        message:
          'The description has 2 words. Say everything that the drawing shows, in at least 25.',
      },
    ],
  ],
  [
    'a description that repeats the caption',
    [
      edit(file, description, `description: ${long}`),
      edit(file, 'One meeting on a line.', long.toUpperCase()),
    ],
    [
      {
        file,
        path: 'description',
        on: `description: ${long}`,
        message: 'The description repeats the caption. Describe the drawing itself.',
      },
    ],
  ],
  [
    'a caption that repeats the title',
    [edit(file, 'One meeting on a line.', 'When they met!')],
    [
      {
        file,
        path: 'caption',
        on: 'caption: When they met!',
        message: 'The caption repeats the title. Say what is to be seen.',
      },
    ],
  ],
])
