import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { DEFAULT_RULES } from '@/lib/domain/assignment'
import { fraction } from '@/lib/domain/fraction'
import type { GradebookRow, ShownCell } from '@/lib/domain/gradebook-row'
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
const cell = (assignmentId: string, changes: Partial<ShownCell> = {}): ShownCell => ({
  assignmentId,
  state: 'missing',
  grade: null,
  points: null,
  attempts: 0,
  isLate: false,
  isOverridden: false,
  hasComment: false,
  ...changes,
})
const row = (name: string, cells: ShownCell[] = []): GradebookRow => ({
  studentId: 'student',
  name,
  username: null,
  total: -1,
  cells,
})
const read = (text: string): string[][] => parse(text, { bom: true })

it('has a line for each student: the total, and for each quiz under its stable id what counts', () => {
  const quizzes = [quiz('a1', 'The meeting'), quiz('a2', 'Smile')]
  const graded = { state: 'graded', grade: fraction(11, 30), points: 10, isLate: true } as const
  const rows = [
    { ...row('Émile', [cell('a1', graded), cell('a2')]), total: 333_333_333 },
    row('Zoë', [cell('a1', { state: 'graded', grade: fraction(1), isOverridden: true })]),
  ]
  const comments = [{ assignmentId: 'a1', studentId: 'student', text: 'Look at question 3' }]
  const text = BYTE_ORDER_MARK + gradebookHead(quizzes) + gradebookLines(quizzes, rows, comments)
  expect(read(text)).toEqual([
    [
      'student id',
      'name',
      'username',
      'total, per cent',
      'The meeting, points [a1]',
      'The meeting, per cent [a1]',
      'The meeting, state [a1]',
      'The meeting, comment [a1]',
      'Smile, points [a2]',
      'Smile, per cent [a2]',
      'Smile, state [a2]',
      'Smile, comment [a2]',
    ],
    [
      'student',
      'Émile',
      '',
      '33.333333',
      '3.666667',
      '36.666667',
      'graded, late',
      'Look at question 3',
      ...['', '', 'missing', ''],
    ],
    [
      'student',
      'Zoë',
      '',
      '',
      ...['', '100', 'graded, set by teacher', 'Look at question 3'],
      // Set only just now, and not worked out for this student yet.
      ...['', '', '', ''],
    ],
  ])
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "'quoted'", '=HYPERLINK("http://evil.example")'])(
  'no spreadsheet runs a name such as %j',
  (name) => {
    const [line] = read(gradebookLines([], [row(name)], []))
    expect(line?.[1]).toMatch(/^'/)
    expect(textOfCell(line?.[1] ?? '')).toBe(name)
  },
)

it('gives every name, title and comment back as it was, whatever signs it holds', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  fc.assert(
    fc.property(text, text, text, (name, title, comment) => {
      const quizzes = [quiz('a', title)]
      const told = [{ assignmentId: 'a', studentId: 'student', text: comment }]
      const rows = [row(name, [cell('a')])]
      const [head, line] = read(gradebookHead(quizzes) + gradebookLines(quizzes, rows, told))
      expect(textOfCell(line?.[1] ?? '')).toBe(name)
      expect(textOfCell(head?.[4] ?? '')).toBe(`${title}, points [a]`)
      expect(textOfCell(line?.[7] ?? '')).toBe(comment)
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
