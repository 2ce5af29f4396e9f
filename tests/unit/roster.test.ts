import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decideRoster,
  type KnownPupil,
  newPupils,
  type RosterRow,
  wantedUsernames,
} from '@/lib/domain/roster'
import { freeUsername, isUsername, stemOf } from '@/lib/domain/username'

const row = (line: number, name: string, more: Partial<RosterRow> = {}): RosterRow => ({
  line,
  name,
  username: null,
  sourcedId: null,
  leftOut: null,
  ...more,
})
const pupil = (name: string, more: Partial<KnownPupil> = {}): KnownPupil => ({
  name,
  username: null,
  sourcedId: null,
  ...more,
})
const NOBODY: ReadonlySet<string> = new Set()
const told = (rows: RosterRow[], known: KnownPupil[] = [], taken = NOBODY) =>
  decideRoster(rows, known, taken).map((each) =>
    each.is === 'refused' ? each.fault : `${each.is} ${each.username}`,
  )

describe('a username made from a name', () => {
  it.each([
    ['Amina Yilmaz', 'amina.yilmaz'],
    ['Zoë van der Bérg', 'zoe.van.der.berg'],
    ["Siobhán O'Neill-Łukasz", 'siobhan.oneill.lukasz'],
    ['Søren Weiß', 'soren.weiss'],
    ['Li', 'pupil.li'],
    ['Maximiliane Schneider-Wiesengrund von Hohenfels', 'maximiliane.schneider.wiesengrund'],
    ['x'.repeat(80), 'x'.repeat(36)],
    ['王小明', 'pupil'],
    ['  =cmd|calc  ', 'cmd.calc'],
  ])('%s becomes %s', (name, username) => expect(stemOf(name)).toBe(username))

  it('is always one that may be kept, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(300), (name, count) => {
        const taken = new Set<string>()
        for (let each = 0; each <= count; each++)
          taken.add(freeUsername(stemOf(name), (username) => taken.has(username)))
        expect(taken.size).toBe(count + 1)
        for (const username of taken) expect(username).toSatisfy(isUsername)
      }),
    )
  })
})

describe('a list of pupils', () => {
  it('says of each row what becomes of it', () => {
    const rows = [
      row(1, 'Amina Yilmaz'),
      row(2, ' jonas   BERGER '),
      row(3, ''),
      row(4, 'x'.repeat(81)),
      row(5, 'amina yilmaz'),
      row(6, 'Lea Sommer', { username: 'Lea.S' }),
      row(7, 'Tom', { username: 'not a username' }),
      row(8, 'Ida', { username: 'ida' }),
      row(9, 'Ms Keller', { leftOut: 'not-a-student' }),
      row(10, 'A\u202Ebc'),
    ]
    expect(told(rows, [pupil('Jonas Berger', { username: 'jonas.b' })], new Set(['ida']))).toEqual([
      'new amina.yilmaz',
      'present jonas.b',
      'needs-a-name',
      'name-too-long',
      'twice-in-the-list',
      'new lea.s',
      'username-shape',
      'username-taken',
      'not-a-student',
      'name-unreadable',
    ])
  })

  it('tells two of one name apart by the school’s id or by a username of their own', () => {
    const rows = [
      row(1, 'Anna Berg', { sourcedId: '17' }),
      row(2, 'Anna Berg', { sourcedId: '18' }),
      row(3, 'Anna Berg', { username: 'anna.of.9b' }),
      row(4, 'Anna Berg', { sourcedId: '17' }),
    ]
    expect(told(rows)).toEqual([
      'new anna.berg',
      'new anna.berg2',
      'new anna.of.9b',
      'twice-in-the-list',
    ])
  })

  it('knows a pupil by the school’s id though the name has changed', () => {
    const known = [pupil('Anna Berg', { username: 'anna.berg', sourcedId: '17' })]
    expect(told([row(1, 'Anna Sommer', { sourcedId: '17' })], known)).toEqual(['present anna.berg'])
    expect(told([row(1, 'Anna Berg', { sourcedId: '18' })], known)).toEqual(['new anna.berg2'])
  })

  it('never makes a username that another row of the list asks for', () => {
    const rows = [row(1, 'Max Muster'), row(2, 'Anna', { username: 'max.muster' })]
    expect(told(rows)).toEqual(['new max.muster2', 'new max.muster'])
    expect(told(rows, [pupil('Anna')])).toEqual(['new max.muster2', 'present null'])
  })
})

const names = fc.constantFrom(
  'Anna',
  'anna ',
  'Anna Berg',
  'Bo',
  'Bö',
  'Max',
  '李',
  '',
  'x'.repeat(90),
)
const usernames = fc.option(
  fc.constantFrom('anna', 'anna2', 'anna.berg', 'MAX', 'bo!', 'pupil.bo'),
  {
    nil: null,
  },
)
const ids = fc.option(fc.constantFrom('1', '2', '3', '4', ' 1 '), { nil: null })
const rosters = fc
  .array(
    fc.record({
      name: names,
      username: usernames,
      sourcedId: ids,
      leftOut: fc.constantFrom(null, null, null, 'not-enabled' as const),
    }),
    { maxLength: 12 },
  )
  .map((rows) => rows.map((each, at): RosterRow => ({ line: at + 1, ...each })))
const classes = fc.uniqueArray(
  fc.record({
    name: fc.constantFrom('Anna', 'Anna Berg', 'Bo', 'Max', '李'),
    username: fc.option(fc.constantFrom('anna', 'anna2', 'max', 'someone'), { nil: null }),
    sourcedId: fc.option(fc.constantFrom('1', '2', '3'), { nil: null }),
  }),
  {
    maxLength: 6,
    comparator: (a, b) =>
      (a.username !== null && a.username === b.username) ||
      (a.sourcedId !== null && a.sourcedId === b.sourcedId),
  },
)
const elsewhere = fc
  .subarray(['anna', 'anna3', 'bo', 'max', 'pupil', 'pupil2'])
  .map((all): ReadonlySet<string> => new Set(all))

const RUNS = { numRuns: 3_000 }

describe('whatever the list and the class', () => {
  it('each row has exactly one outcome, in its place', () => {
    fc.assert(
      fc.property(rosters, classes, elsewhere, (rows, known, taken) => {
        expect(decideRoster(rows, known, taken).map((each) => each.row)).toEqual(rows)
      }),
      RUNS,
    )
  })

  it('no two usernames are alike, and each may be kept', () => {
    fc.assert(
      fc.property(rosters, classes, elsewhere, (rows, known, taken) => {
        const made = newPupils(decideRoster(rows, known, taken)).map(({ username }) => username)
        const all = [...made, ...taken, ...known.flatMap(({ username }) => username ?? [])]
        expect(new Set(all).size).toBe(new Set([...all.slice(made.length)]).size + made.length)
        for (const username of made) expect(username).toSatisfy(isUsername)
      }),
      RUNS,
    )
  })

  it('imported again it changes nothing: who was new is present, and nobody else is new', () => {
    fc.assert(
      fc.property(rosters, classes, elsewhere, (rows, known, taken) => {
        const first = decideRoster(rows, known, taken)
        const added = newPupils(first)
        const after = [...known, ...added]
        const usernamesNow = new Set([...taken, ...after.flatMap(({ username }) => username ?? [])])
        const again = decideRoster(rows, after, usernamesNow)
        expect(newPupils(again)).toEqual([])
        expect(again.map(({ is }) => is)).toEqual(
          first.map(({ is }) => (is === 'new' ? 'present' : is)),
        )
      }),
      RUNS,
    )
  })

  it('asks for every beginning from which it makes a username', () => {
    fc.assert(
      fc.property(rosters, classes, elsewhere, (rows, known, taken) => {
        const wanted = wantedUsernames(rows)
        for (const { username } of newPupils(decideRoster(rows, known, taken)))
          expect(
            [username, username.replace(/\.?\d+$/, '')].some((each) => wanted.includes(each)),
          ).toBe(true)
      }),
      RUNS,
    )
  })
})
