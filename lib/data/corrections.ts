import { isDeepStrictEqual } from 'node:util'
import { v7 as uuid } from 'uuid'
import { type Rules, rulesSchema } from '@/lib/domain/assignment'
import { type Correction, type CorrectionDraft, correctionSchema } from '@/lib/domain/correction'
import {
  afterAll,
  type ClassAttempt,
  type CorrectionPlan,
  planOf,
  remarkedBetween,
} from '@/lib/domain/correction-plan'
import type { GradeChangeKind } from '@/lib/domain/grade-change'
import type { Viewer } from '@/lib/domain/viewer'
import { readHandedIn } from './attempts'
import { db } from './db'
import { Prisma } from './generated/client'
import { recordGradeChanges } from './grade-changes'
import { recordScores } from './rescore'
import { inTransaction, type Transaction } from './transaction'

export interface SetQuiz {
  classId: string
  quizId: string
}

interface Corrigible {
  assignmentId: string
  rules: Rules
  inForce: Correction[]
}

/**
 * The assignment with its corrections in force, for whoever may correct it; null for everybody else,
 * where the class is over, and where the quiz never had this question.
 *
 * @param locked whether nobody else may begin, hand in or correct anything of it meanwhile
 */
async function findCorrigible(
  viewer: Viewer,
  { classId, quizId }: SetQuiz,
  questionId: string | null,
  from: Transaction,
  locked: boolean,
): Promise<Corrigible | null> {
  const [row] = await from.$queryRaw<{ id: string; rules: unknown }[]>`
    select s.id, s.rules from "Assignment" s
    join "Class" c on c.id = s."classId" and c."archivedAt" is null
    join "Membership" t on t."classId" = s."classId" and t."userId" = ${viewer.id}::uuid
      and t.role in ('teacher', 'coteacher')
    where s."classId" = ${classId}::uuid and s."quizId" = ${quizId}::uuid
      and (${questionId}::text is null or exists (select from "QuizVersion" v
        where v."quizId" = s."quizId" and ${questionId} = any (v."questionIds")))
    ${locked ? Prisma.sql`for update of s` : Prisma.empty}`
  if (!row) return null
  // Whoever hands in holds their attempt until it is scored: so every hand-in is either seen here
  // with its score, or waits and is scored with what is decided here.
  if (locked)
    await from.$queryRaw`
      select id from "Attempt" where "assignmentId" = ${row.id}::uuid order by id for update`
  const kept = await from.correction.findMany({
    where: { assignmentId: row.id, undoneAt: null },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  return {
    assignmentId: row.id,
    rules: rulesSchema.parse(row.rules),
    inForce: correctionSchema.array().parse(kept),
  }
}

async function readClassAttempts(assignmentId: string, from: Transaction): Promise<ClassAttempt[]> {
  const attempts = await readHandedIn(assignmentId, from)
  const students = await from.membership.findMany({
    where: {
      role: { in: ['student', 'erased'] },
      class: { assignments: { some: { id: assignmentId } } },
    },
    select: { userId: true },
  })
  const ids = new Set(students.map(({ userId }) => userId))
  return attempts.flatMap(({ submittedAt, ...attempt }) =>
    submittedAt ? [{ ...attempt, submittedAt, isStudents: ids.has(attempt.learner.id) }] : [],
  )
}

/**
 * What a correction would do to what is handed in; nothing is written. Null where the viewer may not
 * correct anything here.
 */
export async function findCorrectionPlan(
  viewer: Viewer,
  at: SetQuiz,
  draft: CorrectionDraft,
  now: Date,
): Promise<CorrectionPlan | null> {
  const found = await findCorrigible(viewer, at, draft.questionId, db(), false)
  if (!found) return null
  const attempts = await readClassAttempts(found.assignmentId, db())
  return planOf(attempts, found.inForce, draft, found.rules.grading, now)
}

/** Writes the scores that follow from another list of corrections, and a line for each that changes. */
async function recordRemarked(
  transaction: Transaction,
  viewer: Viewer,
  { assignmentId, inForce }: Corrigible,
  after: readonly Correction[],
  { kind, cause, now }: { kind: GradeChangeKind; cause: Correction; now: Date },
): Promise<void> {
  const attempts = await readClassAttempts(assignmentId, transaction)
  const { changes, marked } = remarkedBetween(attempts, inForce, after)
  await recordScores(transaction, marked)
  await recordGradeChanges(
    transaction,
    viewer,
    changes.map(({ attemptId, learner, before, after: is }) => {
      const of = { attemptId, correctionId: cause.id, questionId: cause.questionId }
      return {
        assignmentId,
        learnerId: learner.id,
        kind,
        before: { ...of, earned: { ...before.earned }, points: before.points },
        after: { ...of, earned: { ...is.earned }, points: is.points },
        reason: cause.reason,
      }
    }),
    now,
  )
}

/**
 * Puts a question right in what is set to a class that the viewer teaches: from then on whatever is
 * handed in is marked by it, and what is handed in already is marked anew, from its stored answers,
 * in the same transaction. Each mark that changes is noted in the history. What was decided last is
 * not decided again, as by a button that was pressed twice. False where the viewer may not, or the
 * class is over.
 */
export function recordCorrection(
  viewer: Viewer,
  at: SetQuiz,
  draft: CorrectionDraft,
  now: Date,
): Promise<boolean> {
  return inTransaction(async (transaction) => {
    const found = await findCorrigible(viewer, at, draft.questionId, transaction, true)
    if (!found) return false
    const { assignmentId, inForce } = found
    const last = inForce.at(-1)
    if (last && isDeepStrictEqual({ ...last, ...draft }, last)) return true
    const correction: Correction = { ...draft, id: uuid(), at: afterAll(inForce, now) }
    await transaction.correction.create({
      data: {
        ...correction,
        assignmentId,
        byId: viewer.id,
        change: correction.change ? JSON.parse(JSON.stringify(correction.change)) : Prisma.DbNull,
      },
      select: { id: true },
    })
    const cause = { kind: 'correction' as const, cause: correction, now }
    await recordRemarked(transaction, viewer, found, [...inForce, correction], cause)
    return true
  })
}

/**
 * Takes a correction back: every mark is what it is without it. False where it is not in force in
 * what is set to a class that the viewer teaches.
 */
export function recordCorrectionUndone(
  viewer: Viewer,
  at: SetQuiz,
  id: string,
  now: Date,
): Promise<boolean> {
  return inTransaction(async (transaction) => {
    const found = await findCorrigible(viewer, at, null, transaction, true)
    const undone = found?.inForce.find((correction) => correction.id === id)
    if (!found || !undone) return false
    await transaction.correction.update({
      where: { id, undoneAt: null },
      data: { undoneAt: now, undoneById: viewer.id },
      select: { id: true },
    })
    const after = found.inForce.filter((correction) => correction !== undone)
    const cause = { kind: 'correction-undone' as const, cause: undone, now }
    await recordRemarked(transaction, viewer, found, after, cause)
    return true
  })
}
