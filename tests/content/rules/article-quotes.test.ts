import { describe, expect, it } from 'vitest'
import { edit, findings, ruleTable } from '@/tests/content/support'

const lesson = 'lessons/first.md'
const quoteOf = (words: number) => Array.from({ length: words }, (_, at) => `word${at}`).join(' ')
const quoted = (words: number) =>
  edit(lesson, 'the first meeting in nearly ten years', quoteOf(words))

ruleTable('article-quotes', 'the article is quoted in short pieces of sentences that it has', [
  [
    'a quotation of 26 words',
    [quoted(26)],
    [
      {
        file: lesson,
        path: expect.stringMatching(/^s-[0-9a-f]{8}$/),
        on: quoteOf(26),
        message: 'This quotation has 26 words. Quote at most 25.',
      },
    ],
  ],
  [
    'a sentence that the article does not have',
    [edit(lesson, '{id=S02}', '{id=S04}')],
    [
      {
        file: lesson,
        path: expect.stringMatching(/^s-[0-9a-f]{8}$/),
        on: 'the first meeting in nearly ten years',
        message: 'The article has 3 sentences, so there is no S04.',
      },
    ],
  ],
])

describe('the length of a quotation', () => {
  it('may be 25 words', () => {
    expect(findings('article-quotes', [quoted(25)])).toEqual([])
  })
})
