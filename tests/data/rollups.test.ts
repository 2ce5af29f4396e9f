import fc from 'fast-check'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { findAnalysable } from '@/lib/data/item-analysis'
import { publishQuiz } from '@/lib/data/quizzes'
import { foldAssignment, foldBatch, listWaiting } from '@/lib/data/rollups'
import type { Viewer } from '@/lib/domain/viewer'
import { env } from '@/lib/env'
import {
  ANSWERS,
  type AnalysedClass,
  analysedClass,
  answersIn,
  attemptWith,
  questionsAnalysed,
} from '@/tests/support/analysed-class'
import { answer, begin, handIn } from '@/tests/support/attempts'
import { newMember } from '@/tests/support/people'
import { keptRollups, recounted } from '@/tests/support/recounted'
import { statementsOf } from '@/tests/support/statements'
import { the } from '@/tests/support/the'
import { after, versionOf } from '@/tests/support/versions'

afterAll(disconnect)

const row = (at: number) => the(Object.values(ANSWERS)[at % 12])
const people = (room: AnalysedClass) => Object.values(room.students).map(({ viewer }) => viewer)
const seat = (room: AnalysedClass, { id: userId }: Viewer) => ({
  classId_userId: { classId: room.classId, userId },
})
const attemptsIn = ({ assignmentId }: AnalysedClass) =>
  db().attempt.findMany({
    where: { assignmentId, submittedAt: { not: null } },
    orderBy: { id: 'asc' },
  })

let moved = 0
/** Attempts are numbered from 1 without gaps again, so that further ones can begin. */
async function renumber({ assignmentId }: AnalysedClass) {
  await db().$executeRaw`
    update "Attempt" set number = number + 100000 where "assignmentId" = ${assignmentId}::uuid`
  await db().$executeRaw`
    update "Attempt" a set number = n.number from (
      select id, row_number() over (partition by "learnerId" order by number)::int as number
      from "Attempt" where "assignmentId" = ${assignmentId}::uuid) n
    where n.id = a.id`
}
/** Everything that can happen to what is counted; `by` and `at` choose to whom or to what. */
const happenings = {
  async handIn(room: AnalysedClass, by: number, at: number, now: number) {
    const viewer = the(people(room)[by % 3])
    const sits = await db().membership.count({
      where: { classId: room.classId, userId: viewer.id, role: { not: 'observer' } },
    })
    if (sits) await attemptWith(viewer, room, row(at), now)
  },
  async regrade(room: AnalysedClass, by: number, at: number) {
    const all = await attemptsIn(room)
    const attempt = all[at % all.length]
    if (!attempt) return
    const [earnedN, earnedD] = [by, 2]
    await db().response.updateMany({
      where: { attemptId: attempt.id, questionId: 'q5' },
      data: { earnedN, earnedD },
    })
    if (by % 2)
      await db().attempt.update({ where: { id: attempt.id }, data: { earnedN: by, earnedD: 1 } })
  },
  async void(room: AnalysedClass, by: number) {
    await db().$executeRaw`
      update "Response" set "earnedN" = 0, "earnedD" = 0
      where "questionId" = ${`q${1 + (by % 4)}`} and "attemptId" in (
        select id from "Attempt" where "assignmentId" = ${room.assignmentId}::uuid
          and "submittedAt" is not null)`
  },
  async answerLate(room: AnalysedClass, by: number, at: number) {
    const all = await attemptsIn(room)
    const attempt = all[at % all.length]
    if (attempt)
      await db().response.updateMany({
        where: { attemptId: attempt.id, questionId: 'q3' },
        data: { value: `late ${by}` },
      })
  },
  async leave(room: AnalysedClass, by: number) {
    const userId = the(people(room)[by % 3]).id
    await db().membership.deleteMany({ where: { classId: room.classId, userId } })
  },
  async sit(room: AnalysedClass, by: number, at: number) {
    const viewer = the(people(room)[by % 3])
    const role = at % 2 ? 'student' : 'observer'
    await db().membership.upsert({
      where: seat(room, viewer),
      create: { classId: room.classId, userId: viewer.id, role },
      update: { role },
    })
  },
  async forget(room: AnalysedClass, _by: number, at: number) {
    const all = await attemptsIn(room)
    const attempt = all[at % all.length]
    if (attempt) await db().attempt.delete({ where: { id: attempt.id } })
    await renumber(room)
  },
  async handOver(room: AnalysedClass, by: number, at: number) {
    const all = await attemptsIn(room)
    const attempt = all[at % all.length]
    if (!attempt) return
    const number = 1000 + moved++
    const learnerId = the(people(room)[by % 3]).id
    await db().attempt.update({ where: { id: attempt.id }, data: { learnerId, number } })
    await renumber(room)
  },
  async publish(room: AnalysedClass, by: number) {
    const title = `Version ${by % 3}`
    await publishQuiz(versionOf(questionsAnalysed(), { slug: room.quiz.slug, title }))
  },
  fold: (room: AnalysedClass) => foldAssignment(room.assignmentId),
}
type Happening = keyof typeof happenings
const history = fc.array(
  fc.record({
    what: fc.constantFrom(...(Object.keys(happenings) as Happening[]), 'handIn', 'handIn', 'fold'),
    by: fc.nat(5),
    at: fc.nat(30),
  }),
  { minLength: 4, maxLength: 12 },
)

describe('rollups', () => {
  it('equal those made anew from the attempts, whatever has happened and whenever it was counted', async () => {
    const teacher = await newMember('Teacher')
    await fc.assert(
      fc.asyncProperty(history, async (happened) => {
        const room = await analysedClass(teacher, 3)
        for (const [place, { what, by, at }] of happened.entries())
          await happenings[what as Happening](room, by, at, 1000 * (place + 1))
        expect(await foldAssignment(room.assignmentId)).toBe(false)
        expect(await keptRollups(room.assignmentId)).toEqual(await recounted(room.assignmentId))
      }),
      { numRuns: 10 },
    )
  }, 240_000)

  const changing = ['regrade', 'void', 'answerLate', 'leave', 'sit', 'forget', 'handOver'] as const
  it.each(changing)('follow what happens to attempts that are counted: %s', async (what) => {
    const room = await analysedClass(await newMember('Teacher'), 3)
    await foldAssignment(room.assignmentId)
    const before = await keptRollups(room.assignmentId)
    await happenings[what](room, 2, 0)
    const anew = await recounted(room.assignmentId)
    expect(anew).not.toEqual(before)
    await foldAssignment(room.assignmentId)
    expect(await keptRollups(room.assignmentId)).toEqual(anew)
  })

  it('count everything once, however many count at the same time', async () => {
    const room = await analysedClass(await newMember('Teacher'), 5)
    const { assignmentId } = room
    const folding = Array.from({ length: 6 }, () => foldAssignment(assignmentId))
    const writing = people(room).map((viewer, at) => attemptWith(viewer, room, row(at), 5000 + at))
    await Promise.all([...folding, ...writing])
    await Promise.all([foldBatch(assignmentId), foldBatch(assignmentId)])
    const kept = await keptRollups(assignmentId)
    expect(Object.keys(kept)).toHaveLength(4)
    expect(kept).toEqual(await recounted(assignmentId))
  })

  it('are made for what waits longest, and what is deleted waits no longer', async () => {
    const teacher = await newMember('Teacher')
    const [first, second] = [await analysedClass(teacher, 1), await analysedClass(teacher, 1)]
    const waiting = await listWaiting(1000)
    expect(waiting.slice(-2)).toEqual([first.assignmentId, second.assignmentId])
    await db().assignment.delete({ where: { id: first.assignmentId } })
    await foldBatch(first.assignmentId)
    await foldBatch(second.assignmentId)
    const still = await listWaiting(1000)
    for (const { assignmentId } of [first, second]) expect(still).not.toContain(assignmentId)
    expect(await keptRollups(first.assignmentId)).toEqual({})
  })

  it('are gone when nobody is counted any more', async () => {
    const room = await analysedClass(await newMember('Teacher'), 2)
    await foldAssignment(room.assignmentId)
    expect(Object.keys(await keptRollups(room.assignmentId))).toHaveLength(4)
    for (const viewer of people(room)) await db().user.delete({ where: { id: viewer.id } })
    await foldAssignment(room.assignmentId)
    expect(await keptRollups(room.assignmentId)).toEqual({})
    expect(await db().attemptTally.count({ where: { assignmentId: room.assignmentId } })).toBe(0)
  })
})

describe('handing in', () => {
  /** An attempt with all its answers, that waits to be handed in. */
  async function ready(room: AnalysedClass, name: string) {
    const { viewer } = the(room.students[name])
    const { quiz, assignmentId } = room
    const id = await begin(viewer, quiz, { assignmentId, seed: 'ready', now: after(9000) })
    await answer(viewer, id, answersIn('ready', row(0)), after(9000))
    return { viewer, id }
  }

  it('sends what it sent before there were rollups: seven statements', async () => {
    const room = await analysedClass(await newMember('Teacher'), 1)
    const { viewer, id } = await ready(room, 'Amal')
    const { result, sent } = await statementsOf(() => handIn(viewer, id, after(9001)))
    expect(result).toBe(true)
    expect(sent.map((each) => each.trim().split(/\s+/)[0]?.toLowerCase())).toEqual([
      'begin',
      'select',
      'select',
      'insert',
      'update',
      'insert',
      'commit',
    ])
  })

  it('is noted, and waits for nobody who counts', async () => {
    const teacher = await newMember('Teacher')
    const room = await analysedClass(teacher, 2)
    await foldAssignment(room.assignmentId)
    const { viewer, id } = await ready(room, 'Amal')
    const slow = await ready(room, 'Bea')
    await handIn(slow.viewer, slow.id, after(9001))
    // Somebody counts, and is kept in the midst of it with all that it has locked.
    const client = new pg.Client({ connectionString: env().databaseUrl })
    await client.connect()
    try {
      await client.query('begin')
      await client.query('select from "Rollup" where "assignmentId" = $1 for update', [
        room.assignmentId,
      ])
      const counting = foldBatch(room.assignmentId)
      const held = () => db().$queryRaw<object[]>`
        select from pg_stat_activity where wait_event_type = 'Lock' and query like '%into "Rollup"%'`
      await expect.poll(async () => (await held()).length, { timeout: 10_000 }).toBe(1)
      expect(await handIn(viewer, id, after(9002))).toBe(true)
      await client.query('rollback')
      await counting
    } finally {
      await client.end()
    }
    const quiz = the(await findAnalysable(teacher, room.classId, room.quiz.id))
    expect(quiz.isWaiting).toBe(true)
    await foldAssignment(room.assignmentId)
    expect(await keptRollups(room.assignmentId)).toEqual(await recounted(room.assignmentId))
  })

  it('and saving note nothing before an attempt is handed in', async () => {
    const teacher = await newMember('Teacher')
    const room = await analysedClass(teacher, 1)
    await foldAssignment(room.assignmentId)
    await ready(room, 'Amal')
    const quiz = the(await findAnalysable(teacher, room.classId, room.quiz.id))
    expect(quiz.isWaiting).toBe(false)
  })
})
