import { describe, expect, it } from 'vitest'
import { findings, ruleTable, write } from '@/tests/content/support'

const event = (id: string, date: string, more = '') => `  - id: ${id}
    date: '${date}'
${more}    title: ${id}
    text: It happened.
    facts: [A1]
    lessons: [first]
`
const timeline = (...events: string[]) => write('timeline.yaml', `events:\n${events.join('')}`)
const found = (path: string, on: string, message: string) => [
  { file: 'timeline.yaml', path, on, message },
]

ruleTable('timeline-order', 'a timeline runs forward and leads somewhere', [
  [
    'an event that stands too late',
    [timeline(event('later', '2005-11'), event('earlier', '2005-10-31'))],
    found(
      'events.earlier.date',
      "date: '2005-10-31'",
      'This happened before “later” and stands after it.',
    ),
  ],
  [
    'an event that ends before it begins',
    [timeline(event('long', '2005-11', "    until: '2005-10'\n"))],
    found('events.long.until', "until: '2005-10'", 'This ends before it begins.'),
  ],
  [
    'a lesson that does not exist',
    [timeline(event('one', '2005').replace('[first]', '[frist]'))],
    found(
      'events.one.lessons',
      'lessons: [frist]',
      'There is no lesson “frist”. Did you mean “first”?',
    ),
  ],
])

describe('a timeline', () => {
  it('may give a year before its months, and a day twice', () => {
    const events = [
      event('a', '2005'),
      event('b', '2005-01'),
      event('c', '2005-11-18'),
      event('d', '2005-11-18'),
    ]
    expect(findings('timeline-order', [timeline(...events)])).toEqual([])
  })
})
