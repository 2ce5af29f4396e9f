import type { OwnAnswer, OwnData } from '@/lib/domain/own-data'
import type { EarnedGrade } from '@/lib/domain/schedule'
import { fromDate } from '@/lib/domain/study-day'
import { USUAL_SETTINGS } from '@/lib/domain/study-settings'
import { inWords } from '@/lib/domain/tries'
import type { Viewer } from '@/lib/domain/viewer'
import { type FoundAttempt, readAttempt } from './attempts'
import { db } from './db'
import { findVersion } from './quizzes'

const exact = (n: number | null, d: number | null): string | null =>
  n === null || d === null ? null : d === 1 ? String(n) : `${n}/${d}`

/** Whether the viewer may know what an attempt of theirs has earned. */
const isScoreTold = ({ rules, submittedAt }: FoundAttempt): boolean =>
  submittedAt !== null && (rules === null || rules.review.afterSubmission.includes('score'))
const isMarkTold = ({ rules, submittedAt }: FoundAttempt): boolean =>
  submittedAt !== null && (rules === null || rules.review.afterSubmission.includes('correctness'))

function answersOf(attempt: FoundAttempt, earned: ReadonlyMap<string, string | null>): OwnAnswer[] {
  const { version, seed, responses } = attempt
  return responses.flatMap(({ questionId, value, savedAt }) => {
    const question = version.questions.find(({ id }) => id === questionId)
    if (!question) return []
    return {
      ...{ quiz: version.title, questionId, question: question.prompt, answeredAt: savedAt },
      // An order stands in the words of its question alone; what was given is kept as it is.
      answer: inWords(question, seed, [value]).join('; '),
      earned: isMarkTold(attempt) ? (earned.get(questionId) ?? null) : null,
      points: question.points,
    }
  })
}

async function attemptsOf(viewer: Viewer): Promise<OwnData['attempts']> {
  const rows = await db().attempt.findMany({
    where: { learnerId: viewer.id },
    select: {
      ...{ id: true, mode: true, startedAt: true, submittedAt: true, points: true },
      ...{ earnedN: true, earnedD: true },
      quiz: { select: { courseSlug: true } },
      responses: { select: { questionId: true, earnedN: true, earnedD: true } },
      events: { select: { at: true, kind: true, detail: true }, orderBy: { id: 'asc' } },
      reports: { select: { questionId: true, text: true, at: true } },
      late: { select: { questionId: true, givenAt: true, receivedAt: true, accepted: true } },
    },
    orderBy: { startedAt: 'asc' },
  })
  const attempts: OwnData['attempts'] = []
  for (const { quiz, responses, events, earnedN, earnedD, points, ...row } of rows) {
    const attempt = await readAttempt(viewer, row.id, db())
    if (!attempt) continue
    const earned = new Map(
      responses.map(({ questionId, earnedN: n, earnedD: d }) => [questionId, exact(n, d)]),
    )
    const isTold = isScoreTold(attempt)
    attempts.push({
      ...row,
      ...{ course: quiz.courseSlug, quiz: attempt.version.title, class: attempt.className },
      earned: isTold ? exact(earnedN, earnedD) : null,
      points: isTold ? points : null,
      answers: answersOf(attempt, earned),
      log: events,
    })
  }
  return attempts
}

async function memoryOf({ id: learnerId }: Viewer): Promise<Pick<OwnData, 'reviews' | 'cards'>> {
  const entries = await db().reviewEntry.findMany({
    where: { learnerId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const prompts = new Map<string, string>()
  for (const { versionId, courseSlug, questionId } of entries) {
    const version = await findVersion(versionId)
    const prompt = version?.questions.find(({ id }) => id === questionId)?.prompt
    if (prompt) prompts.set(`${courseSlug}/${questionId}`, prompt)
  }
  const promptOf = (course: string, id: string) => prompts.get(`${course}/${id}`) ?? id
  const cards = await db().reviewCard.findMany({ where: { learnerId } })
  return {
    reviews: entries.map(({ courseSlug, questionId, source, grade, isEasy, at, day }) => ({
      ...{ course: courseSlug, question: promptOf(courseSlug, questionId), source, isEasy, at },
      ...{ grade: grade as EarnedGrade, day: fromDate(day) },
    })),
    cards: cards.map((card) => ({
      ...{ course: card.courseSlug, question: promptOf(card.courseSlug, card.questionId) },
      ...{ dueOn: fromDate(card.dueOn), lastOn: fromDate(card.lastOn) },
      ...{ stability: card.stability, difficulty: card.difficulty },
      ...{ reps: card.reps, lapses: card.lapses },
    })),
  }
}

async function gradesOf({ id: learnerId }: Viewer): Promise<OwnData['grades']> {
  const of = {
    assignment: {
      select: {
        class: { select: { name: true } },
        quiz: { select: { current: { select: { title: true } } } },
      },
    },
  } as const
  const comments = await db().gradeComment.findMany({
    where: { learnerId },
    select: { text: true, at: true, ...of },
  })
  const overrides = await db().override.findMany({
    where: { learnerId },
    select: { reason: true, at: true, ...of },
  })
  const placed = ({ assignment }: (typeof comments)[number] | (typeof overrides)[number]) => ({
    class: assignment.class.name,
    quiz: assignment.quiz.current?.title ?? '',
  })
  return [
    ...comments.map((row) => ({ ...placed(row), kind: 'comment', text: row.text, at: row.at })),
    ...overrides.map((row) => ({ ...placed(row), kind: 'grade', text: row.reason, at: row.at })),
  ]
}

/** All that is kept about the viewer, for themselves to take along; null where they are gone. */
export async function findOwnData(viewer: Viewer): Promise<OwnData | null> {
  const user = await db().user.findUnique({
    where: { id: viewer.id },
    select: {
      ...{ name: true, email: true, username: true, createdAt: true, isGuest: true },
      settings: {
        select: { timeZone: true, dailyCap: true, weeklyGoal: true, asksCertainty: true },
      },
      sessions: { select: { device: true, createdAt: true, expires: true } },
      memberships: {
        select: { role: true, joinedAt: true, extraTime: true, class: { select: { name: true } } },
      },
      reads: true,
      places: true,
      certificates: true,
    },
  })
  if (!user) return null
  const { settings, sessions, memberships, reads, places, certificates, ...account } = user
  return {
    account,
    settings: settings ?? USUAL_SETTINGS,
    sessions,
    classes: memberships.map(({ class: { name }, ...seat }) => ({ name, ...seat })),
    lessons: reads.map(({ courseSlug, lessonSlug, readAt }) => ({
      ...{ course: courseSlug, lesson: lessonSlug, readAt },
    })),
    places: places.map(({ courseSlug, lessonSlug, anchor, at }) => ({
      ...{ course: courseSlug, lesson: lessonSlug, anchor, at },
    })),
    attempts: await attemptsOf(viewer),
    ...(await memoryOf(viewer)),
    grades: await gradesOf(viewer),
    certificates: certificates.map(({ courseTitle, name, issuedAt, revokedAt, credential }) => ({
      ...{ course: courseTitle, name, issuedAt, revokedAt, credential },
    })),
  }
}
