import { describe, expect, it } from 'vitest'
import { type Case, edit, findings, ruleTable } from '@/tests/content/support'

const quiz = 'quizzes/first.yaml'
const wrongQuote = (quote: string, near: string): Case[2] => [
  {
    file: quiz,
    path: 'questions.place.evidence.1.quote',
    on: `quote: ${quote}`,
    message: `The words “${quote}” do not stand in one sentence of the lesson “first”.${near}`,
  },
]
const cases: Case[] = [
  [
    'words that stand nowhere',
    [edit(quiz, 'quote: The heads met in Paris.', 'quote: The heads met in Rome.')],
    wrongQuote('The heads met in Rome.', ' The nearest one: “The heads met in Paris.”'),
  ],
  [
    'words that are not in the lesson at all',
    [edit(quiz, 'quote: The heads met in Paris.', 'quote: Something completely different')],
    wrongQuote('Something completely different', ''),
  ],
  [
    'words of two sentences',
    [edit(quiz, 'quote: The heads met in Paris.', 'quote: in Paris. They signed')],
    wrongQuote('in Paris. They signed', ' The nearest one: “They signed a memorandum in 2023.”'),
  ],
  [
    'other capitals than in the lesson',
    [edit(quiz, 'quote: The heads met in Paris.', 'quote: the heads met in Paris.')],
    wrongQuote('the heads met in Paris.', ' The nearest one: “The heads met in Paris.”'),
  ],
  [
    'a lesson that does not exist',
    [edit(quiz, '- lesson: first', '- lesson: frist')],
    [
      {
        file: quiz,
        path: 'questions.place.evidence.1.lesson',
        on: '- lesson: frist',
        message: 'There is no lesson “frist”. Did you mean “first”?',
      },
    ],
  ],
]

ruleTable('quotation', 'evidence stands word for word in one sentence of its lesson', cases)

describe('what counts as word for word', () => {
  it('forgives the shape of an apostrophe, and nothing else', () => {
    const inLesson = edit('lessons/first.md', 'The heads met in Paris.', 'They met in Li’s flat.')
    const quoted = (quote: string) => edit(quiz, 'The heads met in Paris.', quote)
    expect(findings('quotation', [inLesson, quoted("They met in Li's flat.")])).toEqual([])
    expect(findings('quotation', [inLesson, quoted('They met in Lis flat.')])).toHaveLength(1)
  })
  it('finds words in quotations of the article, notes, lists and across emphasis', () => {
    for (const quote of [
      'nearly ten years',
      'It counted ions.',
      'about Dr. Li.',
      'has 23 members.',
    ])
      expect(findings('quotation', [edit(quiz, 'The heads met in Paris.', quote)])).toEqual([])
  })
})
