import { afterAll, describe, expect, it } from 'vitest'
import { findAttendedClass } from '@/lib/data/attended'
import { joinClass } from '@/lib/data/classes'
import { db, disconnect } from '@/lib/data/db'
import { fraction } from '@/lib/domain/fraction'
import { begin, handedIn } from '@/tests/support/attempts'
import { classOfOne } from '@/tests/support/class-of-one'
import { newClass, newMember } from '@/tests/support/people'
import { statementsOf } from '@/tests/support/statements'
import { the } from '@/tests/support/the'
import { after } from '@/tests/support/versions'

afterAll(disconnect)

describe('a student’s page of a class', () => {
  it('shows what is set, what is open and what is done, and costs one statement', async () => {
    const { teacher, student, quiz, id, assignmentId } = await classOfOne()
    const page = () => findAttendedClass(student, id)
    expect(await page()).toMatchObject({
      name: 'Class 9b',
      teachers: [teacher.name],
      assignments: [{ openAttemptId: null, best: null, handedIn: 0 }],
    })
    await handedIn(student, quiz, 2, { assignmentId })
    const open = await begin(student, quiz, { assignmentId })
    const { result, sent } = await statementsOf(page)
    expect(result?.assignments).toMatchObject([
      { openAttemptId: open, best: { earned: fraction(2), points: 4 }, handedIn: 1 },
    ])
    expect(sent).toHaveLength(1)
  })

  it('leads to the earliest of equal results', async () => {
    const { student, quiz, id, assignmentId } = await classOfOne()
    const early = await handedIn(student, quiz, 2, { assignmentId, now: after(5) })
    await handedIn(student, quiz, 2, { assignmentId, now: after(6) })
    expect((await findAttendedClass(student, id))?.assignments).toMatchObject([
      { best: { attemptId: early }, handedIn: 2 },
    ])
  })

  it('counts what was done for this class, and nothing that was done alone or elsewhere', async () => {
    const { student, quiz, id, assignmentId } = await classOfOne()
    const elsewhere = await newClass(await newMember(), [student], [quiz.id])
    const own = await handedIn(student, quiz, 1, { assignmentId })
    await handedIn(student, quiz, 4, { assignmentId: the(elsewhere.assignments[0]) })
    await handedIn(student, quiz, 4)
    await handedIn(student, quiz, 4, { mode: 'practice' })
    expect((await findAttendedClass(student, id))?.assignments).toMatchObject([
      { best: { attemptId: own, earned: fraction(1), points: 4 }, handedIn: 1 },
    ])
  })

  it('says nothing of the class’s code, nor of other students', async () => {
    const { student, quiz, id, assignmentId } = await classOfOne()
    const { code } = await db().class.findUniqueOrThrow({ where: { id } })
    const other = await newMember('Somebody else')
    await joinClass(other, code, new Date())
    const foreign = await handedIn(other, quiz, 4, { assignmentId })
    const seen = JSON.stringify(await findAttendedClass(student, id))
    expect(seen).toContain('Class 9b')
    for (const secret of [code, other.id, other.name, foreign]) expect(seen).not.toContain(secret)
  })
})
