import { expect } from 'vitest'
import { edit, ruleTable } from '@/tests/content/support'

const lesson = 'lessons/first.md'
const quote = 'the first meeting in nearly ten years'
const quoted = (text: string) => edit(lesson, `${quote}\n:::`, `${text}\n:::`)
const at = { file: lesson, path: expect.any(String) }

ruleTable('article-words', 'a quotation stands word for word in its sentence of the article', [
  [
    'a word that the sentence does not have',
    [quoted('the first meeting in almost ten years')],
    [
      {
        ...at,
        on: 'the first meeting in almost ten years',
        message: '“the first meeting in almost” does not stand like this in S02 of the article.',
      },
    ],
  ],
  [
    'words of another sentence',
    [edit(lesson, ':::article{id=S02}', ':::article{id=S03}')],
    [
      {
        ...at,
        on: quote,
        message: '“the first meeting in nearly” does not stand like this in S03 of the article.',
      },
    ],
  ],
  [
    'a quotation that is too short to be told from chance',
    [quoted('nearly ten years')],
    [
      {
        ...at,
        on: 'nearly ten years',
        message: 'Quote at least 5 words, so that they can be held against the article.',
      },
    ],
  ],
])
