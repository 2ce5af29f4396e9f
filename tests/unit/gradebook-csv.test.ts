import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DEFAULT_RULES } from '@/lib/domain/assignment'
import type { GradebookRow } from '@/lib/domain/class'
import { fraction } from '@/lib/domain/fraction'
import { cellOfText, textOfCell } from '@/lib/exchange/cells'
import { BYTE_ORDER_MARK, gradebookHead, gradebookLines } from '@/lib/exchange/gradebook-csv'

const now = new Date('2026-03-10T20:00:00Z')
const quiz = (assignmentId: string, title: string) => ({
  assignmentId,
  quizId: 'quiz',
  courseSlug: 'course',
  slug: 'quiz',
  title,
  short: title,
  assignedAt: now,
  opensAt: null,
  dueAt: new Date('2026-03-10T11:00:00Z'),
  closesAt: null,
  rules: DEFAULT_RULES,
})
const row = (name: string, changes: Partial<GradebookRow> = {}): GradebookRow => ({
  studentId: 'student',
  name,
  username: null,
  extraTime: 'none',
  taken: [],
  ...changes,
})
const read = (text: string): string[][] => parse(text, { bom: true })

it('has a line for each student, with points and state for each quiz under its stable id', () => {
  const quizzes = [quiz('a1', 'The meeting'), quiz('a2', 'Smile')]
  const attempt = {
    id: 'attempt',
    submittedAt: new Date('2026-03-10T12:00:00Z'),
    earned: fraction(11, 3),
    points: 10,
  }
  const rows = [
    row('Émile', { taken: [{ assignmentId: 'a1', attempts: [attempt], exception: null }] }),
  ]
  const text = BYTE_ORDER_MARK + gradebookHead(quizzes) + gradebookLines(quizzes, rows, now)
  expect(read(text)).toEqual([
    [
      'student id',
      'name',
      'username',
      'The meeting, points [a1]',
      'The meeting, state [a1]',
      'Smile, points [a2]',
      'Smile, state [a2]',
    ],
    ['student', 'Émile', '', '3.666667', 'graded, late', '', 'missing'],
  ])
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "'quoted'", '=HYPERLINK("http://evil.example")'])(
  'no spreadsheet runs a name such as %j',
  (name) => {
    const [line] = read(gradebookLines([], [row(name)], now))
    expect(line?.[1]).toMatch(/^'/)
    expect(textOfCell(line?.[1] ?? '')).toBe(name)
  },
)

it('gives every name and title back as it was, whatever signs it holds', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(text, text, (name, title) => {
      const written = gradebookHead([quiz('a', title)]) + gradebookLines([], [row(name)], now)
      const [head, line] = parse(written, { relax_column_count: true }) as string[][]
      expect(textOfCell(line?.[1] ?? '')).toBe(name)
      expect(textOfCell(head?.[3] ?? '')).toBe(`${title}, points [a]`)
    }),
  )
})

it('marks what begins like its own mark, so that taking it away is never wrong', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(textOfCell(cellOfText(text))).toBe(text)
    }),
  )
})
