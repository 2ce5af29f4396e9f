import fc from 'fast-check'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { recordAssignment } from '@/lib/data/assignments'
import { db, disconnect } from '@/lib/data/db'
import { listGradebook } from '@/lib/data/gradebook'
import { BY_NAME } from '@/lib/domain/gradebook-view'
import { env } from '@/lib/env'
import { begin, handedIn, handIn } from '@/tests/support/attempts'
import { type Change, changes, gradedClass, smallClass } from '@/tests/support/gradebook-changes'
import { NO_DATES, OPEN_RULES } from '@/tests/support/people'
import { the } from '@/tests/support/the'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

/** What is kept of a class, in the order of its keys. */
const keptOf = async (classId: string) => ({
  rows: await db().gradebookRow.findMany({ where: { classId }, orderBy: { studentId: 'asc' } }),
  cells: await db().$queryRaw`
    select c.* from "GradebookCell" c join "Assignment" s on s.id = c."assignmentId"
    where s."classId" = ${classId}::uuid order by c."assignmentId", c."studentId"`,
})

/** Forgets everything that was worked out, as if it had never been. */
async function forget(classId: string) {
  await db().gradebookRow.deleteMany({ where: { classId } })
  await db().$executeRaw`
    insert into "GradebookMark" ("classId", "studentId")
    select "classId", "userId" from "Membership" where "classId" = ${classId}::uuid
      and role = 'student'
    on conflict do nothing`
}

describe('what is kept of a gradebook', () => {
  it('is after any writes and any time what it is when all of it is worked out anew', async () => {
    const step = fc.record({
      change: fc.constantFrom(...(Object.keys(changes) as Change[])),
      who: fc.nat(2),
      which: fc.nat(1),
      n: fc.nat(4),
      minutes: fc.nat(90),
      isRead: fc.boolean(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
        const world = await smallClass()
        let now = noon
        const read = () => listGradebook(world.teacher, world.classId, BY_NAME, null, now)
        for (const { change, isRead, minutes, ...at } of steps) {
          now = new Date(now.getTime() + minutes * 60_000)
          await changes[change](world, at, now)
          if (isRead) await read()
        }
        await read()
        const kept = await keptOf(world.classId)
        await forget(world.classId)
        await read()
        expect(await keptOf(world.classId)).toEqual(kept)
      }),
      { numRuns: 25 },
    )
  }, 180_000)

  it.each(Object.keys(changes) as Change[])('is right after “%s” alone', async (change) => {
    const world = await gradedClass()
    for (const n of [1, 4]) {
      const read = () => listGradebook(world.teacher, world.classId, BY_NAME, null, after(10))
      await read()
      await changes[change](world, { who: 1, which: 0, n }, after(9))
      await read()
      const kept = await keptOf(world.classId)
      await forget(world.classId)
      await read()
      expect(await keptOf(world.classId)).toEqual(kept)
    }
  })

  it('is nothing of who is gone, nor of what is no longer set', async () => {
    const { teacher, classId, students, assignments } = await smallClass()
    const names = async () =>
      (await listGradebook(teacher, classId, BY_NAME, null, noon)).rows.map(({ name }) => name)
    expect(await names()).toEqual(['Ada', 'Bo', 'Cy'])
    const [ada, bo] = [the(students[0]), the(students[1])]
    await db().membership.delete({ where: { classId_userId: { classId, userId: ada.id } } })
    await db().user.delete({ where: { id: bo.id } })
    expect(await names()).toEqual(['Cy'])
    await db().assignment.delete({ where: { id: the(assignments[0]) } })
    const [row] = (await listGradebook(teacher, classId, BY_NAME, null, noon)).rows
    expect(row?.cells.map(({ assignmentId }) => assignmentId)).toEqual([the(assignments[1])])
    const cells = await db().gradebookCell.findMany({
      where: { OR: [{ assignmentId: { in: assignments } }, { studentId: ada.id }] },
    })
    expect(cells.map(({ name, assignmentId }) => [name, assignmentId])).toEqual([
      ['Cy', the(assignments[1])],
    ])
    await db().class.delete({ where: { id: classId } })
    expect(await db().gradebookCell.count({ where: { assignmentId: { in: assignments } } })).toBe(0)
    expect(await db().gradebookMark.count({ where: { classId } })).toBe(0)
  })
})

describe('at the same time', () => {
  /** A connection beside the application's, with a transaction open until `end`. */
  async function beside() {
    const client = new pg.Client({ connectionString: env().databaseUrl })
    await client.connect()
    await client.query('begin')
    const end = async () => {
      await client.query('commit')
      await client.end()
    }
    return { client, end }
  }

  it('a write that is not through yet when lines are worked out is not lost', async () => {
    const { teacher, classId, students, quizzes, assignments } = await smallClass()
    const assignmentId = the(assignments[0])
    const id = await handedIn(the(students[0]), the(quizzes[0]), 1, { assignmentId })
    const grade = async () =>
      (await listGradebook(teacher, classId, BY_NAME, null, noon)).rows[0]?.cells[0]?.grade
    const { client, end } = await beside()
    await client.query('update "Attempt" set "earnedN" = 0 where id = $1', [id])
    // Marked before by the hand-in, worked out now, and marked again by what is under way.
    const before = grade()
    await new Promise((resolve) => setImmediate(resolve))
    await end()
    await before
    expect(await grade()).toEqual({ n: 0, d: 1 })
  })

  it('nobody who hands in waits for another student’s line', async () => {
    const { classId, students, quizzes, assignments } = await smallClass()
    const [ada, bo] = [the(students[0]), the(students[1])]
    const assignmentId = the(assignments[0])
    const id = await begin(bo, the(quizzes[0]), { assignmentId })
    const { client, end } = await beside()
    // What working out Ada's line holds, until its transaction ends.
    await client.query('select id from "Class" where id = $1 for no key update', [classId])
    await client.query(
      'delete from "GradebookMark" where "classId" = $1 and "studentId" = $2 returning mark',
      [classId, ada.id],
    )
    expect(await handIn(bo, id, after(1))).toBe(true)
    await end()
  })

  it('ten who read at once see the same lines, and every line is worked out once', async () => {
    const { teacher, classId, students, quizzes, assignments } = await smallClass()
    for (const student of students)
      await handedIn(student, the(quizzes[0]), 2, { assignmentId: the(assignments[0]) })
    const pages = await Promise.all(
      Array.from({ length: 10 }, () => listGradebook(teacher, classId, BY_NAME, null, noon)),
    )
    for (const page of pages) expect(page).toEqual(pages[0])
    expect(await db().gradebookMark.count({ where: { classId } })).toBe(0)
  })

  it('teachers who set quizzes do not wait for one another, nor forget a line', async () => {
    const { teacher, classId, quizzes } = await smallClass()
    const dates = { ...NO_DATES, dueAt: after(60_000) }
    await Promise.all(
      quizzes.map(({ id }) => recordAssignment(teacher, classId, id, dates, OPEN_RULES)),
    )
    const { rows } = await listGradebook(teacher, classId, BY_NAME, null, after(60_001))
    expect(rows.map(({ cells }) => cells.map(({ state }) => state).join())).toEqual([
      'missing,missing',
      'missing,missing',
      'missing,missing',
    ])
  })
})
