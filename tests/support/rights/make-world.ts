import { randomBytes } from 'node:crypto'
import { hashPassword } from '@/lib/auth/password'
import { digest, newToken } from '@/lib/auth/token'
import { recordAssignment } from '@/lib/data/assignments'
import { findTaughtClass } from '@/lib/data/classes'
import { db, disconnect } from '@/lib/data/db'
import { foldAssignment } from '@/lib/data/rollups'
import { recordSession } from '@/lib/data/sessions'
import { recordArchived } from '@/lib/data/staff'
import { rulesSchema } from '@/lib/domain/assignment'
import type { Viewer } from '@/lib/domain/viewer'
import { answer, begin, handIn, type PublishedQuiz, published } from '@/tests/support/attempts'
import { NO_DATES, newClass, newGuest, newMember, newPupil } from '@/tests/support/people'
import { the } from '@/tests/support/the'
import { statements, versionOf } from '@/tests/support/versions'
import { happenIn } from './happenings'
import type { Room, Signed, World } from './world'

// Makes a world and prints it. A process of its own, since only servers may do it.
const secret = `lemur${randomBytes(6).toString('hex')}`
const password = 'twelve quiet lighthouses'
const now = new Date()
const RULES = rulesSchema.parse({ minutes: 600, attempts: null })

const quiz = await published(versionOf(statements(3), { title: `Quiz ${secret}` }))
const tried = await published(versionOf(statements(1), { title: `Tries ${secret}` }))
const unset = await published(versionOf(statements(1), { title: 'A quiz that is not set' }))

async function roomOf(teacher: Viewer, name: string, staff: Partial<Record<Signed, Viewer>>) {
  const { id } = await newClass(teacher, [], [], `${name} ${secret}`)
  await recordAssignment(teacher, id, quiz.id, NO_DATES, RULES)
  const { code, quizzes } = the(await findTaughtClass(teacher, id))
  for (const role of ['coteacher', 'observer'] as const)
    if (staff[role])
      await db().membership.create({ data: { classId: id, userId: staff[role].id, role } })
  const tries = { ...RULES, behaviour: 'interactive' as const }
  const set = the(await recordAssignment(teacher, id, tried.id, NO_DATES, tries))
  return { id, code: the(code), assignment: the(quizzes[0]).assignmentId, tries: set }
}

type Set = Awaited<ReturnType<typeof roomOf>>

/** The room with its student's attempts, and with all that came of them. */
async function livedIn(teacher: Viewer, student: Viewer, set: Set): Promise<Room> {
  const attempts = await attemptsOf(student, quiz, set.assignment)
  const attempt = await begin(student, tried, { assignmentId: set.tries, now })
  const place = { classId: set.id, quizId: quiz.id, studentId: student.id }
  const happened = await happenIn({ teacher, student, ...attempts }, place, secret, now)
  await foldAssignment(set.assignment)
  return { ...set, ...attempts, ...happened, tries: { assignment: set.tries, attempt } }
}

async function attemptsOf(student: Viewer, quizTaken: PublishedQuiz, assignmentId: string) {
  const done = await begin(student, quizTaken, { assignmentId, now })
  await answer(student, done, { q1: 'true' }, now)
  await handIn(student, done, now)
  const open = await begin(student, quizTaken, { assignmentId, now })
  await answer(student, open, { q1: 'true' }, now)
  return { done, open }
}

const teacher = await newMember('Ada')
const otherTeacher = await newMember('Otto')
const [coteacher, observer] = [await newMember('Cora'), await newMember('Olga')]
const running = await roomOf(teacher, 'Running class', { coteacher, observer })
const ended = await roomOf(teacher, 'Ended class', { coteacher, observer })
const other = await roomOf(otherTeacher, 'Other class', {})

const inRunning = (name: string) => newPupil(teacher, running.id, name)
const student = await inRunning(`Student ${secret}`)
const classmate = await inRunning(`Classmate ${secret}`)
const novice = await inRunning(`Novice ${secret}`)
const otherStudent = await newPupil(otherTeacher, other.id, `Other student ${secret}`)
for (const { id: userId } of [student, classmate, novice])
  await db().membership.create({ data: { classId: ended.id, userId, role: 'student' } })

const rooms: Record<'running' | 'ended' | 'other', Room> = {
  running: await livedIn(teacher, student, running),
  ended: await livedIn(teacher, student, ended),
  other: await livedIn(otherTeacher, otherStudent, other),
}
for (const id of [rooms.ended.open, rooms.ended.tries.attempt]) await handIn(student, id, now)
await recordArchived(teacher, ended.id, now)

const viewers: Record<Signed, Viewer> = {
  ...{ guest: await newGuest(), stranger: await newMember('Sten') },
  ...{ otherTeacher, otherStudent, novice, classmate, student, observer, coteacher, teacher },
}
const hashed = await hashPassword(password)
if (!hashed.ok) throw new Error('The password could not be hashed.')
const ids = Object.values(viewers).map(({ id }) => id)
await db().user.updateMany({
  where: { id: { in: ids }, isGuest: false },
  data: { passwordHash: hashed.value, mustChangePassword: false },
})
await db().user.update({ where: { id: novice.id }, data: { mustChangePassword: true } })

const people = {} as World['people']
const expires = new Date(now.getTime() + 86_400_000)
for (const [name, { id }] of Object.entries(viewers) as [Signed, Viewer][]) {
  const [token, second] = [newToken(), digest(newToken())]
  for (const tokenHash of [digest(token), second])
    await recordSession({ tokenHash, userId: id, device: 'a browser of a test', expires }, null)
  const { email, username } = await db().user.findUniqueOrThrow({ where: { id } })
  people[name] = {
    id,
    login: email ?? username ?? '',
    cookie: `next-auth.session-token=${token}`,
    otherSession: Buffer.from(second.subarray(0, 6)).toString('hex'),
  }
}
const world: World = { ...rooms, quiz: quiz.id, unset: unset.id, people, password, secret }
process.stdout.write(JSON.stringify(world))
await disconnect()
