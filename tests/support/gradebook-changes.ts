import { recordAssignment } from '@/lib/data/assignments'
import { db } from '@/lib/data/db'
import { recordException } from '@/lib/data/exceptions'
import { recordComment } from '@/lib/data/grade-comments'
import { recordOverride } from '@/lib/data/overrides'
import { findWeighting, recordWeighting } from '@/lib/data/weighting'
import { EXTRA_TIMES, GRADINGS } from '@/lib/domain/assignment'
import { fraction } from '@/lib/domain/fraction'
import type { Viewer } from '@/lib/domain/viewer'
import { begin, handedIn, handIn, newQuiz, type PublishedQuiz } from './attempts'
import { NO_DATES, newClass, newMember, OPEN_RULES } from './people'
import { the } from './the'
import { after } from './versions'

export interface SmallClass {
  teacher: Viewer
  students: Viewer[]
  quizzes: PublishedQuiz[]
  classId: string
  assignments: string[]
}

/** Three students at two quizzes of four statements, the first of which is due an hour after noon. */
export async function smallClass(): Promise<SmallClass> {
  const teacher = await newMember('Teacher')
  const students = [await newMember('Ada'), await newMember('Bo'), await newMember('Cy')]
  const quizzes = [await newQuiz(4), await newQuiz(4)]
  const ids = quizzes.map(({ id }) => id)
  const { id: classId, assignments } = await newClass(teacher, students, ids)
  await recordAssignment(teacher, classId, the(ids[0]), DUE, OPEN_RULES)
  return { teacher, students, quizzes, classId, assignments }
}

/** The same where all have handed in both, with results of their own, and a category is used. */
export async function gradedClass(): Promise<SmallClass> {
  const world = await smallClass()
  const { teacher, classId, assignments, students, quizzes } = world
  for (const [place, student] of students.entries())
    for (const [which, quiz] of quizzes.entries())
      await handedIn(student, quiz, (place + 2 * which) % 5, {
        assignmentId: the(assignments[which]),
        now: after(place),
      })
  const none = { missing: 'ignored', otherWeight: 2, assignments: [] } as const
  const categories = [{ id: null, name: 'Tests', weight: 3 }]
  await recordWeighting(teacher, classId, { ...none, assignments: [], categories })
  const made = the(await findWeighting(teacher, classId)).categories
  const [assignmentId, categoryId] = [the(assignments[0]), the(made[0]).id]
  await recordWeighting(teacher, classId, {
    ...none,
    categories: made,
    assignments: [{ assignmentId, categoryId, weight: 1 }],
  })
  return world
}

const HOUR = 3_600_000
const DUE = { ...NO_DATES, dueAt: after(HOUR) }

/** Whom and what a change is about, and a number from 0 to 4 that it makes something of. */
interface At {
  who: number
  which: number
  n: number
}
type Run = (world: SmallClass, at: At, now: Date) => Promise<unknown>

const ofStudent = ({ classId, students, quizzes }: SmallClass, { who, which }: At) => ({
  classId,
  quizId: the(quizzes[which]).id,
  studentId: the(students[who]).id,
})
const attemptsOf = ({ assignments, students }: SmallClass, { who, which }: At) => ({
  assignmentId: the(assignments[which]),
  learnerId: the(students[who]).id,
})
const seatOf = ({ classId, students }: SmallClass, { who }: At) => ({
  classId,
  userId: the(students[who]).id,
})

/** Everything that may change a line of a gradebook, by the functions of the application where it has one. */
export const changes = {
  begin: async (world, at, now) => {
    const { assignmentId, learnerId } = attemptsOf(world, at)
    const isMember = await db().membership.count({ where: seatOf(world, at) })
    if (isMember === 0) return
    const open = await db().attempt.count({
      where: { assignmentId, learnerId, submittedAt: null },
    })
    if (open > 0) return
    await begin(the(world.students[at.who]), the(world.quizzes[at.which]), { assignmentId, now })
  },
  handIn: async (world, at, now) => {
    const open = await db().attempt.findFirst({
      where: { ...attemptsOf(world, at), submittedAt: null },
    })
    if (open) await handIn(the(world.students[at.who]), open.id, now)
  },
  rescore: (world, at) =>
    db().attempt.updateMany({
      where: { ...attemptsOf(world, at), submittedAt: { not: null } },
      data: { earnedN: at.n },
    }),
  forgetAttempts: (world, at) => db().attempt.deleteMany({ where: attemptsOf(world, at) }),
  except: (world, at, now) =>
    recordException(
      world.teacher,
      ofStudent(world, at),
      { dueAt: after(at.n * HOUR), extraAttempts: 0, isExcused: at.n === 4 },
      null,
      now,
      'because',
    ),
  exceptNoMore: (world, at, now) =>
    recordException(world.teacher, ofStudent(world, at), null, null, now, 'because'),
  override: (world, at, now) =>
    recordOverride(world.teacher, ofStudent(world, at), fraction(at.n, 4), 'because', now),
  lift: (world, at, now) =>
    recordOverride(world.teacher, ofStudent(world, at), null, 'because', now),
  comment: (world, at, now) =>
    recordComment(world.teacher, ofStudent(world, at), at.n === 0 ? '' : `Comment ${at.n}`, now),
  setAgain: ({ teacher, classId, quizzes }, { which, n }) =>
    recordAssignment(
      teacher,
      classId,
      the(quizzes[which]).id,
      n === 0 ? NO_DATES : { ...NO_DATES, dueAt: after((n - 1) * HOUR) },
      { ...OPEN_RULES, grading: GRADINGS[n % 4] ?? 'last', late: 'deducted', latePercent: 30 },
    ),
  weigh: async ({ teacher, classId, assignments }, { which, n }) => {
    const old = the(await findWeighting(teacher, classId)).categories
    await recordWeighting(teacher, classId, {
      missing: n % 2 === 0 ? 'zero' : 'ignored',
      otherWeight: n,
      categories: [...old.slice(1), { id: null, name: `Category ${n}`, weight: n }],
      assignments: assignments.map((assignmentId, place) => ({
        assignmentId,
        categoryId: place === which ? (old.at(-1)?.id ?? null) : null,
        weight: n + place,
      })),
    })
  },
  decide: ({ classId }, { n }) =>
    db().class.update({
      where: { id: classId },
      data: { missing: n % 2 === 0 ? 'zero' : 'ignored', otherWeight: n },
    }),
  weighCategory: ({ classId }, { n }) =>
    db().category.updateMany({ where: { classId }, data: { weight: n } }),
  dropCategories: ({ classId }) => db().category.deleteMany({ where: { classId } }),
  rename: ({ students }, { who, n }) =>
    db().user.update({ where: { id: the(students[who]).id }, data: { name: `Name ${n}` } }),
  giveTime: (world, at) =>
    db().membership.updateMany({
      where: seatOf(world, at),
      data: { extraTime: EXTRA_TIMES[at.n] ?? 'none' },
    }),
  becomeTeacher: (world, at) =>
    db().membership.updateMany({
      where: seatOf(world, at),
      data: { role: at.n % 2 === 0 ? 'coteacher' : 'student' },
    }),
  leave: (world, at) => db().membership.deleteMany({ where: seatOf(world, at) }),
  join: async (world, at) =>
    db().membership.createMany({
      data: [{ ...seatOf(world, at), role: 'student' }],
      skipDuplicates: true,
    }),
  setOneMore: async ({ teacher, classId }) =>
    recordAssignment(teacher, classId, (await newQuiz(1)).id, NO_DATES, OPEN_RULES),
} satisfies Record<string, Run>
export type Change = keyof typeof changes
