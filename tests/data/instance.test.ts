import { afterAll, describe, expect, it } from 'vitest'
import { POST } from '@/app/api/clock/route'
import { clockKey } from '@/lib/auth/clock-key'
import { digest, newToken } from '@/lib/auth/token'
import { findSetting, recordAssignment } from '@/lib/data/assignments'
import { db, disconnect } from '@/lib/data/db'
import { recordFirstPassword } from '@/lib/data/people'
import { findSessionUser, recordSession } from '@/lib/data/sessions'
import { findAccount } from '@/lib/data/users'
import { begin, newQuiz, published } from '@/tests/support/attempts'
import { NO_DATES, newClass, newMember, newPupil, OPEN_RULES } from '@/tests/support/people'
import { rowsChangedBy } from '@/tests/support/rows'
import { after, noon, statements, versionOf } from '@/tests/support/versions'

afterAll(disconnect)

describe('the clock’s address', () => {
  const ask = async (authorization?: string) => {
    const headers = authorization === undefined ? {} : { authorization }
    const request = new Request('http://localhost/api/clock', { method: 'POST', headers })
    return (await POST(request)).status
  }

  it('is there for its key alone, and changes nothing for any other', async () => {
    const key = clockKey()
    const other = `${key.startsWith('a') ? 'b' : 'a'}${key.slice(1)}`
    const open = await begin(await newMember(), await newQuiz())
    await db().attempt.update({ where: { id: open }, data: { deadline: noon } })
    const wrong = [undefined, '', 'Bearer ', key, `Bearer ${other}`, `bearer ${key}`]
    const changed = await rowsChangedBy(async () => {
      for (const each of wrong) expect(await ask(each), each).toBe(404)
    })
    expect(changed).toEqual([])
    expect(await ask(`Bearer ${key}`)).toBe(200)
    const { endedBy } = await db().attempt.findUniqueOrThrow({ where: { id: open } })
    expect(endedBy).toBe('clock')
  })
})

describe('a quiz that is for practice alone', () => {
  it('is set to no class', async () => {
    const teacher = await newMember()
    const { id } = await newClass(teacher)
    const practice = await published(versionOf(statements(1), { modes: ['practice'] }))
    const changed = await rowsChangedBy(async () => {
      expect(await recordAssignment(teacher, id, practice.id, NO_DATES, OPEN_RULES)).toBeNull()
    })
    expect(changed).toEqual([])
    expect(await findSetting(teacher, id, practice.id)).toBeNull()
  })
})

describe('a pupil who has come to teach or observe elsewhere', () => {
  it.each(['teacher', 'coteacher', 'observer'] as const)(
    'keeps their password, as a %s',
    async (role) => {
      const teacher = await newMember()
      const { id } = await newClass(teacher)
      const pupil = await newPupil(teacher, id, 'Pupil')
      const elsewhere = await newClass(await newMember())
      await db().membership.create({ data: { classId: elsewhere.id, userId: pupil.id, role } })
      const changed = await rowsChangedBy(async () => {
        expect(await recordFirstPassword(teacher, id, pupil.id, 'another hash')).toBeNull()
      })
      expect(changed).toEqual([])
      await db().membership.deleteMany({ where: { classId: elsewhere.id, userId: pupil.id } })
      expect(await recordFirstPassword(teacher, id, pupil.id, 'another hash')).not.toBeNull()
      expect((await findAccount(pupil))?.passwordHash).toBe('another hash')
    },
  )
})

describe('a database that lives in another zone', () => {
  it('ends sessions and attempts at the same instants', async () => {
    const [{ name } = { name: '' }] = await db().$queryRaw<{ name: string }[]>`
      select current_database()::text as name`
    await db().$executeRawUnsafe(`alter database "${name}" set timezone to 'Asia/Kolkata'`)
    await disconnect()
    const viewer = await newMember()
    const tokenHash = digest(newToken())
    await recordSession({ tokenHash, userId: viewer.id, device: 'x', expires: after(1_000) }, null)
    expect((await findSessionUser(tokenHash, after(999)))?.expires).toEqual(after(1_000))
    expect(await findSessionUser(tokenHash, after(1_000))).toBeNull()
    const id = await begin(viewer, await newQuiz(), { now: noon })
    const { startedAt } = await db().attempt.findUniqueOrThrow({ where: { id } })
    expect(startedAt).toEqual(noon)
    // What Postgres itself says is now, as a column's default, is now as well.
    const { createdAt } = await db().user.findUniqueOrThrow({ where: { id: viewer.id } })
    expect(Math.abs(Date.now() - createdAt.getTime())).toBeLessThan(60_000)
  })
})
