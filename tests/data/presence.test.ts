import { spawnSync } from 'node:child_process'
import { afterAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { listLive } from '@/lib/data/live'
import { askClock, sweepPresence } from '@/lib/data/presence'
import type { Viewer } from '@/lib/domain/viewer'
import { begin, handIn, newQuiz } from '@/tests/support/attempts'
import { newClass, newMember } from '@/tests/support/people'
import { rowsChangedBy } from '@/tests/support/rows'
import { statementsOf } from '@/tests/support/statements'
import { the } from '@/tests/support/the'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

async function atWork() {
  const [teacher, student] = [await newMember('Ada'), await newMember('Pupil')]
  const quiz = await newQuiz()
  const { id, assignments } = await newClass(teacher, [student], [quiz.id])
  const attemptId = await begin(student, quiz, { assignmentId: the(assignments[0]) })
  const seenBy = async (viewer: Viewer) => (await listLive(viewer, id, quiz.id))[0]?.attempt?.seenAt
  return { teacher, student, attemptId, seenBy }
}

describe('whether the page of an attempt is there', () => {
  it('is noted with one statement as the page asks for the time, and not once it is handed in', async () => {
    const { teacher, student, attemptId, seenBy } = await atWork()
    expect(await seenBy(teacher)).toBeNull()
    const { result, sent } = await statementsOf(() => askClock(student, attemptId, null, noon))
    expect(result).toEqual({ deadline: null, submittedAt: null, heardAt: null, elsewhere: null })
    expect(sent).toHaveLength(1)
    expect(await seenBy(teacher)).toEqual(noon)
    await askClock(student, attemptId, null, after(8_000))
    expect(await seenBy(teacher)).toEqual(after(8_000))
    await handIn(student, attemptId, after(9_000))
    const changed = await rowsChangedBy(() => askClock(student, attemptId, null, after(16_000)))
    expect(changed).toEqual([])
  })

  it('is known to every process: one notes it, another tells it', async () => {
    const { teacher, student, attemptId, seenBy } = await atWork()
    const script = `
      import { askClock } from '@/lib/data/presence'
      import { disconnect } from '@/lib/data/db'
      const viewer = { id: '${student.id}', name: 'Pupil', isGuest: false }
      await askClock(viewer, '${attemptId}', null, new Date('${noon.toISOString()}'))
      await disconnect()`
    const other = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--conditions=react-server', '--input-type=module', '-e', script],
      { env: process.env, encoding: 'utf8' },
    )
    expect(other.status, other.stderr).toBe(0)
    expect(await seenBy(teacher)).toEqual(noon)
  })

  it('is written to no journal but for that something happened, and waits for no disk', async () => {
    const { student, attemptId } = await atWork()
    await askClock(student, attemptId, null, noon)
    const [kept] = await db().$queryRaw<{ kind: string }[]>`
      select relpersistence::text as kind from pg_class where relname in ('Presence', 'Presence_pkey')
      group by 1`
    expect(kept?.kind, 'both the table and its index').toBe('u')
  })

  it('tells which other page of it is open: of another browser first, then another tab, for twenty seconds', async () => {
    const { student, attemptId } = await atWork()
    const page = (name: string, session: string) => ({
      page: name,
      device: `of ${session}`,
      session,
    })
    const ask = async (name: string, session: string, ms: number) =>
      (await askClock(student, attemptId, page(name, session), after(ms)))?.elsewhere
    expect(await ask('one', 'a', 0)).toBeNull()
    expect(await ask('two', 'a', 1_000)).toEqual({ device: null })
    expect(await ask('three', 'b', 1_500)).toEqual({ device: 'of a' })
    expect(await ask('one', 'a', 2_000)).toEqual({ device: 'of b' })
    expect(await ask('one', 'a', 21_200)).toEqual({ device: 'of b' })
    expect(await ask('one', 'a', 21_600)).toBeNull()
  })

  it('notes twenty pages of an attempt at the most, and forgets those that are gone', async () => {
    const { student, attemptId, seenBy, teacher } = await atWork()
    const ask = (n: number, ms: number) =>
      askClock(student, attemptId, { page: `${n}`, device: 'one', session: 'a' }, after(ms))
    for (let n = 0; n < 25; n++) await ask(n, n)
    expect(await db().presence.count({ where: { attemptId } })).toBe(20)
    expect(await seenBy(teacher)).toEqual(after(19))
    expect((await ask(30, 700_000))?.heardAt).toEqual(after(19))
    await ask(30, 700_001)
    expect(await db().presence.findMany({ where: { attemptId } })).toMatchObject([{ page: '30' }])
  })

  it('is forgotten a day later', async () => {
    const { student, attemptId } = await atWork()
    await askClock(student, attemptId, null, noon)
    await sweepPresence(noon)
    expect(await db().presence.count({ where: { attemptId } })).toBe(1)
    await sweepPresence(after(1))
    expect(await db().presence.count({ where: { attemptId } })).toBe(0)
  })
})
