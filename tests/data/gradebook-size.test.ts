import { afterAll, beforeAll, expect, it } from 'vitest'
import { findTaughtClass } from '@/lib/data/classes'
import { db, disconnect } from '@/lib/data/db'
import { listGradebook } from '@/lib/data/gradebook'
import {
  BY_NAME,
  GRADEBOOK_FILTERS,
  type GradebookPlace,
  type GradebookView,
} from '@/lib/domain/gradebook-view'
import type { Viewer } from '@/lib/domain/viewer'
import { buffersOf } from '@/tests/support/buffers'
import { largeClass, tenTimesAsMuch, tidy } from '@/tests/support/large-gradebook'
import { statementsOf } from '@/tests/support/statements'
import { the } from '@/tests/support/the'
import { noon } from '@/tests/support/versions'

/** Blocks of eight kilobytes for a page, the head of the table included. */
const MOST = 300
/** What deeper indexes may cost. */
const DEEPER = 30

let large: { teacher: Viewer; id: string; assignments: string[] }
const show = (view: GradebookView, place: GradebookPlace | null = null) =>
  listGradebook(large.teacher, large.id, view, place, noon)

beforeAll(async () => {
  large = await largeClass()
  // Works out every line.
  await show(BY_NAME)
  await tidy()
}, 240_000)
afterAll(disconnect)

/** What every order with every filter costs, both ways, on the first page and the second. */
async function costs(): Promise<
  Map<string, { statements: number; buffers: number; rows: number }>
> {
  const quiz = the(large.assignments[7])
  const found = new Map()
  for (const sort of ['name', 'total', quiz])
    for (const isDown of [false, true])
      for (const filter of [null, ...GRADEBOOK_FILTERS]) {
        const view = { sort, isDown, filter }
        const { next, rows } = await show(view)
        for (const place of next ? [null, next] : [null]) {
          const cost = await buffersOf(async () => {
            await findTaughtClass(large.teacher, large.id)
            await show(view, place)
          })
          const name = `${sort === quiz ? 'quiz' : sort} ${isDown} ${filter} ${place ? 2 : 1}`
          found.set(name, { ...cost, rows: rows.length })
        }
      }
  return found
}

it('a page of 50 of 1,000 students with 100 quizzes takes two statements and at most 300 blocks, in every order and with every filter, and no more when ten times as much other data stands beside it', async () => {
  const before = await costs()
  expect(before.get('name false null 2')?.rows).toBe(50)
  expect(before.get('quiz false missing 1')?.rows).toBe(50)
  await tenTimesAsMuch(large.id)
  const after = await costs()
  expect([...after.keys()]).toEqual([...before.keys()])
  for (const [name, { statements, buffers }] of after) {
    expect(statements, name).toBe(2)
    expect(buffers, name).toBeGreaterThan(10)
    expect(buffers, name).toBeLessThanOrEqual(MOST)
    expect(buffers, name).toBeLessThanOrEqual(the(before.get(name)).buffers + DEEPER)
  }
}, 240_000)

it('what one student hands in is worked out for that student alone, in one transaction of a few statements', async () => {
  const attempt = await db().attempt.findFirstOrThrow({
    where: { assignmentId: the(large.assignments[3]) },
  })
  const lines = () =>
    db().$queryRaw<{ id: string; version: string }[]>`
      select "studentId" as id, xmin::text as version from "GradebookRow"
      where "classId" = ${large.id}::uuid`
  const before = new Map((await lines()).map(({ id, version }) => [id, version]))
  await db().attempt.update({ where: { id: attempt.id }, data: { earnedN: 1, earnedD: 7 } })
  const { sent } = await statementsOf(() => show(BY_NAME))
  expect(sent.length).toBeLessThanOrEqual(12)
  const written = (await lines()).filter(({ id, version }) => before.get(id) !== version)
  expect(written.map(({ id }) => id)).toEqual([attempt.learnerId])
}, 60_000)
