import { expect, it } from 'vitest'
import { edit, findings, readSample, ruleTable } from '@/tests/content/support'

const lesson = 'lessons/first.md'
const answer = '\n> The heads met for the first time.\n'

ruleTable('check-answered', 'every question to think about has an answer to compare with', [
  [
    'a question without an answer',
    [edit(lesson, answer, '')],
    [
      {
        file: lesson,
        path: expect.any(String),
        on: expect.stringContaining('What was new about it?'),
        message:
          'This question has no answer to compare with. End the :::check with a line that begins with > and the answer.',
      },
    ],
  ],
])

it('an answer may have paragraphs, facts and terms of its own', () => {
  const long = edit(lesson, answer, '\n> It was the first. :fact[A1]\n>\n> It may be the last.\n')
  expect(findings('check-answered', [long])).toEqual([])
  const blocks = readSample([long]).course?.lessons[0]?.sections.flatMap(
    (section) => section.blocks,
  )
  const check = blocks?.find(({ type }) => type === 'check')
  expect(check).toMatchObject({
    paragraphs: [{ length: 1 }],
    answer: [{ length: 1 }, { length: 1 }],
  })
})
