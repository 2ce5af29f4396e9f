import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAttempt } from '@/lib/data/attempts'
import { listClasses } from '@/lib/data/classes'
import { db, disconnect } from '@/lib/data/db'
import { listGradebook } from '@/lib/data/gradebook'
import { listLive } from '@/lib/data/live'
import { findProgress } from '@/lib/data/progress'
import { submitOverdue } from '@/lib/data/submissions'
import { createGuest, findCredentials } from '@/lib/data/users'
import { explainAll, scoreOf, submit } from '@/lib/domain/attempt'
import { BY_NAME } from '@/lib/domain/gradebook-view'
import { urgentFirst } from '@/lib/domain/item-analysis'
import { type Grade, remember } from '@/lib/domain/schedule'
import { fromDate } from '@/lib/domain/study-day'
import type { Viewer } from '@/lib/domain/viewer'
import { READS, SITTINGS } from '@/prisma/demo/diary'
import { MISLEADING, SETTINGS } from '@/prisma/demo/settings'
import { CLASS_QUIZZES } from '@/prisma/demo/story'
import { analysisOf } from '@/tests/support/analysis-of'
import { publishDemoQuizzes, recordDemoAt } from '@/tests/support/demo'
import { viewerOf } from '@/tests/support/people'
import { allRows } from '@/tests/support/rows'
import { the } from '@/tests/support/the'

afterAll(disconnect)

// A Monday after the clocks have gone back, so that the days before lie on both sides of it.
const now = new Date('2026-11-09T09:30:00Z')
const as = async (username: string): Promise<Viewer> =>
  viewerOf(the(await findCredentials(username)).id, username)

/** The class and its quizzes, in the order in which they were set. */
async function found() {
  const teacher = await as('demo-teacher')
  const { id } = the((await listClasses(teacher))[0])
  const set = await db().assignment.findMany({
    where: { classId: id },
    orderBy: { assignedAt: 'asc' },
    include: { quiz: true },
  })
  return { teacher, id, set }
}

beforeAll(publishDemoQuizzes)

it('touches no instance that knows anybody, a guest even', async () => {
  const id = await createGuest('Guest')
  expect(await recordDemoAt(now)).toBe(false)
  expect(await db().class.count()).toBe(0)
  await db().user.delete({ where: { id } })
})

describe('the demo class', () => {
  beforeAll(async () => {
    expect(await recordDemoAt(now)).toBe(true)
  })

  it('has 24 students, a teacher, a co-teacher and an observer, who sign in with one password', async () => {
    const people = await db().membership.groupBy({ by: ['role'], _count: true })
    expect(Object.fromEntries(people.map(({ role, _count }) => [role, _count]))).toEqual({
      teacher: 1,
      coteacher: 1,
      observer: 1,
      student: 24,
    })
    for (const name of ['teacher', 'coteacher', 'observer', 'amina', 'jonas'])
      expect((await findCredentials(`demo-${name}`))?.passwordHash, name).toBe('hash of the demo')
    const extra = await db().membership.findMany({ where: { extraTime: { not: 'none' } } })
    expect(extra.map(({ extraTime }) => extraTime).sort()).toEqual(['quarter', 'half'].sort())
  })

  it('has three quizzes that are over, each by other rules, and one that is open', async () => {
    const { set } = await found()
    expect(set.map(({ quiz }) => quiz.slug)).toEqual([...CLASS_QUIZZES])
    expect(set.map(({ closesAt }) => the(closesAt) > now)).toEqual([false, false, false, true])
    expect(new Set(set.map(({ rules }) => JSON.stringify(rules))).size).toBe(4)
  })

  it('scores every attempt as the product does, from what is saved', async () => {
    const { teacher } = await found()
    const attempts = await db().attempt.findMany({
      where: { submittedAt: { not: null }, assignmentId: { not: null } },
    })
    expect(attempts.length).toBeGreaterThan(60)
    for (const { id, earnedN, earnedD, points } of attempts) {
      const explanations = explainAll(the(await findAttempt(teacher, id)))
      expect(scoreOf(explanations), id).toEqual({ earned: { n: earnedN, d: earnedD }, points })
      const rows = await db().response.findMany({ where: { attemptId: id } })
      const kept = rows.map((row) => [row.questionId, row.earnedN, row.earnedD])
      const said = explanations.map((each) => [each.id, each.earned.n, each.earned.d])
      expect(kept.sort(), id).toEqual(said.sort())
    }
  })

  it('lets nobody answer before the start, after the end, or in the future', async () => {
    const attempts = await db().attempt.findMany({
      where: { assignmentId: { not: null } },
      include: { responses: true, events: { orderBy: { id: 'asc' } }, assignment: true },
    })
    for (const { startedAt, deadline, submittedAt, responses, events, assignment } of attempts) {
      const from = the(assignment).opensAt ?? the(assignment).assignedAt
      expect(startedAt >= from && startedAt < now).toBe(true)
      const end = submittedAt ?? now
      expect(end <= now && (deadline === null || end <= deadline)).toBe(true)
      for (const { savedAt } of responses) expect(savedAt >= startedAt && savedAt <= end).toBe(true)
      // A log is read in the order of its ids.
      const times = events.map(({ at }) => Number(at))
      expect(times).toEqual([...times].sort((a, b) => a - b))
      expect(events[0]?.kind).toBe('begun')
      expect(events.at(-1)?.kind === 'submitted').toBe(submittedAt !== null)
    }
  })

  it('has some late, missing, excused, stopped by the clock, and tried twice', async () => {
    const { teacher, id, set } = await found()
    const { rows } = await listGradebook(teacher, id, BY_NAME, null, now)
    expect(rows).toHaveLength(24)
    const cells = rows.flatMap((row) => row.cells)
    expect(cells.filter(({ state }) => state === 'excused')).toHaveLength(1)
    expect(await db().exception.count({ where: { closesAt: { not: null } } })).toBe(1)
    const twice = SETTINGS.reduce((total, setting) => total + setting.twice.length, 0)
    expect(cells.filter(({ attempts }) => attempts === 2)).toHaveLength(twice)
    const stopped = await db().attempt.count({ where: { endedBy: 'clock' } })
    expect(stopped).toBe(3)
    const late = await Promise.all(
      set
        .filter(({ dueAt }) => dueAt)
        .map(({ id: assignmentId, dueAt }) =>
          db().attempt.count({
            where: { assignmentId, number: 1, submittedAt: { gt: the(dueAt) } },
          }),
        ),
    )
    expect(late).toEqual([2, 4, 0])
    const idle = await listGradebook(teacher, id, { ...BY_NAME, filter: 'idle' }, null, now)
    expect(idle.rows).toHaveLength(1)
  })

  it('has some at the open quiz, whose time is not over before days have passed', async () => {
    const { teacher, id, set } = await found()
    const live = await listLive(teacher, id, the(set[3]).quizId)
    const open = live.filter(({ attempt }) => attempt && !attempt.submittedAt)
    expect(open).toHaveLength(5)
    for (const { attempt } of open) expect(the(attempt).answered).toBeGreaterThan(0)
    const later = new Date(now.getTime() + 4 * 24 * 60 * 60_000)
    expect(await submitOverdue(later, (attempt) => submit(attempt, later))).toBe(false)
  })

  it('has one question that good students get wrong more often than others', async () => {
    const { teacher, id, set } = await found()
    for (const { quizId, quiz } of set.slice(0, 3)) {
      const { items } = await analysisOf(teacher, id, quizId, 'first')
      const [worst] = urgentFirst(items)
      const isMisleading = worst?.id === MISLEADING.question
      expect(isMisleading, quiz.slug).toBe(quiz.slug === 'who-is-at-the-table')
      if (isMisleading) expect(worst?.statistics.discriminationIndex).toBeLessThan(-20)
      const shares = items.map(({ statistics }) => Number(statistics.facility))
      const mean = shares.reduce((total, each) => total + each, 0) / shares.length
      expect(mean, quiz.slug).toBeGreaterThan(0.5)
      expect(mean, quiz.slug).toBeLessThan(0.85)
    }
  })

  it('has somebody who learns alone, with six weeks of lessons, quizzes and reviews', async () => {
    const lea = await as('demo-learner')
    const { attempts, reads } = await findProgress(lea)
    expect(reads).toHaveLength(READS.length)
    expect(attempts).toHaveLength(SITTINGS.length)
    expect(attempts.every(({ submittedAt }) => submittedAt && submittedAt < now)).toBe(true)
    for (const { id, earned, points } of attempts)
      expect(scoreOf(explainAll(the(await findAttempt(lea, id)))), id).toEqual({ earned, points })
    const entries = await db().reviewEntry.findMany({ where: { learnerId: lea.id } })
    const days = new Set(entries.map(({ day }) => Number(day)))
    expect(days.size).toBeGreaterThan(20)
    expect(entries.filter(({ source }) => source === 'review').length).toBeGreaterThan(100)
    expect(entries.every(({ at }) => at < now)).toBe(true)
  })

  it('has cards that follow from the log of the one who learns alone', async () => {
    const { id: learnerId } = await as('demo-learner')
    const cards = await db().reviewCard.findMany({ where: { learnerId } })
    expect(cards.length).toBeGreaterThan(60)
    for (const { questionId, seed: _, firstTry: __, turn, dueOn, lastOn, ...card } of cards) {
      const log = await db().reviewEntry.findMany({ where: { learnerId, questionId } })
      expect(turn).toBe(1 + log.filter(({ source }) => source === 'review').length)
      const memory = remember(
        log.map(({ id, at, day, grade }) => ({
          id,
          at,
          day: fromDate(day),
          grade: grade as Grade,
        })),
      )
      expect({ ...card, dueOn: fromDate(dueOn), lastOn: fromDate(lastOn) }).toMatchObject(
        the(memory),
      )
    }
    const due = cards.filter(({ dueOn }) => dueOn <= now)
    expect(due.length).toBeGreaterThan(2)
    expect(due.length).toBeLessThan(40)
  })

  it('is not made again: a second start changes nothing', async () => {
    const before = await allRows()
    expect(await recordDemoAt(new Date(now.getTime() + 60_000), 'another hash')).toBe(false)
    expect(await allRows()).toEqual(before)
  })
})
