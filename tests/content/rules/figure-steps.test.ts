import { describe, expect, it } from 'vitest'
import { edit, findings, remove, ruleTable } from '@/tests/content/support'

const file = 'figures/timeline.yaml'
const add = (text: string) => edit(file, 'facts: [A1]', `${text}\nfacts: [A1]`)
const two = (x: number) =>
  `interaction: steps\nsteps:\n  - { wide: [10, 20], narrow: [10, 20], text: First }\n  - { wide: [${x}, 20], narrow: [10, 20], text: Second }`
const at = (path: string, on: string, message: string) => [{ file, path, on, message }]

ruleTable('figure-steps', 'a figure can be gone through where it says so', [
  [
    'a place outside of the drawing',
    [add(two(101))],
    at('steps.2', expect.stringContaining('101'), 'This place lies outside of the drawing.'),
  ],
  [
    'a single step',
    [add('interaction: steps')],
    at('interaction', 'interaction: steps', 'Going step by step takes two steps at least.'),
  ],
  [
    'steps that nothing tells',
    [add('steps:\n  - { wide: [1, 2], narrow: [1, 2], text: First }')],
    at('steps', 'steps:', 'Steps are told by “interaction: steps” alone.'),
  ],
  [
    'a figure without a narrow drawing',
    [add('interaction: smile-orbit'), remove('figures/timeline.narrow.svg')],
    at(
      'interaction',
      'interaction: smile-orbit',
      'This needs a narrow drawing as well: timeline.narrow.svg.',
    ),
  ],
])

describe('steps inside the drawing', () => {
  it('are good', () => {
    expect(findings('figure-steps', [add(two(100))])).toEqual([])
  })
})
