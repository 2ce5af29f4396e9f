import { randomBytes } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { isPassword } from '@/lib/auth/password'
import { db, disconnect } from '@/lib/data/db'
import { eraseAccount } from '@/lib/data/erasure'
import { recordKept } from '@/lib/data/staff'
import { administer, COMMANDS } from '@/scripts/admin/commands'
import { analysedClass } from '@/tests/support/analysed-class'
import { newClass, newMember, newPupil } from '@/tests/support/people'
import { rowsChangedBy } from '@/tests/support/rows'
import { the } from '@/tests/support/the'
import { tracesOf } from '@/tests/support/traces-of'
import { noon } from '@/tests/support/versions'

afterAll(disconnect)

const emailOf = async ({ id }: { id: string }) =>
  the((await db().user.findUniqueOrThrow({ where: { id } })).email)
const signedIn = (userId: string) =>
  db().session.create({
    data: {
      tokenHash: randomBytes(32),
      userId,
      device: 'Firefox',
      expires: new Date('2099-01-01'),
    },
  })
const sessionsOf = (userId: string) => db().session.count({ where: { userId } })

describe('whoever runs an instance', () => {
  it('is told what there is to do, and nothing is done at a word that is none', async () => {
    const { lines, code } = await administer([], noon)
    expect(code).toBe(0)
    for (const name of Object.keys(COMMANDS)) expect(lines.join('\n')).toContain(name)
    for (const word of ['drop', 'constructor', '__proto__'])
      expect(
        await rowsChangedBy(async () => expect((await administer([word], noon)).code).toBe(1)),
      ).toEqual([])
  })

  it('gives a new first password, which ends every session and has to be changed', async () => {
    const person = await newMember('Forgetful')
    await signedIn(person.id)
    const { lines, code } = await administer(['reset-password', await emailOf(person)], noon)
    expect(code).toBe(0)
    const password = /with (\S+) and/.exec(the(lines[0]))?.[1]
    const row = await db().user.findUniqueOrThrow({ where: { id: person.id } })
    expect(row.mustChangePassword).toBe(true)
    expect(await isPassword(row.passwordHash, the(password))).toEqual({ ok: true, value: true })
    expect(await sessionsOf(person.id)).toBe(0)
  })

  it('ends the sessions of one account and of no other', async () => {
    const [one, other] = [await newMember(), await newMember()]
    for (const { id } of [one, one, other]) await signedIn(id)
    expect(
      (await administer(['end-sessions', (await emailOf(one)).toUpperCase()], noon)).lines[0],
    ).toContain('2 sessions')
    expect([await sessionsOf(one.id), await sessionsOf(other.id)]).toEqual([0, 1])
    expect(await administer(['end-sessions', 'nobody@example.org'], noon)).toMatchObject({
      code: 1,
    })
  })

  it('erases an account, and is refused where a class would be left without a teacher', async () => {
    const person = await newMember('Gone')
    const email = await emailOf(person)
    expect(await administer(['erase-account', email], noon)).toMatchObject({ code: 1 })
    expect(await administer(['erase-account', email, '--yes'], noon)).toMatchObject({ code: 0 })
    expect(await tracesOf([person.id, email])).toEqual({})
    const teacher = await newMember()
    await newClass(teacher, [await newMember()])
    const told = await administer(['erase-account', await emailOf(teacher), '--yes'], noon)
    expect(told).toMatchObject({ code: 1 })
    expect(told.lines[0]).toContain('Class 9b')
  })
})

describe('a class past its day', () => {
  it('is listed, and goes with all that is in it and the accounts made for it alone', async () => {
    const teacher = await newMember('Keeper')
    const room = await analysedClass(teacher, 3)
    const [first, second] = Object.values(room.students)
    await eraseAccount(the(first).viewer, 'Erased account')
    const elsewhere = await newClass(teacher, [the(second).viewer])
    const own = await newMember('Has an account of their own')
    await db().membership.create({
      data: { classId: room.classId, userId: own.id, role: 'student' },
    })
    expect(await recordKept(teacher, room.classId, '2026-11-21')).toBe(true)

    const { lines } = await administer(['purge'], noon)
    expect(lines.join('\n')).toContain('Nothing is erased yet')
    expect(await db().class.count({ where: { id: room.classId } })).toBe(1)

    const told = await administer(['purge', '--yes'], noon)
    expect(told.lines).toEqual(['Erased: Class 8c, 3 attempts, 1 accounts.'])
    expect(await tracesOf([room.classId, room.assignmentId])).toEqual({})
    expect(await db().user.count({ where: { id: { in: [own.id, the(second).viewer.id] } } })).toBe(
      2,
    )
    expect(await db().class.count({ where: { id: elsewhere.id } })).toBe(1)
    expect((await administer(['purge'], noon)).lines).toEqual(['No class is past its day.'])
  })

  it('is kept through its last day, and its day can be taken away', async () => {
    const teacher = await newMember()
    const { id } = await newClass(teacher)
    expect((await administer(['keep-class', id, '2026-11-22'], noon)).code).toBe(0)
    expect((await administer(['purge'], noon)).lines).toEqual(['No class is past its day.'])
    expect((await administer(['retention'], noon)).lines.join('\n')).toContain(`2026-11-22 | ${id}`)
    expect((await administer(['keep-class', id, 'none'], noon)).code).toBe(0)
    for (const day of ['2026-02-30', 'soon', ''])
      expect(await administer(['keep-class', id, day], noon)).toMatchObject({ code: 1 })
    expect(await administer(['erase-class', id], noon)).toMatchObject({ code: 1 })
    expect(await administer(['erase-class', id, '--yes'], noon)).toMatchObject({ code: 0 })
    expect(await administer(['erase-class', id, '--yes'], noon)).toMatchObject({ code: 1 })
  })

  it('with a pupil who signs in nowhere else leaves no trace of them', async () => {
    const teacher = await newMember()
    const { id } = await newClass(teacher)
    const pupil = await newPupil(teacher, id, 'zqpupil Leaf')
    await administer(['erase-class', id, '--yes'], noon)
    expect(await tracesOf(['zqpupil', pupil.id])).toEqual({})
  })
})
