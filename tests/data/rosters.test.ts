import { afterAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { findRosterPlan, recordRoster } from '@/lib/data/rosters'
import { newPupils, type RosterRow } from '@/lib/domain/roster'
import { newClass, newMember } from '@/tests/support/people'
import { rowsChangedBy } from '@/tests/support/rows'
import { the } from '@/tests/support/the'

afterAll(disconnect)

const row = (line: number, name: string, more: Partial<RosterRow> = {}): RosterRow => ({
  line,
  name,
  username: null,
  sourcedId: null,
  leftOut: null,
  ...more,
})
const hashes = (count: number) => Array.from({ length: count }, (_, at) => `hash ${at}`)
const outcomes = async (...given: Parameters<typeof findRosterPlan>) =>
  the(await findRosterPlan(...given)).map((each) =>
    each.is === 'refused' ? each.fault : `${each.is} ${each.username}`,
  )

describe('a list of pupils', () => {
  it('is looked at without a row being written', async () => {
    const teacher = await newMember()
    const { id } = await newClass(teacher)
    const changed = await rowsChangedBy(async () => {
      expect(await outcomes(teacher, id, [row(1, 'Look Only'), row(2, '')])).toEqual([
        'new look.only',
        'needs-a-name',
      ])
    })
    expect(changed).toEqual([])
  })

  it('becomes accounts with seats, without address, whose passwords have to be changed', async () => {
    const teacher = await newMember()
    const { id } = await newClass(teacher)
    const rows = [row(1, 'Zora Quill', { sourcedId: 's1' }), row(2, ''), row(3, 'Zora Quill II')]
    const added = await recordRoster(teacher, id, rows, hashes(2))
    expect(added).toMatchObject([{ username: 'zora.quill' }, { username: 'zora.quill.ii' }])
    const accounts = await db().user.findMany({
      where: { homeClassId: id },
      orderBy: { id: 'asc' },
      include: { memberships: true },
    })
    expect(accounts).toMatchObject([
      {
        name: 'Zora Quill',
        email: null,
        passwordHash: 'hash 0',
        mustChangePassword: true,
        isGuest: false,
        memberships: [{ classId: id, role: 'student', sourcedId: 's1' }],
      },
      { passwordHash: 'hash 1', memberships: [{ classId: id, sourcedId: null }] },
    ])
  })

  it('imported twice changes nothing the second time, nor in another order', async () => {
    const teacher = await newMember()
    const { id } = await newClass(teacher)
    const rows = [
      row(1, 'Twice Told', { sourcedId: 't1' }),
      row(2, 'Twice Told', { sourcedId: 't2' }),
      row(3, 'Twice Told'),
      row(4, 'Other', { username: 'twice.other' }),
    ]
    expect(await recordRoster(teacher, id, rows, hashes(4))).toHaveLength(4)
    const changed = await rowsChangedBy(async () => {
      expect(await recordRoster(teacher, id, rows, hashes(4))).toEqual([])
      expect(await recordRoster(teacher, id, rows.toReversed(), hashes(4))).toEqual([])
    })
    expect(changed).toEqual([])
  })

  it('written many times at once adds each pupil once', async () => {
    const teacher = await newMember()
    const { id } = await newClass(teacher)
    const rows = [row(1, 'At Once'), row(2, 'At Once Too')]
    const all = await Promise.all(
      Array.from({ length: 6 }, () => recordRoster(teacher, id, rows, hashes(2))),
    )
    expect(
      all.map((added) => (added === null || added === 'again' ? 0 : added.length)).sort(),
    ).toEqual([0, 0, 0, 0, 0, 2])
    expect(await db().membership.count({ where: { classId: id, role: 'student' } })).toBe(2)
  })

  it('into two classes at once makes two accounts of one name, with usernames of their own', async () => {
    const teacher = await newMember()
    const classes = [await newClass(teacher), await newClass(teacher)]
    const rows = [row(1, 'Same Name Everywhere')]
    const write = async (id: string): Promise<string> => {
      const added = the(await recordRoster(teacher, id, rows, hashes(1)))
      return added === 'again' ? write(id) : the(added[0]).username
    }
    const usernames = await Promise.all(classes.map(({ id }) => write(id)))
    expect(usernames.toSorted()).toEqual(['same.name.everywhere', 'same.name.everywhere2'])
  })

  it('knows usernames of people elsewhere, and tells nothing else of them', async () => {
    const [teacher, other] = [await newMember(), await newMember()]
    const theirs = await newClass(other)
    await recordRoster(other, theirs.id, [row(1, 'Foreign Pupil')], hashes(1))
    const { id } = await newClass(teacher)
    expect(
      await outcomes(teacher, id, [
        row(1, 'Foreign Pupil'),
        row(2, 'X', { username: 'foreign.pupil' }),
      ]),
    ).toEqual(['new foreign.pupil2', 'username-taken'])
  })

  it('is written whole or not at all: not with fewer passwords than pupils', async () => {
    const teacher = await newMember()
    const { id } = await newClass(teacher)
    const rows = [row(1, 'Half Written'), row(2, 'Half Unwritten')]
    const changed = await rowsChangedBy(async () =>
      expect(await recordRoster(teacher, id, rows, hashes(1))).toBe('again'),
    )
    expect(changed).toEqual([])
  })

  it('of five hundred is written in one go', async () => {
    const teacher = await newMember()
    const { id } = await newClass(teacher)
    const rows = Array.from({ length: 500 }, (_, at) =>
      row(at + 1, 'Anna', { sourcedId: `m${at}` }),
    )
    const added = the(await recordRoster(teacher, id, rows, hashes(500)))
    expect(new Set(added === 'again' ? [] : added.map(({ username }) => username)).size).toBe(500)
    expect(newPupils(the(await findRosterPlan(teacher, id, rows)))).toEqual([])
  })
})
