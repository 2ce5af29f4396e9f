import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listBehind, listNamed } from '@/lib/data/behind'
import { db, disconnect } from '@/lib/data/db'
import { findAnalysable, findSummary } from '@/lib/data/item-analysis'
import { findVersion, publishQuiz } from '@/lib/data/quizzes'
import { foldAssignment } from '@/lib/data/rollups'
import { namesBehind } from '@/lib/domain/behind'
import type { Fact } from '@/lib/domain/fact'
import { analyseItems, type Which } from '@/lib/domain/item-analysis'
import { answersTo } from '@/lib/domain/item-answers'
import { tellFact } from '@/lib/domain/told-fact'
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

/** The analysis as the page makes it. */
async function analysed(viewer: Viewer, room: AnalysedClass, which: Which) {
  const { assignmentId } = the(await findAnalysable(viewer, room.classId, room.quiz.id))
  await foldAssignment(assignmentId)
  const stored = the(await findSummary(viewer, room.classId, room.quiz.id, which))
  const { versionId, summary, older } = stored
  const version = the(await findVersion(versionId))
  const at = { assignmentId, which, versionId }
  const named = await listNamed(viewer, at)
  return { ...analyseItems(version, summary), at, older, version, summary, named }
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
    const { version, summary, named } = await analysed(teacher, room, 'first')
    const names = (who: { learner: { name: string } }[] | null) =>
      the(who).map(({ learner }) => learner.name)
    const item = the(summary.items.find(({ id }) => id === 'q3'))
    const question = the(version.questions[2])
    const { parts, blank, misconceptions } = answersTo(question, item, namesBehind(named))
    expect(names(blank.who)).toEqual(['Lou'])
    expect(parts[0]?.answers.map(({ text, who }) => [text, names(who)])).toEqual([
      ['canary key short', ['Amal', 'Bea', 'Cem', 'Dana', 'Fatou', 'Gus']],
      ['Beijing', ['Hana', 'Ivo']],
      ['canary wrong short', ['Emil', 'Jun']],
      ['hm', ['Kim']],
    ])
    expect(misconceptions.map(({ feedback, who }) => [feedback, names(who)])).toEqual([
      [null, ['Hana', 'Ivo', 'Kim']],
      ['canary reason short', ['Emil', 'Jun']],
    ])
  })

  it('lists behind every figure as many as it counts, and nobody else', async () => {
    const { version, summary, named, at } = await analysed(teacher, room, 'first')
    const behind = namesBehind(named)
    const items = summary.items.map((item) => ({
      item,
      ...answersTo(the(version.questions.find(({ id }) => id === item.id)), item),
    }))
    const facts: Fact[] = [
      ...Array.from({ length: 10 }, (_, band): Fact => ({ kind: 'band', band })),
      ...items.flatMap(({ item, blank, parts, misconceptions }): Fact[] => [
        { kind: 'asked', item: item.id },
        ...item.marks.map(([share]): Fact => ({ kind: 'mark', item: item.id, share })),
        blank.fact,
        ...parts.flatMap(({ answers }) => answers.map(({ fact }) => fact)),
        ...misconceptions.map(({ fact }) => fact),
      ]),
    ]
    for (const fact of facts) {
      const told = the(tellFact(version, summary, fact))
      const { rows, next } = await listBehind(teacher, at, { ...told, fact }, null)
      expect(rows, JSON.stringify(fact)).toHaveLength(told.count)
      expect(rows.map(({ id }) => id).sort()).toEqual(
        the(behind(fact))
          .map(({ id }) => id)
          .sort(),
      )
      expect(next).toBeNull()
    }
  })

  it('costs one statement, and so does every list behind it', async () => {
    const { at } = await analysed(teacher, room, 'first')
    const read = () => findSummary(teacher, room.classId, room.quiz.id, 'first')
    expect((await statementsOf(read)).sent).toHaveLength(1)
    const fact: Fact = { kind: 'asked', item: 'q1' }
    const list = () => listBehind(teacher, at, { fact }, null)
    expect((await statementsOf(list)).sent).toHaveLength(1)
    expect((await statementsOf(() => listNamed(teacher, at))).sent).toHaveLength(1)
  })

  it('is for whoever teaches or observes the class, and not for its students', async () => {
    for (const role of ['coteacher', 'observer'] as const) {
      const other = await newMember(role)
      const at = [other, room.classId, room.quiz.id] as const
      expect(await findAnalysable(...at)).toBeNull()
      expect(await findSummary(...at, 'first')).toBeNull()
      await db().membership.create({ data: { classId: room.classId, userId: other.id, role } })
      expect((await findSummary(...at, 'first'))?.summary.attempts).toBe(12)
    }
    const { viewer } = the(room.students.Amal)
    expect(await findAnalysable(viewer, room.classId, room.quiz.id)).toBeNull()
    expect(await findSummary(viewer, room.classId, room.quiz.id, 'first')).toBeNull()
  })
})

describe('what is analysed', () => {
  const best = the(ANSWERS.Amal)

  it('are the attempts of students: neither those of staff nor what is still open', async () => {
    const teacher = await newMember('Teacher')
    const room = await analysedClass(teacher, 2)
    await attemptWith(teacher, room, best, 500)
    await begin(the(room.students.Bea).viewer, room.quiz, { assignmentId: room.assignmentId })
    const { attempts, named } = await analysed(teacher, room, 'all')
    expect(named.map(({ learner }) => learner.name).sort()).toEqual(['Amal', 'Bea'])
    expect(attempts).toBe(2)
  })

  it('is the first, the last, the best or every attempt of each', async () => {
    const teacher = await newMember('Teacher')
    const room = await analysedClass(teacher)
    const { viewer, attemptId } = the(room.students.Lou)
    const again = await attemptWith(viewer, room, best, 1000)
    const worse = await attemptWith(viewer, room, the(ANSWERS.Kim), 2000)
    const idsOf = async (which: Which) =>
      (await analysed(teacher, room, which)).named
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
    const { attempts, older, version: read } = await analysed(teacher, room, 'all')
    expect([attempts, older, read.title]).toEqual([1, 3, 'Anew'])
    expect((await analysed(teacher, room, 'first')).version.title).toBe('An analysed quiz')
  })

  it('is nothing where the quiz is not set in the class', async () => {
    const teacher = await newMember('Teacher')
    const [room, other] = [await analysedClass(teacher, 1), await analysedClass(teacher, 1)]
    expect(await findAnalysable(teacher, room.classId, other.quiz.id)).toBeNull()
  })

  it('is listed fifty at a time, each attempt once, in the order in which they were begun', async () => {
    const teacher = await newMember('Teacher')
    const room = await analysedClass(teacher, 1)
    const { viewer } = the(room.students.Amal)
    for (let n = 1; n <= 60; n++) await attemptWith(viewer, room, best, 1000 * n)
    const { at, attempts } = await analysed(teacher, room, 'all')
    expect(attempts).toBe(61)
    const fact: Fact = { kind: 'asked', item: 'q1' }
    const first = await listBehind(teacher, at, { fact }, null)
    const second = await listBehind(teacher, at, { fact }, first.next)
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 11, null])
    const times = [...first.rows, ...second.rows].map(({ submittedAt }) => submittedAt.getTime())
    expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
  })

  it('leads from the rarer answers together to those who gave one of them', async () => {
    const teacher = await newMember('Teacher')
    const room = await analysedClass(teacher, 1)
    const { viewer } = the(room.students.Amal)
    const [one, two, , four, five] = best
    for (let n = 1; n <= 15; n++)
      await attemptWith(viewer, room, [one, two, `guess ${n}`, four, five], 1000 * n)
    const { at, version, summary, named } = await analysed(teacher, room, 'all')
    const question = the(version.questions[2])
    const item = the(summary.items.find(({ id }) => id === 'q3'))
    const { rest } = the(answersTo(question, item, namesBehind(named)).parts[0])
    expect([rest.answers, rest.count]).toEqual([3, 3])
    const told = the(tellFact(version, summary, rest.fact))
    const { rows } = await listBehind(teacher, at, { ...told, fact: rest.fact }, null)
    expect(rows.map(({ id }) => id).sort()).toEqual(
      the(rest.who)
        .map(({ id }) => id)
        .sort(),
    )
    expect(rows).toHaveLength(3)
  })
})
