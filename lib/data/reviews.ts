import { explain } from '@/lib/domain/attempt'
import { accept, type Outcome, refuse } from '@/lib/domain/outcome'
import { publish } from '@/lib/domain/question/publish'
import { asAttempt, decideReview } from '@/lib/domain/review-answer'
import type {
  ReviewAnswer,
  ReviewedItem,
  ReviewedLine,
  ReviewRejection,
  ReviewState,
} from '@/lib/domain/review-set'
import type { EarnedGrade } from '@/lib/domain/schedule'
import { dayOf, fromDate, toDate, USUAL_ZONE } from '@/lib/domain/study-day'
import { seedOfTurn } from '@/lib/domain/turn'
import type { Viewer } from '@/lib/domain/viewer'
import { isTimeZone } from '@/lib/domain/zoned-time'
import { db } from './db'
import { Prisma } from './generated/client'
import { findVersion } from './quizzes'
import { holdLog, refoldCards } from './review-log'
import { toJson } from './save'
import { findSettings } from './study-settings'
import { inTransaction, type Transaction } from './transaction'

/** An answer waits on its device for so long at most. */
const LONGEST = 30 * 24 * 60 * 60_000

/** So many answers to one question are logged on one day; nobody learns by more, and only a script gives them. */
const MOST_A_DAY = 20

/** The question of a version of a course; null where there is none. */
async function findAsked(
  { courseSlug, questionId, versionId }: ReviewAnswer,
  transaction: Transaction,
) {
  const version = await findVersion(versionId, transaction)
  const question = version?.questions.find(({ id }) => id === questionId)
  return version?.course.slug === courseSlug ? (question ?? null) : null
}

/**
 * Takes an answer of a review: into the log, by which its card is made anew, or as a first try that
 * was wrong. Sent twice, it is kept once. Of two devices that answer the same turn both are logged, and
 * the first of the day counts; what arrives late counts for the day on which it was given.
 */
export async function recordReview(
  viewer: Viewer,
  answer: ReviewAnswer,
  now: Date,
): Promise<Outcome<ReviewState, ReviewRejection>> {
  const { id, courseSlug, questionId, versionId, turn } = answer
  const usual = (await findSettings(viewer)).timeZone ?? USUAL_ZONE
  const timeZone = answer.timeZone && isTimeZone(answer.timeZone) ? answer.timeZone : usual
  const at = new Date(now.getTime() - Math.min(Math.max(0, answer.age), LONGEST))
  return inTransaction(async (transaction) => {
    await holdLog(viewer.id, transaction)
    const known = await transaction.reviewEntry.findUnique({
      where: { id },
      select: { learnerId: true },
    })
    if (known)
      return known.learnerId === viewer.id
        ? accept({ state: 'kept', entryId: id })
        : refuse('unknown')
    const key = { learnerId: viewer.id, courseSlug, questionId }
    const card = await transaction.reviewCard.findUnique({
      where: { learnerId_courseSlug_questionId: key },
      select: { seed: true, turn: true, firstTry: true },
    })
    const question = card && (await findAsked(answer, transaction))
    if (!card || !question || turn > card.turn) return refuse('unknown')
    const day = toDate(dayOf(at, timeZone))
    const given = await transaction.reviewEntry.count({ where: { ...key, day } })
    if (given >= MOST_A_DAY) return refuse('unknown')
    const seed = seedOfTurn(question, card.seed, turn)
    const before = turn === card.turn ? card.firstTry : null
    const decision = decideReview(question, seed, before, answer)
    if (decision.state === 'again') {
      await transaction.reviewCard.update({
        where: { learnerId_courseSlug_questionId: key },
        data: { firstTry: JSON.parse(toJson(decision.firstTry)) },
        select: { turn: true },
      })
      return accept({ state: 'again', hints: decision.hints })
    }
    await transaction.reviewEntry.create({
      data: {
        ...{ id, ...key, versionId, source: 'review', turn, grade: decision.grade },
        ...{ answers: JSON.parse(toJson(decision.answers)), at, receivedAt: now, timeZone },
        day,
      },
      select: { id: true },
    })
    await refoldCards(viewer.id, [answer], transaction)
    return accept({ state: 'kept', entryId: id })
  })
}

/** What the viewer's own answer came to, with all that explains it; null for every other. */
export async function findReviewed(viewer: Viewer, entryId: string): Promise<ReviewedItem | null> {
  const entry = await db().reviewEntry.findFirst({
    where: { id: entryId, learnerId: viewer.id, source: 'review' },
  })
  const card =
    entry &&
    (await db().reviewCard.findFirst({
      where: { learnerId: viewer.id, courseSlug: entry.courseSlug, questionId: entry.questionId },
    }))
  const version = entry && (await findVersion(entry.versionId))
  const question = version?.questions.find(({ id }) => id === entry?.questionId)
  if (!entry || !card || !version || !question) return null
  const seed = seedOfTurn(question, card.seed, entry.turn ?? 1)
  const answers = Array.isArray(entry.answers) ? entry.answers : []
  const { courseSlug, questionId, isEasy, at } = entry
  const grade = entry.grade as EarnedGrade
  return {
    ...{ entryId, courseSlug, questionId, answers, grade, isEasy, at },
    question: publish(question, seed),
    explanation: explain(asAttempt(version, question, { id: entryId, seed, at, answers }), 0),
    mayBeEasy: grade === 3 && !isEasy && entry.day.getTime() === card.lastOn.getTime(),
    day: fromDate(entry.day),
    dueOn: fromDate(card.dueOn),
  }
}

/**
 * Notes the learner's own word that an answer of theirs was easy, as long as it is the last that
 * counted; false where it is not, or was not right at once.
 */
export function recordEasy(viewer: Viewer, entryId: string): Promise<boolean> {
  return inTransaction(async (transaction) => {
    await holdLog(viewer.id, transaction)
    const [entry] = await transaction.$queryRaw<{ courseSlug: string; questionId: string }[]>`
      update "ReviewEntry" e set "isEasy" = true from "ReviewCard" c
      where e.id = ${entryId}::uuid and e."learnerId" = ${viewer.id}::uuid and e.source = 'review'
        and e.grade = 3 and c."learnerId" = e."learnerId" and c."courseSlug" = e."courseSlug"
        and c."questionId" = e."questionId" and c."lastOn" = e.day
      returning e."courseSlug", e."questionId"`
    if (entry) await refoldCards(viewer.id, [entry], transaction)
    return entry !== undefined
  })
}

/** What the viewer has answered in the review of today, the first one first. */
export async function listReviewedToday(viewer: Viewer, now: Date): Promise<ReviewedLine[]> {
  const zone = (await findSettings(viewer)).timeZone ?? USUAL_ZONE
  const rows = await db().$queryRaw<
    { id: string; questionId: string; versionId: string; grade: EarnedGrade; dueOn: Date }[]
  >(Prisma.sql`
    select e.id, e."questionId", e."versionId", e.grade, c."dueOn"
    from "ReviewEntry" e join "ReviewCard" c on c."learnerId" = e."learnerId"
      and c."courseSlug" = e."courseSlug" and c."questionId" = e."questionId"
    where e."learnerId" = ${viewer.id}::uuid and e.source = 'review'
      and e.day = ${toDate(dayOf(now, zone))}::date
    order by e.at, e.id limit 200`)
  const lines: ReviewedLine[] = []
  for (const { id, questionId, versionId, grade, dueOn } of rows) {
    const version = await findVersion(versionId)
    const question = version?.questions.find((each) => each.id === questionId)
    if (question)
      lines.push({ entryId: id, prompt: question.prompt, grade, dueOn: fromDate(dueOn) })
  }
  return lines
}
