import { describe, expect, it } from 'vitest'
import { gatherPassages } from '@/components/result/passages'
import type { Passage } from '@/lib/domain/lesson'

const TEXT = ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.']

/** The passage of the sentence at that place of a paragraph, with its neighbours. */
const passage = (at: number, changes: Partial<Passage> = {}): Passage => ({
  lesson: 'first',
  lessonTitle: 'The first lesson',
  articleSentence: null,
  section: 'Section A',
  sentenceId: `s-${at}`,
  before: TEXT[at - 1] ?? '',
  sentence: TEXT[at] ?? '',
  after: TEXT[at + 1] ?? '',
  quote: TEXT[at] ?? '',
  ...changes,
})

/** Each stretch as a line, its marked sentences in brackets. */
const told = (passages: Passage[]) =>
  gatherPassages(passages).map(({ stretches }) =>
    stretches.map(({ sentences }) =>
      sentences.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join(' '),
    ),
  )

describe('the passages of one question', () => {
  it('show the sentence marked between its neighbours', () => {
    expect(told([passage(2)])).toEqual([['Two. [Three.] Four.']])
    expect(told([passage(0)])).toEqual([['[One.] Two.']])
  })
  it('read on where two marked sentences follow one another: none stands twice', () => {
    expect(told([passage(1), passage(2)])).toEqual([['One. [Two.] [Three.] Four.']])
  })
  it('read on where one sentence stands between two marked ones', () => {
    expect(told([passage(1), passage(3)])).toEqual([['One. [Two.] Three. [Four.] Five.']])
  })
  it('stand apart where they do not touch', () => {
    expect(told([passage(0), passage(4)])).toEqual([['[One.] Two.', 'Four. [Five.] Six.']])
  })
  it('show a sentence once that is named twice', () => {
    expect(told([passage(2), passage(2)])).toEqual([['Two. [Three.] Four.']])
  })
  it('never mix sections, or the words of the article with those of the lesson', () => {
    const all = [
      passage(1),
      passage(2, { section: 'Section B' }),
      passage(3, { articleSentence: 'S02' }),
    ]
    expect(gatherPassages(all).map(({ articleSentence }) => articleSentence)).toEqual([
      null,
      null,
      'S02',
    ])
  })
  it('lead to the first marked sentence', () => {
    expect(gatherPassages([passage(1), passage(2)])[0]?.stretches[0]?.sentenceId).toBe('s-1')
  })
})
