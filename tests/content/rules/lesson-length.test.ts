import { describe, expect, it } from 'vitest'
import { edit, findings, ruleTable } from '@/tests/content/support'

const wanted = (least: number, most: number) =>
  edit('course.yaml', 'stages:', `lessonWords: { least: ${least}, most: ${most} }\nstages:`)
const found = (name: string, on: string, words: number, least: number, most: number) => ({
  file: `lessons/${name}.md`,
  path: '',
  on,
  message: `The lesson has ${words} words; course.yaml asks for ${least} to ${most}.`,
})

ruleTable('lesson-length', 'lessons are as long as their course wants them', [
  [
    'a lesson that is too short',
    [wanted(20, 100)],
    [found('second', 'title: The second lesson', 9, 20, 100)],
  ],
  [
    'a lesson that is too long',
    [wanted(1, 20)],
    [found('first', 'title: The first lesson', 49, 1, 20)],
  ],
])

describe('a lesson', () => {
  it('may have just as many words as are asked for', () => {
    expect(findings('lesson-length', [wanted(9, 49)])).toEqual([])
  })
})
