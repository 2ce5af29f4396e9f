import { randomBytes } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { gradeOfQuiz } from '@/lib/domain/review-answer'
import { type EarnedGrade, gradeWith, remember } from '@/lib/domain/schedule'
import { dayOf, fromDate, toDate, USUAL_ZONE } from '@/lib/domain/study-day'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { findVersion } from './quizzes'
import { findSettings } from './study-settings'
import { toldBy } from './told'
import { inTransaction, type Transaction } from './transaction'

/** Which question of a learner's. */
export interface CardKey {
  courseSlug: string
  questionId: string
}

/**
 * Holds all that comes back to a learner until the transaction ends: who writes in their log waits for
 * who writes in it already, so that a card is always folded from the whole of it.
 */
export async function holdLog(learnerId: string, transaction: Transaction): Promise<void> {
  await transaction.$queryRaw`
    select id from "User" where id = ${learnerId}::uuid for no key update`
}

/**
 * Makes cards anew from their whole log, and those that are missing; the log has to be held. One
 * statement to read, one to write.
 */
export async function refoldCards(
  learnerId: string,
  keys: readonly CardKey[],
  transaction: Transaction,
): Promise<void> {
  const entries = await transaction.reviewEntry.findMany({
    where: { learnerId, questionId: { in: [...new Set(keys.map((key) => key.questionId))] } },
    select: {
      ...{ id: true, courseSlug: true, questionId: true, turn: true },
      ...{ grade: true, isEasy: true, at: true, day: true },
    },
  })
  const logs = new Map<string, typeof entries>()
  for (const entry of entries) {
    const card = `${entry.courseSlug} ${entry.questionId}`
    logs.set(card, [...(logs.get(card) ?? []), entry])
  }
  const cards = [...logs.values()].flatMap((log) => {
    const memory = remember(
      log.map(({ id, at, day, grade, isEasy }) => ({
        ...{ id, at, day: fromDate(day) },
        grade: gradeWith(grade as EarnedGrade, isEasy),
      })),
    )
    const [first] = log
    if (!memory || !first) return []
    const { courseSlug, questionId } = first
    const turn = 1 + Math.max(...log.map((entry) => entry.turn ?? 0))
    return [{ courseSlug, questionId, turn, seed: randomBytes(16).toString('hex'), ...memory }]
  })
  await transaction.$executeRaw`
    insert into "ReviewCard" as old ("learnerId", "courseSlug", "questionId", seed, turn, "dueOn",
      "lastOn", stability, difficulty, reps, lapses)
    select ${learnerId}::uuid, c."courseSlug", c."questionId", c.seed, c.turn, c."dueOn", c."lastOn",
      c.stability, c.difficulty, c.reps, c.lapses
    from jsonb_to_recordset(${JSON.stringify(cards)}::jsonb) as c("courseSlug" text, "questionId" text,
      seed text, turn int, "dueOn" date, "lastOn" date, stability float8, difficulty float8, reps int,
      lapses int)
    on conflict ("learnerId", "courseSlug", "questionId") do update
      set turn = excluded.turn, "dueOn" = excluded."dueOn", "lastOn" = excluded."lastOn",
        stability = excluded.stability, difficulty = excluded.difficulty, reps = excluded.reps,
        lapses = excluded.lapses,
        "firstTry" = case when old.turn = excluded.turn then old."firstTry" end`
}

interface Untaken extends CardKey {
  attemptId: string
  versionId: string
  seed: string
  at: Date
  value: unknown
  tries: { value: unknown; at: string }[]
}

/** At most so many answers are taken up at once; the next look takes the next ones. */
const MOST = 2_000

/**
 * Takes what the viewer has answered in quizzes into the log of what comes back, once each, and makes
 * the cards. Answers of a class count once its rules show how they came out: the day on which a
 * question comes back tells that too. A blank enters nothing.
 *
 * One statement where there is nothing to take up, as mostly.
 */
export async function takeUpAnswers(viewer: Viewer, now: Date): Promise<void> {
  const untaken = await db().$queryRaw<Untaken[]>`
    select r."attemptId", r."questionId", q."courseSlug", a."versionId", a.seed,
      coalesce(r."checkedAt", a."submittedAt") as at, r.value, r.tries
    from "Attempt" a join "Response" r on r."attemptId" = a.id join "Quiz" q on q.id = a."quizId"
    left join "Assignment" s on s.id = a."assignmentId"
    where a."learnerId" = ${viewer.id}::uuid and r.value is not null
      and (a."submittedAt" is not null or a."assignmentId" is null and r."checkedAt" is not null)
      and ${toldBy(now)}
      and not exists (select from "ReviewEntry" e
        where e."attemptId" = r."attemptId" and e."questionId" = r."questionId")
    order by at limit ${MOST}`
  if (untaken.length === 0) return
  const timeZone = (await findSettings(viewer)).timeZone ?? USUAL_ZONE
  const graded: (Untaken & { grade: EarnedGrade })[] = []
  for (const each of untaken) {
    const version = await findVersion(each.versionId)
    const question = version?.questions.find(({ id }) => id === each.questionId)
    const { value, seed } = each
    const tries = each.tries.map((tried) => ({ value: tried.value, at: new Date(tried.at) }))
    const grade = question ? gradeOfQuiz(question, seed, { value, tries }) : null
    if (grade !== null) graded.push({ ...each, grade })
  }
  if (graded.length === 0) return
  await inTransaction(async (transaction) => {
    await holdLog(viewer.id, transaction)
    await transaction.reviewEntry.createMany({
      data: graded.map(({ attemptId, questionId, courseSlug, versionId, at, grade }) => ({
        ...{
          id: uuid(),
          learnerId: viewer.id,
          attemptId,
          questionId,
          courseSlug,
          versionId,
          grade,
        },
        ...{ source: 'quiz' as const, at, receivedAt: now, timeZone },
        day: toDate(dayOf(at, timeZone)),
      })),
      skipDuplicates: true,
    })
    await refoldCards(viewer.id, graded, transaction)
  })
}
