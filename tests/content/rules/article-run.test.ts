import { describe, expect, it } from 'vitest'
import { copiedInto, printsOf } from '@/lib/content/article-prints'
import { edit, findings, ruleTable, write } from '@/tests/content/support'

const words = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => `word${from + at}`).join(' ')
/** An article of two hundred words in four sentences. */
const article = [1, 51, 101, 151].map((from) => `W${words(from, from + 49).slice(1)}.`).join(' ')
const prints = write('article-prints.yaml', JSON.stringify(printsOf(article)))
const lesson = 'lessons/second.md'
const into = (text: string) => edit(lesson, 'The story goes on in Bern.', text)
const inFact = (text: string) => edit('facts.yaml', 'The heads met in 2023.', text)

const long = (file: string, count: number) => ({
  file,
  path: '',
  on: expect.anything(),
  message: `${count} words in a row are the article's, from “word10 word11 word12 word13 word14” on. At most 25 may be.`,
})

ruleTable('article-run', 'the article is nowhere reproduced', [
  ['a long stretch in a lesson', [prints, into(`Hear: ${words(10, 35)}.`)], [long(lesson, 26)]],
  [
    'a long stretch in a fact',
    [prints, inFact(`Hear ${words(10, 40)}.`)],
    [long('facts.yaml', 31)],
  ],
  [
    'a stretch that marks and citations interrupt',
    [prints, into(`${words(10, 20)} *${words(21, 30)}* ${words(31, 36)}. :fact[A1]`)],
    [long(lesson, 27)],
  ],
  [
    'a long stretch in a lesson’s front',
    [prints, edit(lesson, 'summary: It goes on.', `summary: Hear ${words(10, 40)}.`)],
    [long(lesson, 31)],
  ],
  [
    'a long stretch in a heading',
    [prints, edit(lesson, '### A heading inside', `### ${words(10, 38)}`)],
    [long(lesson, 29)],
  ],
  [
    'quotations in all lessons that make more than half of it',
    [
      prints,
      into([1, 31, 61].map((from) => `Own. ${words(from, from + 23)}.`).join(' ')),
      edit(
        'lessons/first.md',
        'The heads met in Paris.',
        [91, 121, 151].map((from) => `Own. ${words(from, from + 23)}.`).join(' '),
      ),
    ],
    [
      {
        file: 'course.yaml',
        path: '',
        on: expect.anything(),
        message:
          'The quotations together are 61 % of the article. At most half of it may stand in all lessons.',
      },
    ],
  ],
  [
    'many short pieces that make a third of it',
    [prints, into([1, 31, 61, 91].map((from) => `Own. ${words(from, from + 23)}.`).join(' '))],
    [
      {
        file: lesson,
        path: '',
        on: expect.anything(),
        message:
          'The quotations together are 41 % of the article. At most a third of it may stand in one lesson.',
      },
    ],
  ],
])

describe('what is no reproduction', () => {
  it('is a stretch of 25 words', () => {
    expect(findings('article-run', [prints, into(`Hear: ${words(10, 34)}.`)])).toEqual([])
  })
  it('is a stretch that own words interrupt', () => {
    const text = `${words(10, 34)} and then ${words(35, 50)}`
    expect(copiedInto(text, new Set(printsOf(article).text), 25).stretches).toEqual([])
  })
})
