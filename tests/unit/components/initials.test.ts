import { expect, it } from 'vitest'
import { gatherInitials } from '@/components/lesson/initials'
import type { Inline } from '@/lib/domain/lesson'

const text = (words: string): Inline => ({ type: 'text', text: words })
const strong = (words: string): Inline => ({ type: 'strong', content: [text(words)] })
const fact: Inline = { type: 'fact', id: 'E1' }

it('takes words whose first letters stand out as one, and leaves what follows them', () => {
  const said = [text('It is the '), strong('S'), text('olar '), strong('W'), text('ind. '), fact]
  expect(gatherInitials(said)).toEqual([
    text('It is the '),
    {
      type: 'initials',
      pieces: [
        { letter: 'S', rest: 'olar ' },
        { letter: 'W', rest: 'ind' },
      ],
    },
    text('. '),
    fact,
  ])
})

it('leaves whole words, single letters and what is no word alone', () => {
  for (const content of [
    [strong('Solar'), text(' wind'), strong('Link'), text('s')],
    [strong('S'), text('olar wind')],
    [strong('C'), text(' is the centre, '), strong('E'), text(' the edge')],
    [strong('S'), fact, strong('W')],
  ])
    expect(gatherInitials(content)).toEqual(content)
})
