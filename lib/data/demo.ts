import { SHOWABLES } from '@/lib/domain/assignment'
import { codeFrom } from '@/lib/domain/class'
import { inTransaction } from './transaction'

const TEACHER = { username: 'demo-teacher', name: 'Ms Keller' }
const STUDENTS = [
  { username: 'demo-amina', name: 'Amina' },
  { username: 'demo-jonas', name: 'Jonas Berger' },
]

/** Any number of attempts, and everything shown after handing in. */
const DEMO_RULES = {
  attempts: null,
  review: { during: [], afterSubmission: [...SHOWABLES], afterClose: [...SHOWABLES] },
}

/**
 * The demo teacher with a class of two and the first lesson's quiz assigned. Run again it changes
 * nothing.
 */
export function recordDemo(passwordHash: string): Promise<void> {
  return inTransaction(async (transaction) => {
    const known = await transaction.user.findUnique({ where: { username: TEACHER.username } })
    if (known) return
    const teacher = await transaction.user.create({ data: { ...TEACHER, passwordHash } })
    const code = codeFrom(crypto.getRandomValues(new Uint8Array(8)))
    const demo = await transaction.class.create({
      data: {
        name: 'Class 9b, physics',
        code,
        timeZone: 'Europe/Paris',
        memberships: { create: { userId: teacher.id, role: 'teacher' } },
      },
    })
    for (const student of STUDENTS) {
      await transaction.user.create({
        data: {
          ...student,
          passwordHash,
          homeClassId: demo.id,
          memberships: { create: { classId: demo.id, role: 'student' } },
        },
      })
    }
    const quiz = await transaction.quiz.findFirst({
      where: { currentId: { not: null }, slug: 'the-meeting-in-paris' },
    })
    if (quiz) {
      await transaction.assignment.create({
        data: { classId: demo.id, quizId: quiz.id, rules: DEMO_RULES },
      })
    }
  })
}
