import { describe, expect, it } from 'vitest'
import { planNotes } from '@/components/lesson/note-plan'
import type { Fact } from '@/lib/domain/course'
import type { Block, Inline, Lesson } from '@/lib/domain/lesson'

const cited = (): Inline => ({ type: 'fact', id: 'E8' })
const [first, second, later] = [cited(), cited(), cited()]
const paragraph = (id: string, ...content: Inline[]): Block => ({
  type: 'paragraph',
  sentences: [{ id, content }],
})
const blocks = [paragraph('s-1', first, second), paragraph('s-2', later)]
const fact: Fact = {
  id: 'E8',
  text: 'A fact.',
  mark: 'P',
  asOf: '2026-11-22',
  sources: [{ title: 'A page', publisher: 'ESA' }],
}
const lesson: Lesson = {
  slug: 'first',
  head: {
    title: 'First',
    short: 'First',
    summary: 'A summary.',
    asOf: '2026-11-22',
    objectives: [{ id: 'one', text: 'say it', bloom: 'remember' }],
  },
  sections: [{ id: 'a', title: 'A', blocks }],
  words: 1,
  minutes: 1,
  facts: [fact],
  terms: [],
}

describe('the notes of a lesson', () => {
  const plan = planNotes(lesson)
  const citations = [first, second, later].map((inline) => plan.citationOf(inline))

  it('give every citation an anchor of its own, also where a block cites a fact twice', () => {
    expect(citations.map((citation) => citation?.id)).toEqual([
      'cite-fact-E8',
      'cite-fact-E8.2',
      'cite-fact-E8-2',
    ])
    expect(citations.map((citation) => citation?.href)).toEqual([
      '#note-fact-E8',
      '#note-fact-E8',
      '#note-fact-E8-2',
    ])
  })

  it('lead back to each of their citations', () => {
    expect(blocks.map((block) => plan.notesOf(block).map(({ backs }) => backs))).toEqual([
      [['cite-fact-E8', 'cite-fact-E8.2']],
      [['cite-fact-E8-2']],
    ])
  })

  it('tell a citation who published its source', () => {
    expect(citations.map((citation) => citation?.publisher)).toEqual(['ESA', 'ESA', 'ESA'])
  })
})
