import { hintsTo } from '@/lib/domain/hints'
import { type PublishedQuestion, publish } from '@/lib/domain/question/publish'
import type { ReviewAnswer, ReviewItem, ReviewSet } from '@/lib/domain/review-set'
import { setOfDay } from '@/lib/domain/schedule'
import { shortDigest } from '@/lib/domain/seed'
import { addDays, type Day, dayOf, fromDate, toDate, USUAL_ZONE } from '@/lib/domain/study-day'
import { USUAL_SETTINGS } from '@/lib/domain/study-settings'
import { seedOfTurn } from '@/lib/domain/turn'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { findVersion } from './quizzes'
import { takeUpAnswers } from './review-log'
import { findSettings } from './study-settings'

interface DueRow {
  courseSlug: string
  questionId: string
  seed: string
  turn: number
  firstTry: unknown
  dueOn: Date
  lastOn: Date
  stability: number
  versionId: string
}

/** More than that are never looked at in a day, whatever has piled up. */
const MOST = 1_000

/**
 * What is due by a day, with the version from which it is asked: that of its lesson's own quiz before
 * one that draws from several. A question that no quiz asks any more does not come back.
 */
const listDue = (viewer: Viewer, today: Day): Promise<DueRow[]> =>
  db().$queryRaw<DueRow[]>`
    select c."courseSlug", c."questionId", c.seed, c.turn, c."firstTry", c."dueOn", c."lastOn",
      c.stability, v.id as "versionId"
    from "ReviewCard" c cross join lateral (
      select v.id from "Quiz" q join "QuizVersion" v on v.id = q."currentId"
      where q."courseSlug" = c."courseSlug" and c."questionId" = any (v."questionIds")
      order by v."lessonPlace" nulls last, q.slug limit 1) v
    where c."learnerId" = ${viewer.id}::uuid and c."dueOn" <= ${toDate(today)}::date
    order by c."dueOn", c."courseSlug", c."questionId" limit ${MOST}`

/** How many cards were reviewed on a day, and when the next one comes after it. */
async function countDay(viewer: Viewer, today: Day): Promise<{ done: number; nextOn: Day | null }> {
  const [row] = await db().$queryRaw<{ done: number; nextOn: Date | null }[]>`
    select (select count(distinct (e."courseSlug", e."questionId"))::int from "ReviewEntry" e
        where e."learnerId" = ${viewer.id}::uuid and e.source = 'review'
          and e.day = ${toDate(today)}::date) as done,
      (select min(c."dueOn") from "ReviewCard" c
        where c."learnerId" = ${viewer.id}::uuid and c."dueOn" > ${toDate(today)}::date) as "nextOn"`
  return { done: row?.done ?? 0, nextOn: row?.nextOn ? fromDate(row.nextOn) : null }
}

async function toItem(row: DueRow): Promise<ReviewItem | null> {
  const { courseSlug, turn, versionId, firstTry } = row
  const version = await findVersion(versionId)
  const question = version?.questions.find(({ id }) => id === row.questionId)
  if (!version || !question) return null
  const seed = seedOfTurn(question, row.seed, turn)
  return {
    ...{ courseSlug, turn, versionId },
    question: publish(question, seed),
    lesson: version.lesson && { slug: version.lesson.slug, title: version.lesson.title },
    hints: firstTry === null ? null : hintsTo(question, seed, firstTry),
  }
}

/** What comes back to the viewer today: the first of the items is the one to answer now. */
export async function findReviewSet(viewer: Viewer, now: Date): Promise<ReviewSet> {
  await takeUpAnswers(viewer, now)
  const { timeZone, dailyCap } = await findSettings(viewer)
  const zone = timeZone ?? USUAL_ZONE
  const day = dayOf(now, zone)
  const due = await listDue(viewer, day)
  const { done, nextOn } = await countDay(viewer, day)
  const cards = due.map((row) => ({
    ...row,
    dueOn: fromDate(row.dueOn),
    lastOn: fromDate(row.lastOn),
    row,
  }))
  const set = setOfDay(cards, day, dailyCap, done)
  // Lessons stand mixed; what is under way comes first, on every device.
  const placeOf = ({ questionId, firstTry }: DueRow) =>
    `${firstTry === null ? 1 : 0}${shortDigest(`${day}/${questionId}`)}`
  const ordered = set
    .map(({ row }) => ({ row, place: placeOf(row) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
  const items: ReviewItem[] = []
  for (const { row } of ordered) {
    const item = await toItem(row)
    if (item) items.push(item)
  }
  return {
    day,
    timeZone: zone,
    isZoneSet: timeZone !== null,
    items,
    done,
    waiting: due.length - set.length,
    nextOn,
  }
}

/**
 * How many questions come back to the viewer today, as far as they are in the log: one statement. It
 * counts for the three days that it may be anywhere on Earth; which one it is follows from the zone.
 */
export async function countDue(viewer: Viewer, now: Date): Promise<number> {
  const utc = dayOf(now, USUAL_ZONE)
  const days = [-1, 0, 1].map((by) => toDate(addDays(utc, by)))
  const rows = await db().$queryRaw<
    { day: Date; timeZone: string | null; dailyCap: number | null; due: number; done: number }[]
  >`
    select d.day, s."timeZone", s."dailyCap",
      (select count(*)::int from "ReviewCard" c
        where c."learnerId" = ${viewer.id}::uuid and c."dueOn" <= d.day
          and exists (select from "Quiz" q join "QuizVersion" v on v.id = q."currentId"
            where q."courseSlug" = c."courseSlug" and c."questionId" = any (v."questionIds"))) as due,
      (select count(distinct (e."courseSlug", e."questionId"))::int from "ReviewEntry" e
        where e."learnerId" = ${viewer.id}::uuid and e.source = 'review' and e.day = d.day) as done
    from unnest(${days}::date[]) d(day)
    left join "StudySettings" s on s."userId" = ${viewer.id}::uuid`
  const today = rows.find(
    ({ day, timeZone }) => fromDate(day) === dayOf(now, timeZone ?? USUAL_ZONE),
  )
  if (!today) return 0
  const cap = today.dailyCap ?? USUAL_SETTINGS.dailyCap
  return Math.min(today.due, Math.max(0, cap - today.done))
}

/**
 * A question as it was shown to the viewer at a turn, so that what a form says of it can be read; null
 * where it was never theirs to answer.
 */
export async function findPresented(
  viewer: Viewer,
  {
    courseSlug,
    questionId,
    versionId,
    turn,
  }: Pick<ReviewAnswer, 'courseSlug' | 'questionId' | 'versionId' | 'turn'>,
): Promise<PublishedQuestion | null> {
  const card = await db().reviewCard.findUnique({
    where: { learnerId_courseSlug_questionId: { learnerId: viewer.id, courseSlug, questionId } },
    select: { seed: true, turn: true },
  })
  const version = card && (await findVersion(versionId))
  const question = version?.questions.find(({ id }) => id === questionId)
  if (!card || !question || version?.course.slug !== courseSlug || turn > card.turn) return null
  return publish(question, seedOfTurn(question, card.seed, turn))
}
