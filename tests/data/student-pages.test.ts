import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { digest, newToken } from '@/lib/auth/token'
import { findAftermath } from '@/lib/data/aftermath'
import { findAssignment } from '@/lib/data/assignments'
import { findAttempt } from '@/lib/data/attempts'
import { findAttendedClass } from '@/lib/data/attended'
import { findByCode, findTaughtClass, listClasses } from '@/lib/data/classes'
import { disconnect } from '@/lib/data/db'
import { findErasable } from '@/lib/data/erasure'
import { findEvidence } from '@/lib/data/evidence'
import { listPlaces } from '@/lib/data/lesson-places'
import { findOwnGrades } from '@/lib/data/own-grades'
import { askClock } from '@/lib/data/presence'
import { findProgress, recordLessonRead } from '@/lib/data/progress'
import { hasContent, publishQuiz } from '@/lib/data/quizzes'
import { findRecord } from '@/lib/data/records'
import { takeUpAnswers } from '@/lib/data/review-log'
import { findReviewSet } from '@/lib/data/review-sets'
import { searchCourse } from '@/lib/data/search'
import { findSessionUser, listSessions, recordSession } from '@/lib/data/sessions'
import { findStanding } from '@/lib/data/standing'
import { findCardLog, findStudyHistory } from '@/lib/data/study-history'
import { findSettings } from '@/lib/data/study-settings'
import { countTry } from '@/lib/data/throttle'
import { findAccount } from '@/lib/data/users'
import { findWeighting } from '@/lib/data/weighting'
import type { Viewer } from '@/lib/domain/viewer'
import { answer, begin, handedIn, type PublishedQuiz, published } from '@/tests/support/attempts'
import { newClass, newMember } from '@/tests/support/people'
import { statementsOf } from '@/tests/support/statements'
import { the } from '@/tests/support/the'
import { after, noon, statements, versionOf } from '@/tests/support/versions'

afterAll(disconnect)

interface Stage {
  viewer: Viewer
  attemptId: string
  assignmentId: string
  classId: string
  code: string
}

const token = digest(newToken())

/** What each page and handler that reads asks the database beside who is asking, in its order. */
const pages: Record<
  string,
  { asks: string[]; run: (stage: Stage) => Promise<unknown>; most?: number }
> = {
  'api/courses/[course]/levels/route.ts': {
    asks: ['findEvidence', 'findProgress', 'listPlaces'],
    run: async ({ viewer }) => [
      await findEvidence(viewer, 'course', noon),
      await findProgress(viewer),
      await listPlaces(viewer, 'course'),
    ],
    most: 4,
  },
  'api/attempts/[attemptId]/clock/route.ts': {
    // What a page has to tell for the log it posts.
    asks: ['askClock', 'recordFound', 'recordOpened'],
    run: ({ viewer, attemptId }) => askClock(viewer, attemptId, null, noon),
  },
  '(learn)/assignments/[assignmentId]/page.tsx': {
    asks: ['findAssignment', 'findOwnGrades'],
    run: async ({ viewer, assignmentId, classId }) => [
      await findAssignment(viewer, assignmentId),
      await findOwnGrades(viewer, classId),
    ],
  },
  'api/health/route.ts': { asks: ['hasContent'], run: hasContent },
  '(learn)/attempts/[attemptId]/found.ts': {
    // Written is only what is over, once.
    asks: ['findAttempt', 'recordSubmission', 'CLOCK_GRACE'],
    run: ({ viewer, attemptId }) => findAttempt(viewer, attemptId),
  },
  '(learn)/attempts/[attemptId]/result/page.tsx': {
    // Beside what it takes from found.ts; learners are not asked for the log. What came afterwards is
    // asked for where something did: where a mark changed or a question was reported.
    asks: ['findAftermath', 'findAssignment', 'listEvents'],
    run: async ({ viewer, attemptId, assignmentId }) => {
      const attempt = await findAttempt(viewer, attemptId)
      await findAssignment(viewer, assignmentId)
      if (attempt?.isFollowedUp) await findAftermath(viewer, attemptId)
    },
  },
  '(learn)/progress/page.tsx': {
    asks: ['findEvidence', 'findProgress', 'findStudyHistory', 'listPlaces', 'takeUpAnswers'],
    run: async ({ viewer }) => [
      await takeUpAnswers(viewer, noon),
      await findEvidence(viewer, 'course', noon),
      await findProgress(viewer),
      await findStudyHistory(viewer, noon),
      await listPlaces(viewer, 'course'),
    ],
    most: 6,
  },
  '(learn)/progress/cards/page.tsx': {
    asks: ['findStudyHistory'],
    run: ({ viewer }) => findStudyHistory(viewer, noon),
  },
  '(learn)/progress/cards/[course]/[question]/page.tsx': {
    asks: ['findCardLog', 'findSettings'],
    run: async ({ viewer }) => [
      await findSettings(viewer),
      await findCardLog(viewer, 'course', 'q1'),
    ],
  },
  '(learn)/courses/[course]/page.tsx': {
    asks: ['findStanding'],
    run: ({ viewer }) => findStanding(viewer, 'course', noon),
    most: 5,
  },
  '(learn)/courses/[course]/search/page.tsx': {
    asks: ['searchCourse'],
    run: () => searchCourse('course', 'solar wind', 40),
  },
  '(learn)/courses/[course]/quizzes/[quiz]/page.tsx': {
    asks: ['findProgress', 'findSettings'],
    run: async ({ viewer }) => [await findProgress(viewer), await findSettings(viewer)],
  },
  '(site)/page.tsx': {
    asks: ['findStanding'],
    run: ({ viewer }) => findStanding(viewer, 'course', noon),
    most: 5,
  },
  '(learn)/review/page.tsx': {
    // Of an answer that was given, what it came to; at the end of the day, what was answered.
    asks: ['findReviewSet', 'findReviewed', 'listReviewedToday'],
    run: ({ viewer }) => findReviewSet(viewer, noon),
    most: 5,
  },
  '(learn)/review/settings/page.tsx': {
    asks: ['findSettings'],
    run: ({ viewer }) => findSettings(viewer),
  },
  '(site)/account/data/erase/page.tsx': {
    asks: ['findErasable'],
    run: ({ viewer }) => findErasable(viewer),
  },
  '(site)/account/page.tsx': {
    asks: ['findAccount', 'listSessions'],
    run: ({ viewer }) => Promise.all([findAccount(viewer), listSessions(viewer, token, noon)]),
  },
  '(site)/join/[code]/page.tsx': {
    // The throttle is asked through lib/auth.
    asks: ['findByCode'],
    run: async ({ code }) => [await countTry('join', 60, noon), await findByCode(code, noon)],
  },
  '(teach)/classes/page.tsx': { asks: ['listClasses'], run: ({ viewer }) => listClasses(viewer) },
  '(teach)/classes/[classId]/page.tsx': {
    // A student's way through it; the gradebook and the quizzes to assign are a teacher's.
    asks: [
      'findTaughtClass',
      'findAttendedClass',
      'findOwnGrades',
      'listGradebook',
      'listQuizzes',
      'listWaitingReports',
    ],
    run: async ({ viewer, classId }) => [
      await findTaughtClass(viewer, classId),
      await findAttendedClass(viewer, classId),
      await findOwnGrades(viewer, classId),
    ],
    most: 4,
  },
  '(teach)/classes/[classId]/students/[studentId]/report/page.tsx': {
    // What is printed says how it was weighed, and what is not shown yet.
    asks: ['findOwnGrades', 'findRecord', 'findWeighting'],
    run: async ({ viewer, classId }) => [
      await findRecord(viewer, classId, viewer.id),
      await findWeighting(viewer, classId),
      await findOwnGrades(viewer, classId),
    ],
    most: 4,
  },
}

const asksOf = (file: string) =>
  [...readFileSync(path.join('app', file), 'utf8').matchAll(IMPORTED)].flatMap(([, names = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '' && !name.startsWith('type ')),
  )
const IMPORTED = /^import \{([^}]*)\} from '@\/lib\/data\//gm

it('knows what every page asks', () => {
  const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(page|layout|found|route)\.tsx?$/.test(file))
    // Saving and the clock write, and have tests of their own; a teacher's page is no learner's.
    .filter(
      (file) =>
        asksOf(file).length > 0 &&
        !/\/responses\/|\/place\/|^api\/(account|badges|certificates|review)|certificates?\/|^api\/(clock|classes)|\[quizId\]|\[classId\]\/(people|board|weights|report)\//.test(
          file,
        ),
    )
  expect(files.sort()).toEqual(Object.keys(pages).sort())
  for (const file of files) expect(asksOf(file).sort(), file).toEqual(pages[file]?.asks.sort())
})

/** A student at a quiz of so many questions, half of them answered, with a past. */
async function stageOf(count: number) {
  const viewer = await newMember()
  const version = versionOf(statements(count))
  const quiz = await published(version)
  const { id, code, assignments } = await newClass(await newMember(), [viewer], [quiz.id])
  for (const now of [after(1), after(2)])
    await handedIn(viewer, quiz, 1, { now, assignmentId: the(assignments[0]) })
  await recordLessonRead(viewer, 'course', 'first')
  await takeUpAnswers(viewer, noon)
  return { viewer, version, quiz, classId: id, code, assignmentId: the(assignments[0]) }
}

/** An open attempt at a version that this process has not read yet. */
async function cold(viewer: Viewer, quiz: PublishedQuiz, publish: () => Promise<unknown>) {
  await publish()
  const attemptId = await begin(viewer, quiz)
  await answer(viewer, attemptId, { q1: 'true', q2: 'false', q3: 'true' })
  return attemptId
}

describe.each([5, 100])('with a quiz of %i questions', (count) => {
  let stage: Stage
  let visit: (file: string) => Promise<string[]>
  beforeAll(async () => {
    const { viewer, version, quiz, ...rest } = await stageOf(count)
    const publish = () => publishQuiz({ ...version, title: `Read by nobody ${count}` })
    stage = { ...rest, viewer, attemptId: await cold(viewer, quiz, publish) }
    const device = 'Firefox'
    const tokenHash = digest(newToken())
    await recordSession({ tokenHash, userId: viewer.id, device, expires: after(9e6) }, null)
    visit = async (file) =>
      (
        await statementsOf(async () => {
          expect(await findSessionUser(tokenHash, noon)).not.toBeNull()
          await pages[file]?.run(stage)
        })
      ).sent
  })

  it('an attempt’s page costs three statements the first time, and two ever after', async () => {
    const file = '(learn)/attempts/[attemptId]/found.ts'
    expect(await visit(file)).toHaveLength(3)
    expect(await visit(file)).toHaveLength(2)
    expect(await visit(file)).toHaveLength(2)
  })

  it.each(Object.entries(pages).map(([file, { most = 3 }]) => [file, most] as const))(
    '%s costs %i statements at most',
    async (file, most) => {
      const sent = await visit(file)
      expect(sent.length).toBeLessThanOrEqual(most)
      const writes = sent.filter((text) => /\b(insert|update|delete)\b/i.test(text))
      // Presence is a table without a journal; see presence.test.ts.
      const noted = ['insert into "Throttle"', 'insert into "Presence"']
      expect(writes.filter((text) => !noted.some((each) => text.includes(each)))).toEqual([])
    },
  )
})
