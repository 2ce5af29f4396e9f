import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fraction } from '@/lib/domain/fraction'
import { type BookQuiz, lineOf, type StudentRecord } from '@/lib/domain/gradebook-report'
import { cellOfText, textOfCell } from '@/lib/exchange/cells'
import { csvOf } from '@/lib/exchange/csv'
import { gradebookTable } from '@/lib/exchange/gradebook-table'
import {
  bookQuiz,
  bookRow,
  bookWords,
  bytesOf,
  EVENLY,
  pagesOf,
  taken,
} from '@/tests/support/tables'

const now = new Date('2026-03-10T20:00:00Z')

/** The gradebook as CSV, read back; cells as they stand there. */
async function rowsOf(quizzes: BookQuiz[], rows: StudentRecord[]): Promise<string[][]> {
  const table = gradebookTable({ quizzes, timeZone: 'Europe/Paris' }, bookWords)
  const lines = rows.map((row) => lineOf(quizzes, EVENLY, row, now))
  const bytes = await bytesOf(csvOf(table, pagesOf(lines)))
  return parse(Buffer.from(bytes), { bom: true })
}

it('has a line for each student, with what each quiz came to under its stable id', async () => {
  const quizzes = [bookQuiz('a1', 'The meeting'), bookQuiz('a2', 'Smile')]
  const attempt = {
    id: 'attempt',
    submittedAt: new Date('2026-03-10T12:00:01Z'),
    earned: fraction(11, 3),
    points: 10,
  }
  const second = {
    override: fraction(9, 10),
    hasComment: true,
    comment: '=Well done;\nonce more',
  }
  const did = [taken('a1', { attempts: [attempt] }), taken('a2', second)]
  const rows = await rowsOf(quizzes, [bookRow('Émile', { taken: did })])
  expect(textOfCell(rows[1]?.at(-1) ?? '')).toBe(second.comment)
  expect(rows).toEqual([
    [
      'Student id',
      'Name',
      'Username',
      'Total, per cent [total]',
      'The meeting, points [a1 points]',
      'The meeting, out of [a1 out of]',
      'The meeting, per cent [a1 per cent]',
      'The meeting, state [a1 state]',
      'The meeting, handed in (Europe/Paris) [a1 handed in]',
      'The meeting, comment [a1 comment]',
      'Smile, points [a2 points]',
      'Smile, out of [a2 out of]',
      'Smile, per cent [a2 per cent]',
      'Smile, state [a2 state]',
      'Smile, handed in (Europe/Paris) [a2 handed in]',
      'Smile, comment [a2 comment]',
    ],
    [
      'student',
      'Émile',
      '',
      '63.333333',
      '3.666667',
      '10',
      '36.666667',
      'graded, late',
      '2026-03-10T13:00:01+01:00',
      '',
      '',
      '',
      '90',
      'graded, set by teacher',
      '',
      "'=Well done;\nonce more",
    ],
  ])
})

it('begins with the mark by which spreadsheets know UTF-8', async () => {
  const table = gradebookTable({ quizzes: [], timeZone: 'UTC' }, bookWords)
  const bytes = await bytesOf(csvOf(table, pagesOf()))
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
})

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', "'quoted'", '=HYPERLINK("http://evil.example")'])(
  'no spreadsheet runs a name such as %j',
  async (name) => {
    const [, line] = await rowsOf([], [bookRow(name)])
    expect(line?.[1]).toMatch(/^'/)
    expect(textOfCell(line?.[1] ?? '')).toBe(name)
  },
)

it('gives every name and title back as it was, whatever signs it holds', async () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(text, text, async (name, title) => {
      const [head, line] = await rowsOf([bookQuiz('a', title)], [bookRow(name)])
      expect(textOfCell(line?.[1] ?? '')).toBe(name)
      expect(textOfCell(head?.[4] ?? '')).toBe(`${title}, points [a points]`)
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
