import { describe, expect, it } from 'vitest'
import {
  type Block,
  findPassage,
  type Inline,
  type Lesson,
  plainText,
  runsOf,
  type Sentence,
  sentenceText,
} from '@/lib/domain/lesson'

const sentence = (id: string, ...content: (string | Inline)[]): Sentence => ({
  id,
  content: content.map((each) => (typeof each === 'string' ? { type: 'text', text: each } : each)),
})
const lesson: Lesson = {
  slug: 'first',
  head: {
    title: 'The first lesson',
    short: 'First',
    summary: 'A summary.',
    asOf: '2026-11-22',
    objectives: [{ id: 'one', text: 'say it', bloom: 'remember' }],
  },
  sections: [
    {
      id: 'a',
      title: 'Section A',
      blocks: [
        { type: 'heading', id: 'h', text: 'They met in Paris' },
        {
          type: 'paragraph',
          sentences: [
            sentence('s-1', 'They met. ', { type: 'fact', id: 'A1' }),
            sentence(
              's-2',
              'It was ',
              { type: 'emphasis', content: [{ type: 'text', text: 'Li’s' }] },
              ' \n flat.',
            ),
            sentence('s-3', 'They left.'),
          ],
        },
        {
          type: 'list',
          ordered: false,
          items: [[sentence('s-4', 'An entry.')], [sentence('s-5', 'Next.')]],
        },
      ],
    },
    {
      id: 'b',
      title: 'Section B',
      blocks: [
        { type: 'article', sentence: 'S02', quote: [sentence('s-6', 'in nearly ten years')] },
        { type: 'note', kind: 'update', paragraphs: [[sentence('s-7', 'They left.')]] },
        {
          type: 'check',
          paragraphs: [[sentence('s-8', 'Is ', { type: 'term', id: 'x', text: 'it' }, ' so?')]],
          answer: [[sentence('s-9', 'It is.')]],
        },
      ],
    },
  ],
  words: 20,
  minutes: 1,
  facts: [],
  terms: [],
}

describe('the text of a sentence', () => {
  it('is its words with those of emphasis, links and terms, without citations', () => {
    expect(
      plainText([
        { type: 'text', text: 'A ' },
        {
          type: 'link',
          href: '#x',
          content: [{ type: 'strong', content: [{ type: 'text', text: 'b' }] }],
        },
        { type: 'fact', id: 'A1' },
        { type: 'term', id: 'c', text: ' c' },
      ]),
    ).toBe('A b c')
  })
  it('has single spaces and none at its ends', () => {
    expect(sentenceText(sentence('x', '  A \n b '))).toBe('A b')
  })
})

describe('the passage of a quotation', () => {
  it('names the sentence of the article where the words are its own', () => {
    expect(findPassage(lesson, 'nearly ten years')?.articleSentence).toBe('S02')
    expect(findPassage(lesson, 'They met.')?.articleSentence).toBeNull()
  })
  it('is the sentence that holds it, with its neighbours of the same paragraph', () => {
    expect(findPassage(lesson, 'It was Li’s flat.')).toEqual({
      lesson: 'first',
      lessonTitle: 'The first lesson',
      articleSentence: null,
      section: 'Section A',
      sentenceId: 's-2',
      before: 'They met.',
      sentence: 'It was Li’s flat.',
      after: 'They left.',
      quote: 'It was Li’s flat.',
    })
  })
  it.each([
    ['a part of a sentence', 'was Li’s', 's-2'],
    ['another apostrophe', "It was Li's flat.", 's-2'],
    ['other spaces', ' It  was\nLi’s flat. ', 's-2'],
    ['a list', 'An entry.', 's-4'],
    ['a quotation of the article', 'nearly ten years', 's-6'],
    ['words that stand twice, where they stand first', 'They left.', 's-3'],
    ['a question to think about, across a term', 'Is it so?', 's-8'],
  ])('is found by %s', (_name, quote, id) => {
    expect(findPassage(lesson, quote)?.sentenceId).toBe(id)
  })
  it.each([
    ['other words', 'They met in Rome.'],
    ['another capital', 'they met.'],
    ['two sentences', 'They met. It was'],
    ['a heading', 'They met in Paris'],
    ['two entries of a list', 'An entry. Next.'],
    ['an answer that is folded away', 'It is.'],
  ])('is none for %s', (_name, quote) => {
    expect(findPassage(lesson, quote)).toBeNull()
  })
  it('has no neighbours at the ends of a paragraph or in another entry of a list', () => {
    expect(findPassage(lesson, 'They met.')).toMatchObject({ before: '' })
    expect(findPassage(lesson, 'flat.')).toMatchObject({ after: 'They left.' })
    expect(findPassage(lesson, 'Next.')).toMatchObject({ before: '', after: '' })
  })
})

describe('the sentences of a block', () => {
  it('are looked up for every kind of block', () => {
    const blocks: Block[] = lesson.sections.flatMap((section) => section.blocks)
    expect(blocks.map((block) => [block.type, runsOf(block).map((run) => run.length)])).toEqual([
      ['heading', []],
      ['paragraph', [3]],
      ['list', [1, 1]],
      ['article', [1]],
      ['note', [1]],
      ['check', [1, 1]],
    ])
  })
})
