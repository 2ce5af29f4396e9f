import { expect, it } from 'vitest'
import { lessonLines, quizLines } from '@/lib/content/report'
import { readSample, write } from '@/tests/content/support'
import { the } from '@/tests/support/the'

it('tells of each lesson its length, readability, facts, terms and figures', () => {
  expect(lessonLines(the(readSample().course))).toEqual([
    '1 first: 49 words, 1 minutes, LIX 17 (very easy), 2 facts, 1 terms, 1 figures',
    '2 second: 9 words, 1 minutes, LIX 5 (very easy), 0 facts, 0 terms, 0 figures',
  ])
})

it('tells of each quiz its kinds, levels, objectives, places of keys and lengths of options', () => {
  const course = the(readSample().course)
  expect(quizLines(course, the(course.quizzes.find(({ slug }) => slug === 'first')))).toEqual([
    'first: 2 questions, 2 points',
    '  kinds: single-choice 1, numeric 1',
    '  levels: remember 2',
    '  objectives: 1 of 1',
    '  place of the key: a 1',
    '  length of options: key 8.0, distractors 7.0 characters',
  ])
})

it('tells of a quiz that draws how many of how many it asks', () => {
  const final =
    'title: Final\nshort: Final\nsummary: All.\nmodes: [test]\nminutes: 9\ndraw:\n  - quiz: first\n    slots: [[remember]]\n'
  const course = the(readSample([write('quizzes/final.yaml', final)]).course)
  const [line] = quizLines(course, the(course.quizzes.find(({ slug }) => slug === 'final')))
  expect(line).toBe('final: 1 questions of 2, 1 points')
})
