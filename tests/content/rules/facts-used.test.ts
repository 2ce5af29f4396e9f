import { describe, expect, it } from 'vitest'
import { edit, problemsAfter, ruleTable, write } from '@/tests/content/support'

const orphan = `  - id: A3
    text: Nobody speaks of this.
    mark: C
    asOf: 2026-11-22
    sources:
      - title: A page
        publisher: Somebody
`
const addOrphan = edit('facts.yaml', 'facts:\n', `facts:\n${orphan}`)

ruleTable('facts-used', 'no fact of facts.yaml is an orphan', [
  [
    'a fact that nothing cites',
    [addOrphan],
    [
      {
        file: 'facts.yaml',
        path: 'facts.A3',
        on: '- id: A3',
        message: 'No lesson, figure, event or question cites the fact A3.',
      },
    ],
  ],
])

describe('an orphan', () => {
  it('is no orphan as soon as a lesson, a figure or a question cites it', () => {
    for (const use of [
      edit('lessons/second.md', 'It ends there.', 'It ends there. :fact[A3]'),
      edit('figures/timeline.yaml', 'facts: [A1]', 'facts: [A1, A3]'),
      edit('quizzes/first.yaml', 'facts: [A2]', 'facts: [A2, A3]'),
    ])
      expect(problemsAfter(addOrphan, use)).toEqual([])
  })
  it('is not looked for while a file that may cite it cannot be read', () => {
    const broken = edit('lessons/second.md', 'short: Second\n', '')
    expect(problemsAfter(addOrphan, broken).map(({ path }) => path)).toEqual(['short'])
    const timeline = write('timeline.yaml', 'events: nothing\n')
    expect(problemsAfter(addOrphan, timeline).map(({ file }) => file)).toEqual(['timeline.yaml'])
  })
})
