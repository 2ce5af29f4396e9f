import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Fraction, fraction, toNumber } from '@/lib/domain/fraction'
import { lineOf } from '@/lib/domain/gradebook-report'
import { gradebookTable } from '@/lib/exchange/gradebook-table'
import type { Table } from '@/lib/exchange/table'
import { xlsxOf } from '@/lib/exchange/xlsx'
import { columnName, STYLES, xmlText } from '@/lib/exchange/xlsx-cells'
import { bookQuiz, bookRow, bookWords, bytesOf, EVENLY, pagesOf } from '@/tests/support/tables'
import { readWorkbook, textsOfXml } from '@/tests/support/workbook'

const now = new Date('2026-03-10T20:00:00Z')

interface Row {
  text: string | null
  number: Fraction | null
  share: Fraction | null
  moment: Date | null
}
const tableIn = (timeZone: string): Table<Row> => ({
  title: 'All kinds',
  timeZone,
  heads: 1,
  columns: [
    { id: 'text', head: 'Text', width: 20, kind: 'text', of: ({ text }) => text },
    { id: 'number', head: 'Number', width: 10, kind: 'number', of: ({ number }) => number },
    { id: 'share', head: 'Share', width: 10, kind: 'share', of: ({ share }) => share },
    { id: 'moment', head: 'Moment', width: 18, kind: 'moment', of: ({ moment }) => moment },
  ],
})
const EMPTY: Row = { text: null, number: null, share: null, moment: null }

async function read(rows: Row[], timeZone = 'Europe/Paris') {
  return readWorkbook(await bytesOf(xlsxOf(tableIn(timeZone), pagesOf(rows), now)))
}
const textBack = async (text: string) => (await read([{ ...EMPTY, text }])).cells.A3

describe('a workbook', () => {
  it('holds ids, heads and each value as what it is', async () => {
    const { cells } = await read([
      {
        text: 'Émile',
        number: fraction(11, 3),
        share: fraction(1, 4),
        moment: new Date('2026-07-01T10:30:00Z'),
      },
    ])
    expect(cells).toEqual({
      A1: { type: 'inlineStr', style: STYLES.id, text: 'text' },
      B1: { type: 'inlineStr', style: STYLES.id, text: 'number' },
      C1: { type: 'inlineStr', style: STYLES.id, text: 'share' },
      D1: { type: 'inlineStr', style: STYLES.id, text: 'moment' },
      A2: { type: 'inlineStr', style: STYLES.head, text: 'Text' },
      B2: { type: 'inlineStr', style: STYLES.head, text: 'Number' },
      C2: { type: 'inlineStr', style: STYLES.head, text: 'Share' },
      D2: { type: 'inlineStr', style: STYLES.head, text: 'Moment' },
      A3: { type: 'inlineStr', style: STYLES.text, text: 'Émile' },
      B3: { type: null, style: STYLES.number, text: '3.666667' },
      C3: { type: null, style: STYLES.share, text: '0.25' },
      // Half past twelve on 1 July 2026 by the clocks of Paris.
      D3: { type: null, style: STYLES.moment, text: String(46204 + 12.5 / 24) },
    })
  })

  it('leaves empty what is nothing, and writes a 0', async () => {
    const { cells } = await read([EMPTY, { ...EMPTY, text: '', number: fraction(0) }])
    expect(Object.keys(cells).filter((at) => /[34]$/.test(at))).toEqual(['B4'])
    expect(cells.B4?.text).toBe('0')
  })

  it('names every part that it has, and keeps head and names in sight', async () => {
    const { parts } = await read([EMPTY])
    const types = parts['[Content_Types].xml'] ?? ''
    for (const path of Object.keys(parts).filter((each) => !/rels$|Content/.test(each)))
      expect(types).toContain(`PartName="/${path}"`)
    const sheet = parts['xl/worksheets/sheet1.xml']
    expect(sheet).toContain('<pane xSplit="1" ySplit="2" topLeftCell="B3"')
    expect(sheet).toContain('<autoFilter ref="A2:D3"/>')
    expect(parts['xl/workbook.xml']).toContain("'All kinds'!$A:$A,'All kinds'!$1:$2")
  })

  it('has the parts of its sheet in the order that the format demands', async () => {
    const { elements } = await read([{ ...EMPTY, text: 'x', number: fraction(1) }])
    const order = ['sheetPr', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'autoFilter']
    expect(
      elements.filter((name) => [...order, 'pageMargins', 'pageSetup'].includes(name)),
    ).toEqual([...order, 'pageMargins', 'pageSetup'])
  })

  it('has a style for every look that cells ask for', async () => {
    const { parts } = await read([EMPTY])
    const looks = /<cellXfs count="(\d+)">(.*)<\/cellXfs>/.exec(parts['xl/styles.xml'] ?? '')
    const count = looks?.[2]?.match(/<xf /g)?.length
    expect(count).toBe(Number(looks?.[1]))
    expect(Math.max(...Object.values(STYLES))).toBe(Number(count) - 1)
  })
})

describe('a text in a workbook', () => {
  it.each(["=cmd|' /C calc'!A0", '+1', '-1', '@SUM(A1)', "'quoted", '\t=1', '＝1'])(
    'is no formula, also where it looks like one: %j',
    async (text) => {
      expect(await textBack(text)).toEqual({ type: 'inlineStr', style: STYLES.guarded, text })
    },
  )

  it('comes back whatever signs it holds, as long as a cell can be', async () => {
    const hard = fc.constantFrom(
      '_',
      'x',
      '0',
      '0',
      '4',
      '1',
      '\r',
      '\u0007',
      '<',
      '&',
      ']]>',
      '😀',
    )
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: hard, maxLength: 30 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
        .map((codes) => String.fromCharCode(...codes)),
    )
    // Many at once: what takes its time is the parser's start.
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 30 }), (all) => {
        const xml = all.map((text) => `<t>${xmlText(text)}</t>`).join('')
        expect(textsOfXml(`<all>${xml}</all>`)).toEqual(all)
      }),
      { numRuns: 12 },
    )
    const hardest = ['_x0041_', '_x0041\u0007', '\ud800', '\udc00_x0041', 'a\r\nb', '\uffff']
    const { cells } = await read(hardest.map((text) => ({ ...EMPTY, text })))
    expect(hardest.map((_, at) => cells[`A${at + 3}`]?.text)).toEqual(hardest)
  }, 30_000)

  it('is cut where it is longer than a cell, and never within a sign', async () => {
    const long = await textBack('a'.repeat(32_767))
    expect(long?.text).toHaveLength(32_767)
    const longer = await textBack('a'.repeat(32_768))
    expect(longer?.text).toBe(`${'a'.repeat(32_766)}…`)
    const split = await textBack(`${'a'.repeat(32_765)}😀b`)
    expect(split?.text).toBe(`${'a'.repeat(32_765)}…`)
  })
})

it('gives every fraction of marks back, by the nearest one with such a denominator', async () => {
  const marks = fc
    .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 6000 }))
    .map(([d, n]) => fraction(n, d))
  const lists = fc.array(marks, { minLength: 50, maxLength: 200 })
  await fc.assert(
    fc.asyncProperty(lists, async (all) => {
      const { cells } = await read(all.map((number) => ({ ...EMPTY, number })))
      for (const [at, number] of all.entries()) {
        const value = Number(cells[`B${at + 3}`]?.text)
        expect(Math.round(value * number.d)).toBe(number.n)
        expect(Math.abs(value - toNumber(number))).toBeLessThan(1e-6)
      }
    }),
    { numRuns: 3 },
  )
})

it('names columns as spreadsheets do', () => {
  expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnName)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
    'XFD',
  ])
})

it('is made page by page: what is ready goes out before the next page is read', async () => {
  const read: number[] = []
  // Names that do not compress, so that each page fills what the compressor holds back.
  const page = (n: number): Row[] =>
    Array.from({ length: 400 }, (_, row) => ({
      ...EMPTY,
      text: Array.from({ length: 500 }, (_, sign) =>
        String.fromCharCode(0x4e00 + ((row * 7919 + sign * 104_729 + n * 31) ** 2 % 20_000)),
      ).join(''),
    }))
  async function* pages() {
    for (let n = 0; n < 3; n++) {
      read.push(n)
      yield page(n)
    }
  }
  const sizes: number[] = []
  let size = 0
  for await (const piece of xlsxOf(tableIn('UTC'), pages(), now)) {
    size += piece.length
    sizes[read.length] = size
  }
  expect(sizes[1], 'after the first page').toBeGreaterThan(100_000)
  expect(sizes[2], 'after the second').toBeGreaterThan(2 * (sizes[1] ?? 0) * 0.9)
})

it('writes a gradebook with the same columns as every other format', async () => {
  const quizzes = [bookQuiz('a1', 'Smile')]
  const table = gradebookTable({ quizzes, timeZone: 'Europe/Paris' }, bookWords)
  const lines = ['=Anna', 'Ben'].map((name) => lineOf(quizzes, EVENLY, bookRow(name), now))
  const { cells, parts } = readWorkbook(await bytesOf(xlsxOf(table, pagesOf(lines), now)))
  expect(table.columns.map(({ id }, at) => [id, cells[`${columnName(at)}1`]?.text])).toEqual(
    table.columns.map(({ id }) => [id, id]),
  )
  expect([cells.B3?.text, cells.B4?.text, cells.H4?.text]).toEqual(['=Anna', 'Ben', 'missing'])
  expect(parts['xl/worksheets/sheet1.xml']).not.toContain('<f>')
})
