import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DEFAULT_RULES, EXTRA_TIMES, GRADINGS, LATE_POLICIES } from '@/lib/domain/assignment'
import { fraction } from '@/lib/domain/fraction'
import { CELL_STATES, cellOf } from '@/lib/domain/gradebook'
import {
  readCells,
  rowOf,
  type ShownCell,
  storeCells,
  storedCellsSchema,
} from '@/lib/domain/gradebook-row'
import {
  BY_NAME,
  GRADEBOOK_FILTERS,
  type GradebookView,
  queryOf,
  readPlace,
  readView,
} from '@/lib/domain/gradebook-view'

const HOUR = 3_600_000
const at = (hours: number) => new Date(Date.UTC(2026, 2, 10) + hours * HOUR)
const moment = fc.integer({ min: 0, max: 100 }).map(at)
const dates = fc.record({
  opensAt: fc.constant(null),
  dueAt: fc.option(moment),
  closesAt: fc.option(moment),
})
const rules = fc
  .record({
    minutes: fc.constantFrom(null, 60),
    grading: fc.constantFrom(...GRADINGS),
    late: fc.constantFrom(...LATE_POLICIES),
  })
  .map((some) => ({ ...DEFAULT_RULES, ...some }))
const attempt = fc
  .tuple(fc.uuid(), fc.option(moment), fc.integer({ min: 0, max: 7 }))
  .map(([id, submittedAt, n]) => ({
    id,
    submittedAt,
    earned: submittedAt && fraction(n, 2),
    points: submittedAt && 4,
  }))
const taken = fc.record({
  attempts: fc.array(attempt, { maxLength: 3 }),
  exception: fc.option(
    fc.record({
      extraAttempts: fc.constant(0),
      isExcused: fc.boolean(),
      dueAt: fc.option(moment),
    }),
  ),
  override: fc.option(fc.constant(fraction(1, 3))),
})
const extraTime = fc.constantFrom(...EXTRA_TIMES)

describe('the clock', () => {
  it('changes no cell before the instant that the cell names', () => {
    fc.assert(
      fc.property(
        dates,
        rules,
        extraTime,
        taken,
        moment,
        fc.nat(),
        (when, how, extra, did, now, ms) => {
          const set = { ...when, rules: how }
          const cell = cellOf(set, extra, did, now)
          const later = new Date(now.getTime() + ms)
          const isBefore = cell.changesAt === null || later < cell.changesAt
          if (isBefore) expect(cellOf(set, extra, did, later)).toEqual(cell)
          else if (cell.changesAt)
            expect(cellOf(set, extra, did, cell.changesAt).isOverdue).toBe(true)
          expect(cell.changesAt === null || cell.changesAt > now).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('changes a line when it changes the first of its cells', () => {
    const quiz = (id: string, hours: number | null) => ({
      assignmentId: id,
      opensAt: null,
      dueAt: hours === null ? null : at(hours),
      closesAt: null,
      rules: DEFAULT_RULES,
      categoryId: null,
      weight: 1,
    })
    const student = {
      studentId: 's',
      name: 'Ada',
      username: null,
      extraTime: 'none' as const,
      taken: [],
    }
    const weighting = { missing: 'zero' as const, categories: [], otherWeight: 1 }
    const row = rowOf(student, [quiz('a', 5), quiz('b', 3), quiz('c', null)], weighting, at(0))
    expect(row).toMatchObject({ total: -1, isIdle: true, hasMissing: false, hasLate: false })
    expect(row.changesAt).toEqual(new Date(at(3).getTime() + 1))
    const later = rowOf(student, [quiz('a', 5), quiz('b', 3)], weighting, at(4))
    expect(later).toMatchObject({ total: 0, isIdle: true, hasMissing: true })
  })
})

const shown: fc.Arbitrary<ShownCell> = fc.record({
  assignmentId: fc.uuid(),
  state: fc.constantFrom(...CELL_STATES),
  grade: fc.option(
    fc.tuple(fc.nat(), fc.integer({ min: 1, max: 2 ** 40 })).map(([n, d]) => fraction(n, d)),
  ),
  points: fc.option(fc.nat()),
  attempts: fc.nat(50),
  isLate: fc.boolean(),
  isOverridden: fc.boolean(),
  hasComment: fc.boolean(),
})

describe('what is kept of cells', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(shown), (cells) => {
        const stored = storedCellsSchema.parse(JSON.parse(JSON.stringify(storeCells(cells))))
        const ids = cells.map(({ assignmentId }) => assignmentId)
        expect(readCells(ids, stored)).toEqual(cells)
      }),
    )
  })
})

describe('a view of the gradebook', () => {
  const views: fc.Arbitrary<GradebookView> = fc.record({
    sort: fc.oneof(fc.constantFrom('name', 'total'), fc.uuid()),
    isDown: fc.boolean(),
    filter: fc.constantFrom(null, ...GRADEBOOK_FILTERS),
  })
  const places = fc.record({
    value: fc.integer({ min: -1, max: 1_000_000_000 }),
    name: fc.string({ unit: 'grapheme-ascii', maxLength: 80 }),
    id: fc.uuid(),
  })
  const asked = (query: string) => Object.fromEntries(new URLSearchParams(query))

  it('is read from its address as it was, with the place where a page begins', () => {
    fc.assert(
      fc.property(views, places, (view, place) => {
        expect(readView(asked(queryOf(view)))).toEqual(view)
        expect(readPlace(asked(queryOf(view)))).toBeNull()
        expect(readView(asked(queryOf(view, place)))).toEqual(view)
        expect(readPlace(asked(queryOf(view, place)))).toEqual(place)
      }),
    )
  })
  it.each([
    [{}],
    [{ sort: 'grade', order: 'up', show: '' }],
    [{ sort: ['', 'total'], order: ['', 'down'], show: ['all'] }],
    [{ sort: '1; drop table', show: 'constructor' }],
  ])('is the first one for whatever names none: %j', (query) => {
    expect(readView(query)).toEqual(BY_NAME)
  })
  it.each([
    [{ value: '0', name: 'x'.repeat(81), after: '01a21586-00b2-716f-9ec1-d93fe0bbef76' }],
    [{ value: '1e99', name: 'x', after: '01a21586-00b2-716f-9ec1-d93fe0bbef76' }],
    [{ value: '0', name: 'x', after: '1' }],
    [{ name: 'x', after: '01a21586-00b2-716f-9ec1-d93fe0bbef76' }],
  ])('begins at the beginning for a place that is none: %j', (query) => {
    expect(readPlace(query)).toBeNull()
  })
})
