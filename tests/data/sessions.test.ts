import { createHash, randomBytes } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { digest, newToken } from '@/lib/auth/token'
import { disconnect } from '@/lib/data/db'
import {
  deleteSession,
  findSessionUser,
  listSessions,
  recordSession,
  recordSignIn,
  revokeOtherSessions,
  revokeSession,
} from '@/lib/data/sessions'
import { findAccount, recordPassword } from '@/lib/data/users'
import type { Viewer } from '@/lib/domain/viewer'
import { newGuest, newMember } from '@/tests/support/people'
import { allRows, rowsChangedBy } from '@/tests/support/rows'
import { statementsOf } from '@/tests/support/statements'
import { the } from '@/tests/support/the'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

const HOUR = 3_600_000

/** A session of an hour; its token. */
async function signIn(viewer: Viewer, device = 'Firefox, Linux', replaced: string | null = null) {
  const token = newToken()
  await recordSession(
    { tokenHash: digest(token), userId: viewer.id, device, expires: after(HOUR) },
    replaced === null ? null : digest(replaced),
  )
  return token
}
const isSignedIn = async (token: string) => (await findSessionUser(digest(token), noon)) !== null

describe('a session', () => {
  it('tells whose it is, guests too, in one statement', async () => {
    for (const viewer of [await newMember('Ada'), await newGuest('Gast')]) {
      const token = await signIn(viewer)
      const { result, sent } = await statementsOf(() => findSessionUser(digest(token), noon))
      expect(result).toEqual({
        userId: viewer.id,
        name: viewer.name,
        isGuest: viewer.isGuest,
        mustChangePassword: false,
        expires: after(HOUR),
      })
      expect(sent).toHaveLength(1)
    }
  })

  it('leaves its token in no column of any table, only the sha-256 of it', async () => {
    const token = await signIn(await newMember())
    const rows = (await allRows()).join('\n')
    const spellings = [
      token,
      Buffer.from(token, 'base64url').toString('hex'),
      Buffer.from(token).toString('hex'),
    ]
    for (const spelling of spellings) expect(rows).not.toContain(spelling)
    expect(rows).toContain(createHash('sha256').update(token).digest('hex'))
  })

  it('is nobody’s from the moment at which it runs out', async () => {
    const token = await signIn(await newMember())
    expect(await findSessionUser(digest(token), after(HOUR - 1))).not.toBeNull()
    expect(await findSessionUser(digest(token), after(HOUR))).toBeNull()
  })

  it('is nobody’s for another token, were it the stored hash itself', async () => {
    const token = await signIn(await newMember())
    expect(await findSessionUser(digest(newToken()), noon)).toBeNull()
    const stolen = Buffer.from(digest(token)).toString('base64url')
    expect(await findSessionUser(digest(stolen), noon)).toBeNull()
  })

  it('ends when it is signed out, and ending it twice is no error', async () => {
    const token = await signIn(await newMember())
    await deleteSession(digest(token))
    await deleteSession(digest(token))
    expect(await isSignedIn(token)).toBe(false)
  })

  it('takes the place of the one that the browser brought along', async () => {
    const guest = await signIn(await newGuest())
    const token = await signIn(await newMember(), 'Firefox, Linux', guest)
    expect([await isSignedIn(guest), await isSignedIn(token)]).toEqual([false, true])
  })
})

describe('one’s own sessions', () => {
  it('are listed by device with the present one told apart, expired and foreign ones not', async () => {
    const viewer = await newMember()
    await signIn(await newMember(), 'Chrome, Android')
    const here = await signIn(viewer, 'Firefox, Linux')
    await signIn(viewer, 'Safari, iPhone')
    const expired = {
      tokenHash: digest(newToken()),
      userId: viewer.id,
      device: 'Old',
      expires: noon,
    }
    await recordSession(expired, null)
    const list = await listSessions(viewer, digest(here), noon)
    expect(list.map(({ device, isCurrent }) => [device, isCurrent]).sort()).toEqual([
      ['Firefox, Linux', true],
      ['Safari, iPhone', false],
    ])
  })

  it('can be ended one by one', async () => {
    const viewer = await newMember()
    const tokens = [await signIn(viewer, 'here'), await signIn(viewer, 'there')]
    const [here = '', there = ''] = tokens
    const list = await listSessions(viewer, digest(here), noon)
    await revokeSession(viewer, the(list.find(({ device }) => device === 'there')).id)
    expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([true, false])
  })

  it('can be ended all but the present one', async () => {
    const viewer = await newMember()
    const other = await signIn(await newMember())
    const here = await signIn(viewer)
    const elsewhere = [await signIn(viewer), await signIn(viewer)]
    await revokeOtherSessions(viewer, digest(here))
    expect(await Promise.all([here, other, ...elsewhere].map(isSignedIn))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })

  it('are one’s own alone: nobody ends those of others', async () => {
    const viewer = await newMember()
    const stranger = await newMember()
    const token = await signIn(viewer)
    const [entry] = await listSessions(viewer, digest(token), noon)
    const changed = await rowsChangedBy(async () => {
      await revokeSession(stranger, the(entry).id)
      await revokeSession(viewer, randomBytes(6).toString('hex'))
      await revokeOtherSessions(stranger, digest(newToken()))
    })
    expect(changed).toEqual([])
  })
})

it('ends every other session when the password changes, and keeps the one at hand', async () => {
  const viewer = await newMember()
  const here = await signIn(viewer)
  const elsewhere = await signIn(viewer)
  const stranger = await signIn(await newMember())
  expect(await recordPassword(viewer, 'another hash', digest(here), 'not a hash')).toBe(true)
  expect(await Promise.all([here, elsewhere, stranger].map(isSignedIn))).toEqual([
    true,
    false,
    true,
  ])
  expect((await findAccount(viewer))?.passwordHash).toBe('another hash')
})

describe('a password that somebody else has changed meanwhile', () => {
  it('is not changed again by who knew the old one: what a teacher has set stands', async () => {
    const viewer = await newMember()
    const token = await signIn(viewer)
    const changed = await rowsChangedBy(async () => {
      expect(await recordPassword(viewer, 'mine', digest(token), 'the hash before')).toBe(false)
    })
    expect(changed).toEqual([])
  })

  it('lets nobody in by the old one, however late their session is opened', async () => {
    const viewer = await newMember()
    const session = () => ({
      tokenHash: digest(newToken()),
      userId: viewer.id,
      device: 'Firefox, Linux',
      expires: after(HOUR),
    })
    const changed = await rowsChangedBy(async () => {
      expect(await recordSignIn(session(), 'the hash before', null)).toBe(false)
    })
    expect(changed).toEqual([])
    const before = await signIn(viewer)
    expect(await recordSignIn(session(), 'not a hash', digest(before))).toBe(true)
    expect(await isSignedIn(before)).toBe(false)
    expect(await listSessions(viewer, digest(before), noon)).toHaveLength(1)
  })
})
