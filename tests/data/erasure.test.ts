import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { findBook } from '@/lib/data/book'
import { recordCertificate } from '@/lib/data/certificates'
import { joinClass } from '@/lib/data/classes'
import { recordCorrection } from '@/lib/data/corrections'
import { db, disconnect } from '@/lib/data/db'
import { eraseAccount } from '@/lib/data/erasure'
import { refreshGradebook } from '@/lib/data/gradebook-refresh'
import { findSummary } from '@/lib/data/item-analysis'
import { recordPlace } from '@/lib/data/lesson-places'
import { findClassPeople } from '@/lib/data/people'
import { recordLessonRead } from '@/lib/data/progress'
import { foldAssignment } from '@/lib/data/rollups'
import { recordRole } from '@/lib/data/staff'
import { recordSettings } from '@/lib/data/study-settings'
import { type BookLine, summariesOf } from '@/lib/domain/gradebook-report'
import { textsOf } from '@/lib/domain/question/correct'
import { USUAL_SETTINGS } from '@/lib/domain/study-settings'
import type { Viewer } from '@/lib/domain/viewer'
import { type AnalysedClass, analysedClass, attemptWith } from '@/tests/support/analysed-class'
import { answer, begin, handIn, newQuiz } from '@/tests/support/attempts'
import { newGuest, newMember } from '@/tests/support/people'
import { keptRollups, recounted } from '@/tests/support/recounted'
import { daysAfter, practised, reviewAll } from '@/tests/support/reviews'
import { the } from '@/tests/support/the'
import { tracesOf } from '@/tests/support/traces-of'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

const STAND_IN = 'Erased account'
/** Stands in every text that somebody gives of themselves or that is written about them. */
const newCanary = () => `zq${randomBytes(6).toString('hex')}`

const joined = async (room: AnalysedClass, person: Viewer) => {
  const { code } = await db().class.findUniqueOrThrow({ where: { id: room.classId } })
  await joinClass(person, code, noon)
}

/** What a learner leaves in every table that has room for it. */
async function leaveTraces(
  person: Viewer,
  teacher: Viewer,
  room: AnalysedClass,
  canary = newCanary(),
) {
  const { assignmentId } = room
  const learnerId = person.id
  await joined(room, person)
  const id = await attemptWith(
    // Of whose name the test makes a seed.
    { ...person, name: 'Leaver' },
    room,
    ['one', 'false', `${canary} typed`, 'two', ['one']],
    500,
  )
  const open = await begin(person, room.quiz, { assignmentId, now: after(700) })
  await answer(person, open, { q3: `${canary} open` }, after(701))
  const at = after(800)
  const of = { assignmentId, learnerId }
  await db().response.updateMany({
    where: { attemptId: id, questionId: 'q3' },
    data: { tries: [{ value: `${canary} tried`, at: at.toISOString() }] },
  })
  await db().attemptEvent.create({
    data: { id: randomUUID(), attemptId: id, at, kind: 'opened', detail: `${canary} device` },
  })
  await db().questionReport.create({
    data: { id: randomUUID(), attemptId: id, questionId: 'q1', text: `${canary} report`, at },
  })
  await db().lateAnswer.create({
    data: {
      ...{ attemptId: id, questionId: 'q3', value: `${canary} late` },
      ...{ givenAt: at, receivedAt: at, source: 'device' },
    },
  })
  await db().override.create({ data: { ...of, n: 1, d: 2, reason: `${canary} override`, at } })
  await db().exception.create({ data: { assignmentId, userId: learnerId, set: [] } })
  await db().gradeComment.create({ data: { ...of, text: `${canary} comment`, at } })
  await db().gradeChange.create({
    data: {
      ...{ ...of, id: randomUUID(), at, byId: teacher.id, kind: 'comment' },
      ...{ after: { text: `${canary} change` }, reason: `${canary} reason` },
    },
  })
  await db().presence.create({
    data: { attemptId: id, page: canary, device: canary, session: canary, seenAt: at },
  })
  await db().session.create({
    data: {
      ...{ tokenHash: randomBytes(32), userId: learnerId, expires: daysAfter(at, 1) },
      device: `${canary} browser`,
    },
  })
  const alone = await newQuiz(3)
  await practised(person, alone, 3, 2, noon)
  await reviewAll(person, daysAfter(noon, 1))
  await recordLessonRead(person, `${canary}-course`, 'first')
  await recordPlace(person, 'course', { lessonSlug: 'second', anchor: canary, at: noon })
  await recordSettings(person, { ...USUAL_SETTINGS, weeklyGoal: 3 })
  await recordCertificate(person, {
    ...{ id: randomUUID(), name: `${canary} on paper`, issuedAt: noon },
    ...{ courseSlug: 'course', courseTitle: 'A course', credential: `${canary}.signed` },
  })
  await foldAssignment(assignmentId)
  await refreshGradebook(room.classId, after(900))
  return { id, open }
}

const summaryOf = async (teacher: Viewer, { classId, quiz }: AnalysedClass) =>
  the(await findSummary(teacher, classId, quiz.id, 'first')).summary

async function reportOf(teacher: Viewer, classId: string) {
  const book = the(await findBook(teacher, classId, after(900)))
  const [lines, erased]: [BookLine[], BookLine[]] = [[], []]
  for await (const page of book.pages) lines.push(...page)
  for await (const page of book.erased) erased.push(...page)
  return { lines, summaries: summariesOf(book.taught.quizzes, lines, erased) }
}

/** Tables in which somebody may be named, by their keys, and those that note them without one. */
const tablesOfPeople = async () => {
  const rows = await db().$queryRaw<{ name: string }[]>`
    select distinct conrelid::regclass::text as name from pg_constraint
    where contype = 'f' and confrelid in ('"User"'::regclass, '"Attempt"'::regclass)`
  const noted = ['User', 'Presence', 'AttemptTally', 'GradebookRow', 'GradebookCell']
  return [...new Set([...rows.map(({ name }) => name.replaceAll('"', '')), ...noted])].sort()
}

describe('who erases their account', () => {
  it('is in no column of any table afterwards, of all those in which they were', async () => {
    const teacher = await newMember('Teacher')
    const room = await analysedClass(teacher)
    const canary = newCanary()
    const person = await newMember(`${canary} Name`)
    const { email } = await db().user.findUniqueOrThrow({ where: { id: person.id } })
    const { id } = await leaveTraces(person, teacher, room, canary)
    const texts = [canary, person.id, the(email)]
    const before = Object.keys(await tracesOf([...texts, id]))
    // Corrections are about a class and have none of its students in them.
    const people = (await tablesOfPeople()).filter((name) => name !== 'Correction')
    expect(before).toEqual(expect.arrayContaining(people))
    expect(await eraseAccount(person, STAND_IN)).toBeNull()
    expect(await tracesOf(texts)).toEqual({})
    await foldAssignment(room.assignmentId)
    await reportOf(teacher, room.classId)
    expect(await tracesOf(texts)).toEqual({})
  })

  it('leaves every sum of a class as it was: the analysis, its rollups and the report', async () => {
    const teacher = await newMember('Teacher')
    const room = await analysedClass(teacher)
    const person = await newMember('Leaver')
    await leaveTraces(person, teacher, room)
    const summary = await summaryOf(teacher, room)
    const [quiz] = (await reportOf(teacher, room.classId)).summaries
    await eraseAccount(person, STAND_IN)
    const after = await summaryOf(teacher, room)
    const sums = ({ items, ...all }: typeof summary) => ({
      ...all,
      // What was typed is others' words now, and as many.
      items: items.map(({ typed, ...item }) => ({
        ...item,
        typed: typed.map(({ answers }) => answers.map(({ count }) => count).sort()),
      })),
    })
    expect(sums(after)).toEqual(sums(summary))
    expect(await keptRollups(room.assignmentId)).toEqual(await recounted(room.assignmentId))
    const report = await reportOf(teacher, room.classId)
    expect(report.lines).toHaveLength(12)
    expect(the(report.summaries[0])).toMatchObject({
      ...{ students: quiz?.students, handedIn: quiz?.handedIn },
      ...{ mean: quiz?.mean, median: quiz?.median },
    })
  })

  it('is no more among the people of a class, nor is what stands in for them', async () => {
    const teacher = await newMember('Teacher')
    const room = await analysedClass(teacher)
    const person = await newMember('Leaver')
    await leaveTraces(person, teacher, room)
    await eraseAccount(person, STAND_IN)
    const people = the(await findClassPeople(teacher, room.classId))
    const names = [...people.staff, ...people.students].map(({ name }) => name)
    expect(names).toHaveLength(13)
    expect(names).not.toContain(STAND_IN)
    const { userId } = await db().membership.findFirstOrThrow({
      where: { classId: room.classId, role: 'erased' },
    })
    expect(await recordRole(teacher, room.classId, userId, 'teacher')).toBe(false)
  })

  it('is marked anew with all others when a key is put right, and still by no name', async () => {
    const teacher = await newMember('Teacher')
    const room = await analysedClass(teacher)
    const person = await newMember('Leaver')
    await leaveTraces(person, teacher, room)
    await eraseAccount(person, STAND_IN)
    const version = await db().quizVersion.findFirstOrThrow({ where: { quizId: room.quiz.id } })
    const { questions } = version.content as unknown as {
      questions: Parameters<typeof textsOf>[0][]
    }
    const statement = the(questions.find(({ id }) => id === 'q2'))
    const draft = {
      ...{ questionId: 'q2', remedy: 'rekeyed' as const, reason: 'It is false.', mayLower: true },
      change: { ...textsOf(statement), key: ['false'] },
    }
    const at = { classId: room.classId, quizId: room.quiz.id }
    const { id } = await db().attempt.findFirstOrThrow({
      where: { assignmentId: room.assignmentId, learner: { name: STAND_IN } },
    })
    const earned = () => db().attempt.findUniqueOrThrow({ where: { id } })
    const before = await earned()
    expect(await recordCorrection(teacher, at, draft, after(950))).toBeTruthy()
    expect(the((await earned()).earnedN)).toBeGreaterThan(the(before.earnedN))
    await foldAssignment(room.assignmentId)
  })

  it('as a guest takes along all they did', async () => {
    const canary = newCanary()
    const guest = await newGuest(`${canary} guest`)
    await practised(guest, await newQuiz(3), 3, 1, noon)
    expect(await eraseAccount(guest, STAND_IN)).toBeNull()
    expect(await tracesOf([canary, guest.id])).toEqual({})
  })

  it('twice, from two tabs, is erased once and told the same', async () => {
    const canary = newCanary()
    const person = await newMember(`${canary} twice`)
    await practised(person, await newQuiz(3), 3, 1, noon)
    const both = await Promise.all([eraseAccount(person, STAND_IN), eraseAccount(person, STAND_IN)])
    expect(both).toEqual([null, null])
    expect(await tracesOf([canary, person.id])).toEqual({})
  })

  it('while they hand in from another tab is gone whichever comes first', {
    timeout: 60_000,
  }, async () => {
    const teacher = await newMember('Teacher')
    const room = await analysedClass(teacher, 3)
    for (let round = 0; round < 12; round++) {
      const canary = newCanary()
      const person = await newMember(`${canary} racing`)
      await joined(room, person)
      const now = after(1000 + round * 10)
      const id = await begin(person, room.quiz, { assignmentId: room.assignmentId, now })
      await answer(person, id, { q3: `${canary} raced` }, now)
      const other = (work: Promise<unknown>) => work.catch(() => null)
      await Promise.all([
        other(handIn(person, id, after(1001 + round * 10))),
        other(answer(person, id, { q2: 'true' }, now)),
        other(begin(person, room.quiz, { mode: 'practice', now })),
        eraseAccount(person, STAND_IN),
      ])
      expect(await tracesOf([canary, person.id])).toEqual({})
    }
    await foldAssignment(room.assignmentId)
    expect(await keptRollups(room.assignmentId)).toEqual(await recounted(room.assignmentId))
  })
})
