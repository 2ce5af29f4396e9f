import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { pathOfOurs } from '@/lib/action'
import { networkOf } from '@/lib/auth/network'
import { refusedStatus } from '@/lib/auth/refused-status'
import { adoptGuest } from '@/lib/data/adoption'
import { recordAssignment } from '@/lib/data/assignments'
import { renewCode } from '@/lib/data/classes'
import { db, disconnect } from '@/lib/data/db'
import { listSessions, recordSession, revokeSession } from '@/lib/data/sessions'
import { promoteGuest } from '@/lib/data/users'
import { nameField } from '@/lib/fields'
import { textsOf } from '@/lib/form'
import { newQuiz } from '@/tests/support/attempts'
import {
  NO_DATES,
  newClass,
  newCode,
  newGuest,
  newMember,
  OPEN_RULES,
} from '@/tests/support/people'
import { rowsChangedBy } from '@/tests/support/rows'

afterAll(disconnect)

describe('a form', () => {
  it('may name its fields after what every object inherits', () => {
    const form = new FormData()
    for (const name of ['__proto__', 'constructor', 'toString']) form.append(name, 'x')
    form.append('constructor', 'y')
    const texts = textsOf(form)
    expect(Object.keys(texts).sort()).toEqual(['__proto__', 'constructor', 'toString'])
    expect(texts.constructor).toEqual(['x', 'y'])
    expect(({} as Record<string, unknown>).x).toBeUndefined()
    expect(z.looseObject({}).safeParse(texts).success).toBe(true)
  })

  it('may bring a name 200,000 times: reading it is no work of hours', () => {
    const form = new FormData()
    for (let n = 0; n < 200_000; n++) form.append('same', '')
    expect(textsOf(form).same).toHaveLength(200_000)
  })
})

describe('a name', () => {
  const isName = (name: string) => nameField.safeParse([name]).success

  it.each([
    ['a NUL', 'A\0B'],
    ['a line break', 'A\nB'],
    ['a turn of the writing direction', 'A\u202EB'],
    ['nothing that shows', '\u200B\u2060'],
  ])('with %s is refused', (_what, name) => {
    expect(isName(name)).toBe(false)
  })

  it.each(['Ms Keller', 'Zoë O’Neill-Şahin', '李小龍', 'مریم‌سادات', '👩‍🚀'])(
    '%s is taken',
    (name) => {
      expect(isName(name)).toBe(true)
    },
  )
})

describe('the page to come back to', () => {
  it.each([
    ...['//evil.example', '/.//evil.example', '/a/..//evil.example', '/%2e//evil.example', '//'],
    ...['/\\evil.example', 'http://evil.example', 'javascript:alert(1)', '/a/../b', '', 'classes'],
  ])('is the first page and not %s', (path) => {
    expect(pathOfOurs(path)).toBe('/')
  })

  it.each(['/', '/join/K7PARVS2', '/attempts/0-1/result', '/classes/1?name=A%20B&after=2'])(
    'is %s',
    (path) => {
      expect(pathOfOurs(path)).toBe(path)
    },
  )
})

describe('an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['192.0.2.7:50123', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::ffff', '2001:db8:1:2::/64'],
    ['[2001:db8:1:2::1]:443', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s counts for %s', (address, network) => {
    expect(networkOf(address)).toBe(network)
  })
})

describe('a request', () => {
  const ours = { host: 'learn.example', origin: 'http://learn.example' }
  const post = { method: 'POST', url: '/sign-in' }

  it.each([
    [400, { url: '/join/%E0%A4%A', headers: {} }],
    [400, { url: '/classes/x?name=%00', headers: {} }],
    [414, { url: `/api/health?${'a&'.repeat(1000)}`, headers: {} }],
    [414, { url: `/courses/paris-13-january/search?q=${'a'.repeat(5000)}`, headers: {} }],
    [null, { url: `/courses/paris-13-january/search?q=${'%E5%AB%A6'.repeat(120)}`, headers: {} }],
    [405, { method: 'TRACE', url: '/', headers: {} }],
    [405, { method: 'DELETE', url: '/api/health', headers: ours }],
    [403, { ...post, headers: { host: 'learn.example' } }],
    [403, { ...post, headers: { ...ours, origin: 'null' } }],
    [403, { ...post, headers: { ...ours, origin: 'http://evil.example' } }],
    [403, { ...post, headers: { ...ours, 'sec-fetch-site': 'cross-site' } }],
    [413, { ...post, headers: { ...ours, 'content-length': '2000000' } }],
    [411, { ...post, headers: { ...ours, 'transfer-encoding': 'chunked' } }],
    [
      411,
      { ...post, url: '/classes/1/people/import', headers: { ...ours, 'transfer-encoding': '' } },
    ],
    [
      null,
      { ...post, url: '/api/attempts/1/responses/q1', headers: { 'transfer-encoding': 'chunked' } },
    ],
    [null, { ...post, headers: { ...ours, 'content-length': '2000' } }],
    [null, { ...post, headers: { 'sec-fetch-site': 'same-origin' } }],
    [null, { url: '/progress?of=100%', headers: {} }],
    [null, { method: 'HEAD', url: '/join/K7PA%E2%80%93RVS2', headers: {} }],
  ])('is answered %j: %j', (status, request) => {
    expect(refusedStatus(request)).toBe(status)
  })
})

describe('somebody else', () => {
  it('gets no hold of a class by its id', async () => {
    const [teacher, mallory] = [await newMember(), await newMember('Mallory')]
    const theirs = await newClass(teacher)
    await newClass(mallory)
    const quiz = await newQuiz(1)
    const changed = await rowsChangedBy(async () => {
      expect(await renewCode(mallory, theirs.id, newCode(), null)).toBe(false)
      expect(await recordAssignment(mallory, theirs.id, quiz.id, NO_DATES, OPEN_RULES)).toBeNull()
    })
    expect(changed).toEqual([])
  })

  it('ends no session of mine by its short id', async () => {
    const [mine, mallory] = [await newMember(), await newMember('Mallory')]
    const now = new Date()
    const tokenHash = new Uint8Array(32).fill(7)
    const expires = new Date(now.getTime() + 60_000)
    await recordSession({ tokenHash, userId: mine.id, device: 'Firefox', expires }, null)
    const [listed] = await listSessions(mine, tokenHash, now)
    await revokeSession(mallory, listed?.id ?? '')
    expect(await listSessions(mine, tokenHash, now)).toHaveLength(1)
  })

  it('is neither adopted nor promoted once they are a member', async () => {
    const [member, mallory] = [await newMember(), await newMember('Mallory')]
    const claimed = { ...member, isGuest: true }
    await adoptGuest(claimed, mallory.id)
    const took = { name: 'Mallory', email: 'took@example.org', passwordHash: 'not a hash' }
    expect(await promoteGuest(claimed, took)).toBe(false)
    expect(await db().user.count({ where: { email: took.email } })).toBe(0)
  })

  it('makes a guest a member once only, however many sign up from that browser at once', async () => {
    const guest = await newGuest()
    const done = await Promise.all(
      Array.from({ length: 10 }, (_, n) =>
        promoteGuest(guest, { name: `N${n}`, email: `n${n}@example.org`, passwordHash: 'none' }),
      ),
    )
    expect(done.filter(Boolean)).toHaveLength(1)
  })
})
