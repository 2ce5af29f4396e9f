import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { findAnalysable, MOST_ATTEMPTS } from '@/lib/data/item-analysis'
import { findVersion, publishQuiz } from '@/lib/data/quizzes'
import { analyseItems, chooseAttempts, newestVersion, type Which } from '@/lib/domain/item-analysis'
import { answersTo } from '@/lib/domain/item-answers'
import type { Viewer } from '@/lib/domain/viewer'
import {
  ANSWERS,
  type AnalysedClass,
  analysedClass,
  attemptWith,
  questionsAnalysed,
  STUDENTS,
} from '@/tests/support/analysed-class'
import { begin } from '@/tests/support/attempts'
import { newMember } from '@/tests/support/people'
import { statementsOf } from '@/tests/support/statements'
import { the } from '@/tests/support/the'
import { versionOf } from '@/tests/support/versions'

afterAll(disconnect)

const found = async (viewer: Viewer, { classId, quiz }: AnalysedClass) =>
  the(await findAnalysable(viewer, classId, quiz.id))

/** The analysis as the page makes it. */
async function analysed(viewer: Viewer, room: AnalysedClass, which: Which) {
  const { attempts } = await found(viewer, room)
  const newest = the(newestVersion(chooseAttempts(attempts, which)))
  const version = the(await findVersion(newest.versionId))
  return { ...newest, version, ...analyseItems(version, newest.attempts), chosen: newest.attempts }
}

describe('the analysis of a class of twelve', () => {
  let teacher: Viewer
  let room: AnalysedClass
  beforeAll(async () => {
    teacher = await newMember('Teacher')
    room = await analysedClass(teacher)
  })

  it('has the figures that were worked out apart from it', async () => {
    const { items, quiz, points } = await analysed(teacher, room, 'first')
    const rounded = (value: number | null) => value && Number(value.toFixed(4))
    expect(
      items.map(({ statistics: { facility, discriminationIndex, discriminativeEfficiency } }) => [
        rounded(facility),
        rounded(the(discriminationIndex) / 100),
        rounded(the(discriminativeEfficiency) / 100),
      ]),
    ).toEqual([
      [0.75, 0.6323, 0.7931],
      [0.6667, 0.4963, 0.5882],
      [0.5, 0.5606, 0.7419],
      [0.5, -0.7001, -0.8182],
      [0.5833, 0.7319, 0.8049],
    ])
    expect(items.map(({ reading }) => reading)).toEqual([
      'good',
      'adequate',
      'good',
      'check-the-key',
      'good',
    ])
    expect([points, rounded(quiz.mean), rounded(quiz.standardDeviation)]).toEqual([
      6, 3.5833, 1.5448,
    ])
    expect(rounded(quiz.internalConsistency)).toBe(42.8571)
    expect(rounded(quiz.standardError)).toBe(1.1677)
  })

  it('leads from every answer to those who gave it', async () => {
    const { version, chosen } = await analysed(teacher, room, 'first')
    const names = (who: { learner: { name: string } }[]) => who.map(({ learner }) => learner.name)
    const { parts, blank, misconceptions } = answersTo(the(version.questions[2]), chosen)
    expect(names(blank)).toEqual(['Lou'])
    expect(parts[0]?.answers.map(({ text, who }) => [text, names(who)])).toEqual([
      ['canary key short', ['Amal', 'Bea', 'Cem', 'Dana', 'Fatou', 'Gus']],
      ['canary wrong short', ['Emil', 'Jun']],
      ['Beijing', ['Hana', 'Ivo']],
      ['hm', ['Kim']],
    ])
    expect(misconceptions.map(({ feedback, who }) => [feedback, names(who)])).toEqual([
      [null, ['Hana', 'Ivo', 'Kim']],
      ['canary reason short', ['Emil', 'Jun']],
    ])
  })

  it('costs one statement', async () => {
    const { sent } = await statementsOf(() => found(teacher, room))
    expect(sent).toHaveLength(1)
  })

  it('is for whoever teaches or observes the class, and not for its students', async () => {
    for (const role of ['coteacher', 'observer'] as const) {
      const other = await newMember(role)
      const at = [other, room.classId, room.quiz.id] as const
      expect(await findAnalysable(...at)).toBeNull()
      await db().membership.create({ data: { classId: room.classId, userId: other.id, role } })
      expect((await findAnalysable(...at))?.handedIn).toBe(12)
    }
    const { viewer } = the(room.students.Amal)
    expect(await findAnalysable(viewer, room.classId, room.quiz.id)).toBeNull()
  })
})

describe('what is analysed', () => {
  const best = the(ANSWERS.Amal)

  it('are the attempts of students: neither those of staff nor what is still open', async () => {
    const teacher = await newMember('Teacher')
    const room = await analysedClass(teacher, 2)
    await attemptWith(teacher, room, best, 500)
    await begin(the(room.students.Bea).viewer, room.quiz, { assignmentId: room.assignmentId })
    const { attempts, handedIn } = await found(teacher, room)
    expect(attempts.map(({ learner }) => learner.name).sort()).toEqual(['Amal', 'Bea'])
    expect(handedIn).toBe(2)
  })

  it('is the first, the last, the best or every attempt of each', async () => {
    const teacher = await newMember('Teacher')
    const room = await analysedClass(teacher)
    const { viewer, attemptId } = the(room.students.Lou)
    const again = await attemptWith(viewer, room, best, 1000)
    const worse = await attemptWith(viewer, room, the(ANSWERS.Kim), 2000)
    const idsOf = async (which: Which) =>
      (await analysed(teacher, room, which)).chosen
        .filter(({ learner }) => learner.name === 'Lou')
        .map(({ id }) => id)
    expect(await idsOf('first')).toEqual([attemptId])
    expect(await idsOf('last')).toEqual([worse])
    expect(await idsOf('highest')).toEqual([again])
    expect(await idsOf('all')).toEqual([attemptId, again, worse])
    expect((await analysed(teacher, room, 'all')).quiz.attempts).toBe(STUDENTS.length + 2)
  })

  it('is the newest version with attempts; those at older ones are counted', async () => {
    const teacher = await newMember('Teacher')
    const room = await analysedClass(teacher, 3)
    const version = versionOf(questionsAnalysed(), { slug: room.quiz.slug, title: 'Anew' })
    await publishQuiz(version)
    expect((await analysed(teacher, room, 'all')).older).toBe(0)
    await attemptWith(the(room.students.Cem).viewer, room, best, 900)
    const { chosen, older, version: read } = await analysed(teacher, room, 'all')
    expect([chosen.length, older, read.title]).toEqual([1, 3, 'Anew'])
    expect((await analysed(teacher, room, 'first')).version.title).toBe('An analysed quiz')
  })

  it('is nothing where the quiz is not set in the class', async () => {
    const teacher = await newMember('Teacher')
    const [room, other] = [await analysedClass(teacher, 1), await analysedClass(teacher, 1)]
    expect(await findAnalysable(teacher, room.classId, other.quiz.id)).toBeNull()
  })

  it('are the last 5,000 attempts where there are more, with how many there are', async () => {
    const teacher = await newMember('Teacher')
    const room = await analysedClass(teacher, 1)
    const [first] = (await found(teacher, room)).attempts
    await db().$executeRaw`
      with pupils as (
        insert into "User" (id, name, username)
        select gen_random_uuid(), 'Pupil ' || n, ${`many-${room.classId}-`} || n
        from generate_series(1, ${MOST_ATTEMPTS}::int) n returning id
      ), seats as (
        insert into "Membership" ("classId", "userId", role)
        select ${room.classId}::uuid, id, 'student' from pupils
      )
      insert into "Attempt" (id, "learnerId", "quizId", "versionId", "assignmentId", mode, number,
        seed, "startedAt", "submittedAt", "earnedN", "earnedD", points)
      select gen_random_uuid(), p.id, a."quizId", a."versionId", a."assignmentId", 'test', 1, 'seed',
        a."startedAt", a."submittedAt" + interval '1 hour', 0, 1, a.points
      from pupils p, "Attempt" a where a.id = ${the(first).id}::uuid`
    const { attempts, handedIn } = await found(teacher, room)
    expect([attempts.length, handedIn]).toEqual([MOST_ATTEMPTS, MOST_ATTEMPTS + 1])
    expect(attempts.some(({ id }) => id === the(first).id)).toBe(false)
  })
})
