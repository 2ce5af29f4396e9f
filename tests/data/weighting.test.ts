import { afterAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { listGradebook } from '@/lib/data/gradebook'
import { findWeighting, recordWeighting } from '@/lib/data/weighting'
import { BY_NAME } from '@/lib/domain/gradebook-view'
import type { NewWeighting } from '@/lib/domain/weighting-form'
import { handedIn } from '@/tests/support/attempts'
import { smallClass } from '@/tests/support/gradebook-changes'
import { the } from '@/tests/support/the'
import { noon } from '@/tests/support/versions'

afterAll(disconnect)

const plain: NewWeighting = {
  missing: 'ignored',
  otherWeight: 1,
  categories: [],
  assignments: [],
}

describe('how a class is weighed', () => {
  it('is kept, changed, and makes every total another one at once', async () => {
    const { teacher, classId, students, quizzes, assignments } = await smallClass()
    const [first, second] = [the(assignments[0]), the(assignments[1])]
    const ada = the(students[0])
    await handedIn(ada, the(quizzes[0]), 4, { assignmentId: first })
    await handedIn(ada, the(quizzes[1]), 0, { assignmentId: second })
    const total = async () =>
      (await listGradebook(teacher, classId, BY_NAME, null, noon)).rows[0]?.total
    expect(await total()).toBe(500_000_000)
    const weights = (categoryId: string | null, weight: number) => [
      { assignmentId: first, categoryId, weight },
      { assignmentId: second, categoryId: null, weight: 1 },
    ]
    await recordWeighting(teacher, classId, { ...plain, assignments: weights(null, 3) })
    expect(await total()).toBe(750_000_000)
    const categories = [{ id: null, name: 'Tests', weight: 9 }]
    await recordWeighting(teacher, classId, { ...plain, categories })
    const [tests] = the(await findWeighting(teacher, classId)).categories
    const named = { ...plain, categories: [{ ...the(tests), name: 'Big tests' }] }
    await recordWeighting(teacher, classId, { ...named, assignments: weights(the(tests).id, 1) })
    expect(await total()).toBe(900_000_000)
    expect(await findWeighting(teacher, classId)).toMatchObject({
      missing: 'ignored',
      otherWeight: 1,
      categories: [{ id: tests?.id, name: 'Big tests', weight: 9 }],
      assignments: [
        { assignmentId: first, categoryId: tests?.id, weight: 1 },
        { assignmentId: second, categoryId: null, weight: 1 },
      ],
    })
    await recordWeighting(teacher, classId, plain)
    expect(await total()).toBe(500_000_000)
  })

  it('takes no category and no quiz from another class', async () => {
    const [own, other] = [await smallClass(), await smallClass()]
    const categories = [{ id: null, name: 'Theirs', weight: 5 }]
    await recordWeighting(other.teacher, other.classId, { ...plain, categories })
    const theirs = the(the(await findWeighting(other.teacher, other.classId)).categories[0])
    await recordWeighting(own.teacher, own.classId, {
      ...plain,
      categories: [{ id: theirs.id, name: 'Mine now', weight: 1 }],
      assignments: [...own.assignments, ...other.assignments].map((assignmentId) => ({
        assignmentId,
        categoryId: theirs.id,
        weight: 7,
      })),
    })
    expect(await findWeighting(other.teacher, other.classId)).toMatchObject({
      categories: [theirs],
      assignments: [
        { categoryId: null, weight: 1 },
        { categoryId: null, weight: 1 },
      ],
    })
    expect(await findWeighting(own.teacher, own.classId)).toMatchObject({
      categories: [],
      assignments: [
        { categoryId: null, weight: 7 },
        { categoryId: null, weight: 7 },
      ],
    })
  })

  it('is changed by who teaches, and not in a class that is over', async () => {
    const { teacher, classId, students } = await smallClass()
    const student = the(students[0])
    expect(await recordWeighting(student, classId, { ...plain, missing: 'zero' })).toBe(false)
    expect((await findWeighting(student, classId))?.missing).toBe('ignored')
    await db().membership.updateMany({ where: { userId: student.id }, data: { role: 'observer' } })
    expect(await recordWeighting(student, classId, { ...plain, missing: 'zero' })).toBe(false)
    await db().class.update({ where: { id: classId }, data: { archivedAt: noon } })
    expect(await recordWeighting(teacher, classId, { ...plain, missing: 'zero' })).toBe(false)
  })
})
