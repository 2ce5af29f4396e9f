import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listBehind } from '@/lib/data/behind'
import { joinClass } from '@/lib/data/classes'
import { db, disconnect } from '@/lib/data/db'
import { findSummary } from '@/lib/data/item-analysis'
import { findVersion } from '@/lib/data/quizzes'
import { packSummary } from '@/lib/data/rollup-store'
import { foldBatch } from '@/lib/data/rollups'
import type { Fact } from '@/lib/domain/fact'
import { fraction } from '@/lib/domain/fraction'
import { analyseItems } from '@/lib/domain/item-analysis'
import { addTally, emptyRollup } from '@/lib/domain/rollup'
import type { Viewer } from '@/lib/domain/viewer'
import { env } from '@/lib/env'
import { answer, begin, handIn } from '@/tests/support/attempts'
import { manyAttempts } from '@/tests/support/many-attempts'
import { newMember } from '@/tests/support/people'
import { statementsOf } from '@/tests/support/statements'
import { the } from '@/tests/support/the'

afterAll(disconnect)

type Blocks = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number }
const blocks = (part: Blocks) => part['Shared Hit Blocks'] + part['Shared Read Blocks']

/** How many buffers the one statement of `read` touches, what it sends included. */
async function buffersOf(read: () => Promise<unknown>): Promise<number> {
  const { sent, bound } = await statementsOf(read)
  expect(sent).toHaveLength(1)
  const client = new pg.Client({ connectionString: env().databaseUrl })
  await client.connect()
  try {
    const text = `explain (analyze, buffers, serialize binary, format json) ${sent[0]}`
    const { rows } = await client.query({ text, values: bound[0] ?? [] })
    const [told] = rows[0]['QUERY PLAN']
    return blocks(told.Plan) + blocks(told.Serialization)
  } finally {
    await client.end()
  }
}

describe('a class of a hundred thousand with a million responses', () => {
  const size = 100_000
  let teacher: Viewer
  let room: Awaited<ReturnType<typeof manyAttempts>>
  beforeAll(async () => {
    teacher = await newMember('Teacher')
    room = await manyAttempts(teacher, size)
    await db().$executeRaw`analyze`
  }, 240_000)

  it('is analysed from one statement and at most ten buffers', async () => {
    const { classId, quiz } = room
    const read = () => findSummary(teacher, classId, quiz.id, 'first')
    expect((await read())?.summary.attempts).toBe(size)
    expect(await buffersOf(read)).toBeLessThanOrEqual(10)
  })

  it('has the facilities and blanks that its million responses have', async () => {
    const { classId, quiz, versionId, assignmentId } = room
    const { summary } = the(await findSummary(teacher, classId, quiz.id, 'all'))
    const { items } = analyseItems(the(await findVersion(versionId)), summary)
    const rows = await db().$queryRaw<{ id: string; mean: number; blank: number }[]>`
      select r."questionId" as id, avg(r."earnedN"::float8 / r."earnedD") as mean,
        count(*) filter (where r.value is null)::int as blank
      from "Response" r join "Attempt" a on a.id = r."attemptId"
      where a."assignmentId" = ${assignmentId}::uuid group by 1`
    expect(rows).toHaveLength(10)
    for (const { id, mean, blank } of rows) {
      const item = the(items.find((each) => each.id === id))
      expect(item.statistics.facility).toBeCloseTo(mean / item.points, 9)
      expect(item.blank).toBe(blank)
    }
  })

  it('lists a page of those behind a frequent or a rare answer without reading them all', async () => {
    const { classId, quiz, versionId, assignmentId } = room
    const { summary } = the(await findSummary(teacher, classId, quiz.id, 'first'))
    const marks = the(summary.items.find(({ id }) => id === 'q1')).marks
    const rare = the(summary.items.find(({ id }) => id === 'q6')).marks.toSorted(
      (a, b) => a[1] - b[1],
    )
    const facts: Fact[] = [
      { kind: 'asked', item: 'q1' },
      { kind: 'mark', item: 'q1', share: the(marks[0])[0] },
      { kind: 'mark', item: 'q6', share: the(rare[0])[0] },
    ]
    const at = { assignmentId, which: 'first', versionId } as const
    for (const fact of facts) {
      const { rows, next } = await listBehind(teacher, at, { fact }, null)
      expect(rows).toHaveLength(50)
      const following = await listBehind(teacher, at, { fact }, next)
      const ids = new Set([...rows, ...following.rows].map(({ id }) => id))
      expect(ids.size).toBe(100)
      const buffers = await buffersOf(() => listBehind(teacher, at, { fact }, next))
      expect(buffers).toBeLessThan(2000)
    }
  })

  it('counts one more hand-in after the other on top of them, and reads no more for it', async () => {
    const { classId, quiz, assignmentId } = room
    const { code } = await db().class.findUniqueOrThrow({ where: { id: classId } })
    const read = () => findSummary(teacher, classId, quiz.id, 'last')
    for (let more = 1; more <= 3; more++) {
      const student = await newMember('One more')
      await joinClass(student, code, new Date())
      const id = await begin(student, quiz, { assignmentId })
      await answer(student, id, { q4: 'true' })
      await handIn(student, id)
      expect(await foldBatch(assignmentId)).toBe(false)
      expect((await read())?.summary.attempts).toBe(size + more)
    }
    expect(await buffersOf(read)).toBeLessThanOrEqual(10)
  })
})

it('a summary of 24 questions with partial credit fits into one page of the database', () => {
  const rollup = emptyRollup()
  const shares = [0, 1, 2, 3, 4, 6, 8, 9, 12].map((n) => fraction(n, 12))
  // As even as can be: nothing that is frequent, and so nothing that packs well.
  for (let n = 0; n < 3000; n++) {
    const turn = (of: number) => (n * 7919 + of * 104_729 + n * n * (of + 3)) % 9973
    addTally(rollup, {
      share: fraction(turn(99) % 289, 288),
      points: 24,
      items: Array.from({ length: 24 }, (_, at) => ({
        id: `smiles-and-orbits-${at + 1}`,
        share: the(shares[turn(at) % 9]),
        rest: fraction(turn(at + 40) % 277, 276),
        isBlank: turn(at) % 11 === 0,
        answers: [
          {
            part: '',
            id: `option-${turn(at) % 5}`,
            why: turn(at) % 5 ? `why-${at}-${turn(at) % 5}` : null,
            typed: at % 3 === 0 ? { text: `typed words ${turn(at) % 400}`, feedback: null } : null,
          },
        ],
      })),
    })
  }
  const packed = packSummary(
    new Map([['01a2158d-5a83-7301-8bad-39978312e253', rollup]]),
    '01a2158d-5a83-7301-8bad-39978312e253',
  )
  expect(packed.length).toBeLessThan(8000)
})
