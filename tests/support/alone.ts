import type { Page } from '@playwright/test'
import { query } from './served'

/** The user with this address. */
export async function userOf({ email }: { email: string }): Promise<string> {
  const [row] = await query<{ id: string }>('select id from "User" where email = $1', [email])
  if (!row) throw new Error(`Nobody has the address ${email}`)
  return row.id
}

/** Every question of every lesson's quiz answered rightly and handed in, some days ago. */
export async function allRight(userId: string, days = 20): Promise<void> {
  await query(
    `with taken as (
      insert into "Attempt" (id, "learnerId", "quizId", "versionId", mode, behaviour, seed, "startedAt",
        "submittedAt", "earnedN", "earnedD", points)
      select gen_random_uuid(), $1, q.id, v.id, 'practice', 'immediate', 'seed',
        now() - make_interval(days => $2), now() - make_interval(days => $2), 1, 1, 1
      from "Quiz" q join "QuizVersion" v on v.id = q."currentId" where v."lessonPlace" is not null
      returning id, "versionId")
    insert into "Response" ("attemptId", "questionId", value, version, "savedAt", "checkedAt", "earnedN", "earnedD")
    select t.id, each->>'id', '"right"', 1, now() - make_interval(days => $2),
      now() - make_interval(days => $2), coalesce((each->>'points')::int, 1), 1
    from taken t join "QuizVersion" v on v.id = t."versionId", jsonb_array_elements(v.content->'questions') each`,
    [userId, days],
  )
}

/** Moves all that has come back so far, and what comes, so many days into the past. */
export async function daysLater(userId: string, days: number): Promise<void> {
  await query(
    `update "ReviewEntry" set at = at - make_interval(days => $2), day = day - $2::int where "learnerId" = $1`,
    [userId, days],
  )
  await query(
    `update "ReviewCard" set "dueOn" = "dueOn" - $2::int, "lastOn" = "lastOn" - $2::int where "learnerId" = $1`,
    [userId, days],
  )
}

/** Opens the review, so that what was answered in quizzes comes back. */
export const takeUp = async (page: Page): Promise<void> => {
  await page.context().request.get('/review')
}

/** A review that was right at once, as the last that counted of one of their questions; its id. */
export async function reviewedOnce(userId: string): Promise<string> {
  const [row] = await query<{ id: string }>(
    `insert into "ReviewEntry" (id, "learnerId", "courseSlug", "questionId", "versionId", source, turn,
      answers, grade, at, "receivedAt", "timeZone", day)
    select gen_random_uuid(), e."learnerId", e."courseSlug", e."questionId", e."versionId", 'review', 1,
      '["right"]', 3, now(), now(), 'UTC', c."lastOn"
    from "ReviewEntry" e join "ReviewCard" c using ("learnerId", "courseSlug", "questionId")
    where e."learnerId" = $1 and e.source = 'quiz' order by e."questionId" limit 1 returning id`,
    [userId],
  )
  if (!row) throw new Error('Nothing has come back yet')
  return row.id
}

/** A certificate that somebody holds; its id. */
export async function certified(userId: string, name: string): Promise<string> {
  const [row] = await query<{ id: string }>(
    `insert into "Certificate" (id, "learnerId", "courseSlug", "courseTitle", name, "issuedAt", credential)
    values (gen_random_uuid(), $1, 'paris-13-january', 'A course', $2, now(), 'signed') returning id`,
    [userId, name],
  )
  return row?.id ?? ''
}
