import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { recordComment } from '@/lib/data/grade-comments'
import { findGradeDetails } from '@/lib/data/grade-details'
import { listGradebook } from '@/lib/data/gradebook'
import { recordOverride } from '@/lib/data/overrides'
import { findOwnGrades } from '@/lib/data/own-grades'
import { findRecord } from '@/lib/data/records'
import type { CellPlace } from '@/lib/data/seat'
import type { ROLES } from '@/lib/domain/class'
import { type Fraction, fraction } from '@/lib/domain/fraction'
import { BY_NAME } from '@/lib/domain/gradebook-view'
import { ownGradesOf } from '@/lib/domain/own-grades'
import type { Viewer } from '@/lib/domain/viewer'
import { handedIn } from '@/tests/support/attempts'
import { classOfOne } from '@/tests/support/class-of-one'
import { newMember } from '@/tests/support/people'
import { statementsOf } from '@/tests/support/statements'
import { the } from '@/tests/support/the'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

let people: Record<(typeof ROLES)[number] | 'stranger', Viewer>
let place: CellPlace
let assignmentId: string
beforeEach(async () => {
  const made = await classOfOne()
  people = {
    teacher: made.teacher,
    student: made.student,
    coteacher: await newMember('Coteacher'),
    observer: await newMember('Observer'),
    stranger: await newMember('Stranger'),
  }
  place = made.place
  assignmentId = made.assignmentId
  for (const role of ['coteacher', 'observer'] as const)
    await db().membership.create({
      data: { classId: place.classId, userId: people[role].id, role },
    })
  await handedIn(people.student, made.quiz, 1, { assignmentId })
})

const give = (share: Fraction | null, reason = 'because', who = people.teacher, now = noon) =>
  recordOverride(who, place, share, reason, now)
const details = async () => the(await findGradeDetails(people.observer, place))

describe('a grade that a teacher sets', () => {
  it('counts for the computed one, until it is lifted, and every change is in the history', async () => {
    const grade = async () =>
      (await listGradebook(people.teacher, place.classId, BY_NAME, null, noon)).rows[0]?.cells[0]
    expect((await grade())?.grade).toEqual(fraction(1, 4))
    expect(await give(fraction(1, 2), 'oral', people.coteacher, after(1))).toBe(true)
    expect(await grade()).toMatchObject({ grade: fraction(1, 2), isOverridden: true })
    expect((await details()).override).toEqual({
      share: fraction(1, 2),
      reason: 'oral',
      at: after(1),
      by: 'Coteacher',
    })
    await give(fraction(3, 4), 'heard again', people.teacher, after(2))
    await give(null, 'a mistake', people.teacher, after(3))
    expect(await grade()).toMatchObject({ grade: fraction(1, 4), isOverridden: false })
    expect((await details()).history).toMatchObject([
      {
        kind: 'override',
        at: after(3),
        by: 'Teacher',
        before: { share: fraction(3, 4) },
        after: null,
        reason: 'a mistake',
      },
      {
        before: { share: fraction(1, 2) },
        after: { share: fraction(3, 4) },
        reason: 'heard again',
      },
      { by: 'Coteacher', before: null, after: { share: fraction(1, 2) }, reason: 'oral' },
    ])
  })

  it('leaves no line where nothing changed', async () => {
    await give(null)
    expect((await details()).history).toEqual([])
    await give(fraction(1, 2), 'oral')
    await give(fraction(2, 4), 'oral', people.coteacher, after(9))
    expect((await details()).history).toHaveLength(1)
    expect((await details()).override?.by).toBe('Teacher')
  })

  it('is neither set nor in the history where one of the two fails', async () => {
    await db().$executeRaw`alter table "GradeChange" add constraint none check (reason <> 'never')`
    await expect(give(fraction(1, 2), 'never')).rejects.toThrow()
    await db().$executeRaw`alter table "GradeChange" drop constraint none`
    expect(await details()).toMatchObject({ override: null, history: [] })
  })

  it('is set by two at once one after the other, and the history tells both', async () => {
    await Promise.all([
      give(fraction(1, 2), 'one'),
      give(fraction(1, 3), 'two', people.coteacher),
      give(fraction(1, 5), 'three'),
    ])
    const { history, override } = await details()
    const chain = history.toReversed()
    expect(chain.map(({ before }) => before)).toEqual([
      null,
      ...chain.slice(0, -1).map((change) => change.after),
    ])
    expect({ share: override?.share }).toEqual(chain.at(-1)?.after)
  })

  it('keeps its history as it is, whatever anybody writes', async () => {
    await give(fraction(1, 2))
    await expect(
      db().gradeChange.updateMany({ where: { assignmentId }, data: { reason: 'another' } }),
    ).rejects.toThrow(/never altered/)
  })
})

describe('who may', () => {
  it('set and comment: teachers and co-teachers, in a class that is not over', async () => {
    for (const role of ['observer', 'student', 'stranger'] as const) {
      expect(await give(fraction(1, 2), 'because', people[role]), role).toBe(false)
      expect(await recordComment(people[role], place, 'Hello', noon), role).toBe(false)
    }
    const outside = { ...place, studentId: people.stranger.id }
    expect(await recordOverride(people.teacher, outside, fraction(1), 'x', noon)).toBe(false)
    const asStaff = { ...place, studentId: people.coteacher.id }
    expect(await recordOverride(people.teacher, asStaff, fraction(1), 'x', noon)).toBe(false)
    await db().class.update({ where: { id: place.classId }, data: { archivedAt: noon } })
    expect(await give(fraction(1, 2))).toBe(false)
    expect(await db().gradeChange.count({ where: { assignmentId } })).toBe(0)
  })

  it('read them: who teaches or observes, and of students only whose grade it is', async () => {
    await give(fraction(1, 2), 'a secret reason')
    await recordComment(people.teacher, place, 'a secret comment', noon)
    for (const role of ['teacher', 'coteacher', 'observer'] as const) {
      expect(await findGradeDetails(people[role], place), role).not.toBeNull()
      const found = await findRecord(people[role], place.classId, place.studentId)
      expect(found?.record.taken, role).toMatchObject([
        { assignmentId, override: fraction(1, 2), comment: 'a secret comment' },
      ])
    }
    const other = await newMember('Another student')
    await db().membership.create({
      data: { classId: place.classId, userId: other.id, role: 'student' },
    })
    for (const viewer of [people.student, people.stranger, other]) {
      expect(await findGradeDetails(viewer, place)).toBeNull()
      if (viewer !== people.student)
        expect(await findRecord(viewer, place.classId, place.studentId)).toBeNull()
    }
    expect(JSON.stringify(await findOwnGrades(other, place.classId))).not.toContain('secret')
    const own = the(await findOwnGrades(people.student, place.classId))
    expect(ownGradesOf(own.taken, own.extraTime, own.weighting, noon).grades).toMatchObject([
      { grade: fraction(1, 2), reason: 'a secret reason', comment: 'a secret comment' },
    ])
  })
})

describe('a comment to a student', () => {
  it('is one for each grade, can be changed and taken away, and its history stays', async () => {
    await recordComment(people.teacher, place, 'Look at question 3', after(1))
    await recordComment(people.teacher, place, 'Look at question 3', after(2))
    await recordComment(people.coteacher, place, 'Well done', after(3))
    expect((await details()).comment).toEqual({ text: 'Well done', at: after(3), by: 'Coteacher' })
    await recordComment(people.teacher, place, '', after(4))
    await recordComment(people.teacher, place, '', after(5))
    expect(await details()).toMatchObject({
      comment: null,
      history: [
        { before: { text: 'Well done' }, after: null, at: after(4) },
        { before: { text: 'Look at question 3' }, after: { text: 'Well done' } },
        { kind: 'comment', before: null, after: { text: 'Look at question 3' }, at: after(1) },
      ],
    })
  })
})

it('a grade’s page and a student’s own line are one statement each', async () => {
  await give(fraction(1, 2))
  const page = await statementsOf(() => findGradeDetails(people.teacher, place))
  const line = await statementsOf(() => findOwnGrades(people.student, place.classId))
  expect([page.sent.length, line.sent.length]).toEqual([1, 1])
})
