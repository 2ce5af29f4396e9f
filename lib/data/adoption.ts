import type { Holdings } from '@/lib/domain/holdings'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { type CardKey, holdLog, refoldCards } from './review-log'
import { inTransaction, type Transaction } from './transaction'

/**
 * The guest's open attempts at what the member has open too. Of these only one can stay open, so the
 * guest's are handed in before they are handed over.
 */
export async function listRivalAttempts(guest: Viewer, memberId: string): Promise<string[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    select a.id from "Attempt" a join "User" u on u.id = a."learnerId" and u."isGuest"
    where a."learnerId" = ${guest.id}::uuid and a."submittedAt" is null and exists (
      select from "Attempt" mine
      where mine."learnerId" = ${memberId}::uuid and mine."quizId" = a."quizId"
        and mine.mode = a.mode and mine.purpose = a.purpose
        and mine."assignmentId" is not distinct from a."assignmentId"
        and mine."submittedAt" is null)`
  return rows.map(({ id }) => id)
}

const holdingsOf = async (userId: string, from: Transaction): Promise<Holdings> => {
  const [row] = await from.$queryRaw<Holdings[]>`
    select (select count(*)::int from "LessonRead" where "userId" = ${userId}::uuid) as lessons,
      (select count(*)::int from "Attempt" where "learnerId" = ${userId}::uuid) as attempts,
      (select count(*)::int from "ReviewEntry"
        where "learnerId" = ${userId}::uuid and source = 'review') as reviews`
  return row ?? { lessons: 0, attempts: 0, reviews: 0 }
}

/** How much the viewer has done: one statement. */
export const findHoldings = (viewer: Viewer): Promise<Holdings> => holdingsOf(viewer.id, db())

/**
 * Hands what a guest did over to the member who signs in from the same browser: attempts, lessons
 * read, places and what comes back change their owner, then the guest is gone, with their sessions.
 * What both have is not doubled: a lesson counts as read once, the newer place stands, the member's
 * settings stay, and a question that comes back to both is folded from both logs. Where guest and
 * member have an open attempt at the same, the guest's has to be handed in first
 * (`listRivalAttempts`).
 *
 * @returns what was handed over; null where nobody was a guest
 */
export async function adoptGuest(guest: Viewer, memberId: string): Promise<Holdings | null> {
  if (!guest.isGuest || guest.id === memberId) return null
  return inTransaction(async (transaction) => {
    const [owner] = await transaction.$queryRaw<{ id: string }[]>`
      select id from "User" where id = ${guest.id}::uuid and "isGuest" for update`
    if (!owner) return null
    await holdLog(memberId, transaction)
    const held = await holdingsOf(guest.id, transaction)
    await transaction.$executeRaw`
      insert into "LessonRead" ("userId", "courseSlug", "lessonSlug", "readAt")
      select ${memberId}::uuid, "courseSlug", "lessonSlug", "readAt"
      from "LessonRead" where "userId" = ${guest.id}::uuid on conflict do nothing`
    await transaction.$executeRaw`
      insert into "LessonPlace" as mine ("userId", "courseSlug", "lessonSlug", anchor, at)
      select ${memberId}::uuid, "courseSlug", "lessonSlug", anchor, at
      from "LessonPlace" where "userId" = ${guest.id}::uuid
      on conflict ("userId", "courseSlug", "lessonSlug") do update
        set anchor = excluded.anchor, at = excluded.at where mine.at < excluded.at`
    await transaction.$executeRaw`
      insert into "StudySettings" ("userId", "timeZone", "dailyCap", "weeklyGoal", "asksCertainty")
      select ${memberId}::uuid, "timeZone", "dailyCap", "weeklyGoal", "asksCertainty"
      from "StudySettings" where "userId" = ${guest.id}::uuid on conflict do nothing`
    await transaction.$executeRaw`
      update "Attempt" a set "learnerId" = ${memberId}::uuid
      where a."learnerId" = ${guest.id}::uuid and (a."submittedAt" is not null or not exists (
        select from "Attempt" mine
        where mine."learnerId" = ${memberId}::uuid and mine."quizId" = a."quizId"
          and mine.mode = a.mode and mine.purpose = a.purpose
          and mine."assignmentId" is not distinct from a."assignmentId"
          and mine."submittedAt" is null))`
    const keys = await transaction.$queryRaw<CardKey[]>`
      select "courseSlug", "questionId" from "ReviewCard" where "learnerId" = ${guest.id}::uuid`
    await transaction.$executeRaw`
      update "ReviewCard" c set "learnerId" = ${memberId}::uuid
      where c."learnerId" = ${guest.id}::uuid and not exists (
        select from "ReviewCard" mine
        where mine."learnerId" = ${memberId}::uuid and mine."courseSlug" = c."courseSlug"
          and mine."questionId" = c."questionId")`
    await transaction.$executeRaw`
      update "ReviewEntry" set "learnerId" = ${memberId}::uuid where "learnerId" = ${guest.id}::uuid`
    await transaction.$executeRaw`delete from "User" where id = ${guest.id}::uuid`
    if (keys.length > 0) await refoldCards(memberId, keys, transaction)
    return held
  })
}
