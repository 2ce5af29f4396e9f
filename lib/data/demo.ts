import type { Dates, Exception, ExtraTime, Rules } from '@/lib/domain/assignment'
import type { Response, ScorableAttempt, Submission } from '@/lib/domain/attempt'
import type { AttemptEvent } from '@/lib/domain/attempt-log'
import { codeFrom, type Role } from '@/lib/domain/class'
import type { Fraction } from '@/lib/domain/fraction'
import type { QuizVersion } from '@/lib/domain/quiz'
import { db } from './db'
import { type DemoLearner, recordLearner, recordMemory } from './demo-learner'
import { findVersion } from './quizzes'
import { inTransaction, type Transaction } from './transaction'

/** A published quiz that the demo class may be set. */
export interface DemoQuiz {
  quizId: string
  versionId: string
  version: QuizVersion
}

export interface DemoPerson {
  id: string
  name: string
  username: string
  role: Role
  extraTime: ExtraTime
  mustChangePassword: boolean
}

export interface DemoAssignment extends Dates {
  id: string
  quizId: string
  assignedAt: Date
  rules: Rules
}

export interface DemoException extends Exception {
  assignmentId: string
  userId: string
}

/** An attempt with what was saved and, where it was handed in, what that came to. */
export interface DemoAttempt extends Omit<ScorableAttempt, 'version' | 'submittedAt'> {
  learnerId: string
  /** Null where it was taken alone. */
  assignmentId: string | null
  quizId: string
  versionId: string
  isShuffled: boolean
  number: number | null
  submission: Submission | null
  events: AttemptEvent[]
}

/** A class with all that has happened in it; made in `prisma/demo`. */
export interface DemoClass {
  id: string
  name: string
  timeZone: string
  createdAt: Date
  people: DemoPerson[]
  assignments: DemoAssignment[]
  exceptions: DemoException[]
  attempts: DemoAttempt[]
  reads: { userId: string; courseSlug: string; lessonSlug: string; readAt: Date }[]
}

/** Everything that a first start invents. */
export interface Demo {
  room: DemoClass
  alone: DemoLearner
}

/**
 * Writes the demo, where the database knows nobody yet: an instance that has one person, a
 * guest even, is never touched, and so a second time nothing changes. All of it or nothing.
 *
 * @param slugs of the quizzes that the demo is about
 * @param tell what has happened, given those of the quizzes that are published
 * @returns whether it was written
 */
export async function recordDemo(
  slugs: readonly string[],
  passwordHash: string,
  tell: (quizzes: Map<string, DemoQuiz>) => Demo,
): Promise<boolean> {
  const isKnown = async (from: Transaction) =>
    (await from.user.findFirst({ select: { id: true } })) !== null
  if (await isKnown(db())) return false
  const demo = tell(await quizzesOf(slugs))
  return inTransaction(async (transaction) => {
    if (await isKnown(transaction)) return false
    await recordPeople(transaction, demo.room, passwordHash)
    await recordSettings(transaction, demo.room)
    await recordAttempts(transaction, demo.room)
    await recordLearner(transaction, demo.alone, passwordHash)
    await recordAttempts(transaction, demo.alone)
    await recordMemory(transaction, demo.alone)
    return true
  }, PATIENCE)
}

/** A first start on a machine that has much else to do takes as long as it takes. */
const PATIENCE = 120_000

async function quizzesOf(slugs: readonly string[]): Promise<Map<string, DemoQuiz>> {
  const published = await db().quiz.findMany({
    where: { slug: { in: [...slugs] }, currentId: { not: null } },
    select: { id: true, slug: true, currentId: true },
  })
  const found = new Map<string, DemoQuiz>()
  for (const { id: quizId, slug, currentId: versionId } of published) {
    const version = versionId && (await findVersion(versionId))
    if (version) found.set(slug, { quizId, versionId, version })
  }
  return found
}

async function recordPeople(
  transaction: Transaction,
  { id, name, timeZone, createdAt, people }: DemoClass,
  passwordHash: string,
): Promise<void> {
  const code = codeFrom(crypto.getRandomValues(new Uint8Array(8)))
  await transaction.class.create({ data: { id, name, code, timeZone, createdAt } })
  await transaction.user.createMany({
    data: people.map(({ role, extraTime: _, ...person }) => ({
      ...person,
      passwordHash,
      createdAt,
      homeClassId: role === 'student' ? id : null,
    })),
  })
  await transaction.membership.createMany({
    data: people.map(({ id: userId, role, extraTime }) => ({
      classId: id,
      userId,
      role,
      extraTime,
      joinedAt: createdAt,
    })),
  })
}

const OWN = ['opensAt', 'dueAt', 'closesAt', 'minutes'] as const

async function recordSettings(
  transaction: Transaction,
  { id: classId, assignments, exceptions, reads }: DemoClass,
): Promise<void> {
  await transaction.assignment.createMany({
    data: assignments.map((assignment) => ({ ...assignment, classId })),
  })
  await transaction.exception.createMany({
    data: exceptions.map((exception) => ({
      ...exception,
      set: OWN.filter((name) => exception[name] !== undefined),
    })),
  })
  await transaction.lessonRead.createMany({ data: reads })
}

const sharesOf = (submission: Submission): Map<string, Fraction> =>
  new Map(submission.explanations.map(({ id, earned }) => [id, earned]))

/** The answers of an attempt, and where it is handed in its blanks, as rows. */
function responsesOf({ id: attemptId, responses, submission }: DemoAttempt): Response[] {
  const shares = submission ? sharesOf(submission) : new Map<string, Fraction>()
  const given = new Set(responses.map(({ questionId }) => questionId))
  const blanks = [...shares.keys()].filter((questionId) => !given.has(questionId))
  const savedAt = submission?.submittedAt
  const none = {
    ...{ value: null, version: 0, flagged: false, checkedAt: null },
    ...{ tries: [], certainty: null },
  }
  return [
    ...responses,
    ...(savedAt ? blanks.map((questionId) => ({ ...none, questionId, savedAt })) : []),
  ].map((row) => {
    const earned = shares.get(row.questionId)
    return { ...row, attemptId, earnedN: earned?.n ?? null, earnedD: earned?.d ?? null }
  })
}

async function recordAttempts(
  transaction: Transaction,
  { attempts }: Pick<DemoClass, 'attempts'>,
): Promise<void> {
  await transaction.attempt.createMany({
    data: attempts.map(({ responses: _, events: __, submission, ...attempt }) => ({
      ...attempt,
      submittedAt: submission?.submittedAt ?? null,
      endedBy: submission?.endedBy ?? null,
      earnedN: submission?.score.earned.n ?? null,
      earnedD: submission?.score.earned.d ?? null,
      points: submission?.score.points ?? null,
    })),
  })
  // A thousand rows each: as one value they are a fraction of the work.
  const responses = JSON.stringify(attempts.flatMap(responsesOf))
  await transaction.$executeRaw`
    insert into "Response"
    select * from jsonb_populate_recordset(null::"Response", ${responses}::jsonb)`
  const events = JSON.stringify(
    attempts.flatMap(({ id: attemptId, events }) =>
      events.map((event) => ({ ...event, attemptId })),
    ),
  )
  await transaction.$executeRaw`
    insert into "AttemptEvent"
    select * from jsonb_populate_recordset(null::"AttemptEvent", ${events}::jsonb)`
}
