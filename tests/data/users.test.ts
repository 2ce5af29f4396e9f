import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { digest, newToken } from '@/lib/auth/token'
import { adoptGuest, listRivalAttempts } from '@/lib/data/adoption'
import { db, disconnect } from '@/lib/data/db'
import { findProgress, recordLessonRead } from '@/lib/data/progress'
import { findSessionUser, recordSession } from '@/lib/data/sessions'
import { recordSubmission } from '@/lib/data/submissions'
import {
  createMember,
  findAccount,
  findCredentials,
  promoteGuest,
  sweepGuests,
} from '@/lib/data/users'
import { submit } from '@/lib/domain/attempt'
import type { Viewer } from '@/lib/domain/viewer'
import { begin, handedIn, newQuiz } from '@/tests/support/attempts'
import { newClass, newGuest, newMember, newPupil, viewerOf } from '@/tests/support/people'
import { rowsChangedBy } from '@/tests/support/rows'
import { the } from '@/tests/support/the'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

const someone = () => ({
  name: 'Ada',
  email: `${randomUUID()}@example.org`,
  passwordHash: 'some hash',
})
const attemptsOf = async (viewer: Viewer) =>
  (await findProgress(viewer)).attempts.map(({ id }) => id).sort()
const readsOf = async (viewer: Viewer) =>
  (await findProgress(viewer)).reads.map(({ lessonSlug }) => lessonSlug).sort()

describe('an account', () => {
  it('has an e-mail address of its own, however many ask for it at once', async () => {
    const member = someone()
    const ids = await Promise.all(Array.from({ length: 10 }, () => createMember(member)))
    expect(ids.filter((id) => id !== null)).toHaveLength(1)
    expect(await createMember({ ...member, name: 'Another' })).toBeNull()
    expect(await db().user.count({ where: { email: member.email } })).toBe(1)
  })

  it('is found by its address or by its username, and by nothing else', async () => {
    const member = someone()
    const id = await createMember(member)
    const teacher = await newMember()
    const pupil = await newPupil(teacher, (await newClass(teacher)).id, 'Amina')
    const { username } = the(await findAccount(pupil))
    expect(await findCredentials(member.email)).toEqual({ id, passwordHash: 'some hash' })
    expect(await findCredentials(the(username))).toMatchObject({ id: pupil.id })
    expect(await findCredentials('nobody@example.org')).toBeNull()
    expect(await findCredentials('nobody')).toBeNull()
    expect(await findCredentials('')).toBeNull()
    expect(await findCredentials(the(id))).toBeNull()
  })

  it('cannot take the place of one with a username like its address', async () => {
    const member = someone()
    await createMember(member)
    expect(await db().user.count({ where: { username: member.email } })).toBe(0)
    expect(await findCredentials(member.email.split('@')[0] ?? '')).toBeNull()
  })
})

describe('a guest who signs up', () => {
  it('is the same row with all that was done', async () => {
    const guest = await newGuest()
    const quiz = await newQuiz()
    const ids = [
      await handedIn(guest, quiz, 1, { mode: 'practice' }),
      await begin(guest, quiz, { mode: 'practice' }),
    ]
    await recordLessonRead(guest, 'course', 'first')
    const member = someone()
    expect(await promoteGuest(guest, member)).toBe(true)
    const viewer = viewerOf(guest.id, member.name)
    expect(await attemptsOf(viewer)).toEqual(ids.sort())
    expect(await readsOf(viewer)).toEqual(['first'])
    expect(await findAccount(viewer)).toEqual({ ...member, username: null })
    expect(await findCredentials(member.email)).toMatchObject({ id: guest.id })
  })

  it('stays a guest when the address is taken', async () => {
    const member = someone()
    await createMember(member)
    const guest = await newGuest()
    const changed = await rowsChangedBy(async () =>
      expect(await promoteGuest(guest, member)).toBe(false),
    )
    expect(changed).toEqual([])
  })

  it('becomes a member once, and no member is ever overwritten', async () => {
    const guest = await newGuest()
    const done = await Promise.all([promoteGuest(guest, someone()), promoteGuest(guest, someone())])
    expect(done.sort()).toEqual([false, true])
    const member = await newMember()
    const claimed = viewerOf(member.id, member.name, true)
    const changed = await rowsChangedBy(async () =>
      expect(await promoteGuest(claimed, someone())).toBe(false),
    )
    expect(changed).toEqual([])
  })
})

describe('a guest whose browser signs in', () => {
  it('hands attempts and lessons read over, once, and is gone', async () => {
    const guest = await newGuest()
    const member = await newMember()
    const quiz = await newQuiz()
    const ids = [
      await handedIn(guest, quiz, 1, { mode: 'practice' }),
      await begin(guest, quiz, { mode: 'practice' }),
      await handedIn(member, quiz, 2),
    ]
    for (const lesson of ['first', 'second']) await recordLessonRead(guest, 'course', lesson)
    await recordLessonRead(member, 'course', 'second')
    const token = digest(newToken())
    const session = { tokenHash: token, userId: guest.id, device: '', expires: after(1) }
    await recordSession(session, null)

    await adoptGuest(guest, member.id)
    expect(await attemptsOf(member)).toEqual(ids.sort())
    expect(await readsOf(member)).toEqual(['first', 'second'])
    expect(await db().user.count({ where: { id: guest.id } })).toBe(0)
    expect(await findSessionUser(token, noon)).toBeNull()
    expect(await rowsChangedBy(() => adoptGuest(guest, member.id))).toEqual([])
  })

  it('keeps the answers and the scores of what is handed over', async () => {
    const guest = await newGuest()
    const member = await newMember()
    const id = await handedIn(guest, await newQuiz(), 1, { mode: 'practice' })
    const rows = () => db().response.findMany({ where: { attemptId: id } })
    const before = await rows()
    await adoptGuest(guest, member.id)
    expect(await rows()).toEqual(before)
    expect((await findProgress(member)).attempts).toMatchObject([
      { id, earned: { n: 1, d: 1 }, points: 2 },
    ])
  })

  it('leaves the member’s own open attempt the one that goes on', async () => {
    const guest = await newGuest()
    const member = await newMember()
    const quiz = await newQuiz()
    const mine = await begin(member, quiz, { mode: 'practice' })
    await begin(guest, quiz, { mode: 'practice' })
    await adoptGuest(guest, member.id)
    expect(await attemptsOf(member)).toEqual([mine])
    expect(await begin(member, quiz, { mode: 'practice' })).toBe(mine)
  })

  it('loses nothing where both have the same open: the guest’s is named, to be handed in first', async () => {
    const guest = await newGuest()
    const member = await newMember()
    const quiz = await newQuiz()
    const mine = await begin(member, quiz, { mode: 'practice' })
    const theirs = await begin(guest, quiz, { mode: 'practice' })
    await begin(guest, await newQuiz(), { mode: 'practice' })
    expect(await listRivalAttempts(guest, member.id)).toEqual([theirs])
    expect(await recordSubmission(guest, theirs, (attempt) => submit(attempt, noon))).toBe(true)
    expect(await listRivalAttempts(guest, member.id)).toEqual([])
    await adoptGuest(guest, member.id)
    expect(await attemptsOf(member)).toEqual(expect.arrayContaining([mine, theirs]))
  })

  it('is kept while a session of theirs lives and for thirty days, and is then forgotten', async () => {
    const [old, young, alive] = [await newGuest(), await newGuest(), await newGuest()]
    const member = await newMember()
    const created = new Date('2026-01-01T00:00:00Z')
    const now = new Date('2026-03-01T00:00:00Z')
    await db().user.updateMany({
      where: { id: { in: [old.id, alive.id, member.id] } },
      data: { createdAt: created },
    })
    await recordSession(
      {
        tokenHash: new Uint8Array(32).fill(7),
        userId: alive.id,
        device: 'x',
        expires: new Date('2027-01-01'),
      },
      null,
    )
    await sweepGuests(new Date('2026-02-01T00:00:00Z'), now)
    const left = await db().user.findMany({
      where: { id: { in: [old.id, young.id, alive.id, member.id] } },
      select: { id: true },
    })
    expect(left.map(({ id }) => id).sort()).toEqual([young.id, alive.id, member.id].sort())
  })

  it('is handed over to one member alone when two browsers sign in at once', async () => {
    const guest = await newGuest()
    const id = await handedIn(guest, await newQuiz(), 1, { mode: 'practice' })
    const members = [await newMember(), await newMember()]
    await Promise.all(members.map((member) => adoptGuest(guest, member.id)))
    const owned = await Promise.all(members.map(attemptsOf))
    expect(owned.flat()).toEqual([id])
  })

  it('is a guest: nothing is ever taken from a member', async () => {
    const member = await newMember()
    const other = await newMember()
    await handedIn(member, await newQuiz(), 1)
    const changed = await rowsChangedBy(async () => {
      await adoptGuest(member, other.id)
      await adoptGuest(viewerOf(member.id, member.name, true), other.id)
    })
    expect(changed).toEqual([])
  })
})
