import { afterAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { eraseAccount, findErasable } from '@/lib/data/erasure'
import { analysedClass } from '@/tests/support/analysed-class'
import { newClass, newMember } from '@/tests/support/people'
import { rowsChangedBy } from '@/tests/support/rows'
import { the } from '@/tests/support/the'
import { tracesOf } from '@/tests/support/traces-of'

afterAll(disconnect)

const STAND_IN = 'Erased account'

describe('a teacher who erases their account', () => {
  it('hands a class on first that has somebody in it: nothing is changed until then', async () => {
    const [teacher, student] = [await newMember('Only'), await newMember('Student')]
    const { id } = await newClass(teacher, [student])
    const changed = await rowsChangedBy(async () => {
      const told = the(await eraseAccount(teacher, STAND_IN))
      expect(told.onlyTeacherOf).toEqual([{ id, name: 'Class 9b' }])
    })
    expect(changed).toEqual([])
    const colleague = await newMember('Colleague')
    await db().membership.create({ data: { classId: id, userId: colleague.id, role: 'teacher' } })
    expect(await findErasable(teacher)).toMatchObject({ onlyTeacherOf: [], taught: [{ id }] })
    expect(await eraseAccount(teacher, STAND_IN)).toBeNull()
    expect(await db().class.count({ where: { id } })).toBe(1)
    expect(await tracesOf([teacher.id])).toEqual({})
  })

  it('of two only ones who go at once leaves the other in place', async () => {
    for (let round = 0; round < 6; round++) {
      const [one, other] = [await newMember('One'), await newMember('Other')]
      const { id } = await newClass(one, [await newMember('Student')])
      await db().membership.create({ data: { classId: id, userId: other.id, role: 'teacher' } })
      const told = await Promise.all([eraseAccount(one, STAND_IN), eraseAccount(other, STAND_IN)])
      expect(told.filter((each) => each === null)).toHaveLength(1)
      expect(await db().membership.count({ where: { classId: id, role: 'teacher' } })).toBe(1)
    }
  })

  it('takes along a class that nobody else is in, with what stood in for students there', async () => {
    const teacher = await newMember('Teacher')
    const room = await analysedClass(teacher, 1)
    const { viewer } = the(Object.values(room.students)[0])
    await eraseAccount(viewer, STAND_IN)
    const standIns = () => db().user.count({ where: { name: STAND_IN } })
    const before = await standIns()
    expect((await findErasable(teacher)).emptyClasses).toMatchObject([{ id: room.classId }])
    expect(await eraseAccount(teacher, STAND_IN)).toBeNull()
    expect(await db().class.count({ where: { id: room.classId } })).toBe(0)
    expect(await standIns()).toBe(before - 1)
  })
})
