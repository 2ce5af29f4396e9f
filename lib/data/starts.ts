import { v7 as uuid } from 'uuid'
import type { Beginning } from '@/lib/domain/assignment'
import type { Assignment } from '@/lib/domain/class'
import type { Mode } from '@/lib/domain/course'
import type { Purpose } from '@/lib/domain/purpose'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'

export interface Start {
  courseSlug: string
  slug: string
  mode: Mode
  /** Whether a practice asks how sure the learner is. */
  asksCertainty?: boolean
}

/**
 * Starts an attempt of the viewer's own at the current version, or gives back the open one: one
 * statement, one row, and one attempt however often the button is pressed. Null where the quiz does
 * not exist or does not allow the mode.
 */
export async function startAttempt(
  viewer: Viewer,
  { courseSlug, slug, mode, asksCertainty = false }: Start,
  seed: string,
  now: Date,
): Promise<string | null> {
  const practised = asksCertainty ? 'immediateCertainty' : 'immediate'
  const behaviour = mode === 'practice' ? practised : 'deferred'
  const [row] = await db().$queryRaw<{ id: string }[]>`
    insert into "Attempt" (id, "learnerId", "quizId", "versionId", mode, behaviour, seed, "startedAt")
    select ${uuid()}::uuid, ${viewer.id}::uuid, q.id, v.id, ${mode}::"Mode",
      ${behaviour}::"Behaviour", ${seed}, ${now}
    from "Quiz" q join "QuizVersion" v on v.id = q."currentId"
    where q."courseSlug" = ${courseSlug} and q.slug = ${slug} and ${mode} = any (v.modes)
    on conflict ("learnerId", "quizId", mode, purpose, coalesce("assignmentId", '00000000-0000-0000-0000-000000000000'::uuid))
      where "submittedAt" is null
      do update set "learnerId" = excluded."learnerId"
    returning id`
  return row?.id ?? null
}

/** What of a version is asked, and why. */
export interface Choice {
  versionId: string
  purpose: Exclude<Purpose, 'whole'>
  /** The ids of the questions, in the order in which they are asked; at least one. */
  only: readonly string[]
}

/**
 * Starts a practice of the viewer's own with some questions of a version that is published, or gives
 * back the one that is open with the same ones. One that is open with others stands in the way: its id
 * comes with `isOther`, and it has to be handed in first. Null where there is no such version. It asks
 * how sure the learner is where their practice does.
 */
export async function startChosen(
  viewer: Viewer,
  { versionId, purpose, only }: Choice,
  seed: string,
  now: Date,
): Promise<{ id: string; isOther: boolean } | null> {
  const [row] = await db().$queryRaw<{ id: string; only: string[] }[]>`
    insert into "Attempt" (id, "learnerId", "quizId", "versionId", mode, behaviour, purpose, "only", seed, "startedAt")
    select ${uuid()}::uuid, ${viewer.id}::uuid, v."quizId", v.id, 'practice',
      case when s."asksCertainty" then 'immediateCertainty' else 'immediate' end::"Behaviour",
      ${purpose}::"Purpose", ${[...only]}::text[], ${seed}, ${now}
    from "QuizVersion" v left join "StudySettings" s on s."userId" = ${viewer.id}::uuid
    where v.id = ${versionId}::uuid and ${[...only]}::text[] <@ v."questionIds"
    on conflict ("learnerId", "quizId", mode, purpose, coalesce("assignmentId", '00000000-0000-0000-0000-000000000000'::uuid))
      where "submittedAt" is null
      do update set "learnerId" = excluded."learnerId"
    returning id, "only"`
  return row ? { id: row.id, isOther: row.only.join(' ') !== only.join(' ') } : null
}

/**
 * Starts an attempt at what is set in a class in which the viewer learns or teaches, as `beginning` has
 * decided (an observer changes nothing, and an attempt under way holds back the keys): one row
 * under its number, of which there is one however the requests race. The open attempt's id where
 * there is one already; null where the number is taken and nothing is open.
 */
export async function startAssigned(
  viewer: Viewer,
  { id: assignmentId, rules }: Assignment,
  { number, deadline }: Beginning,
  seed: string,
  now: Date,
): Promise<string | null> {
  const isTried = rules.behaviour === 'interactive'
  const [row] = await db().$queryRaw<{ id: string }[]>`
    with begun as (
      insert into "Attempt" (id, "learnerId", "quizId", "versionId", "assignmentId", number, mode,
        behaviour, "isShuffled", "optionsFixed", asked, tries, penalty, seed, "startedAt", deadline)
      select ${uuid()}::uuid, m."userId", s."quizId", q."currentId", s.id, ${number}, 'test',
        ${rules.behaviour}::"Behaviour", ${rules.shuffleQuestions}, ${!rules.shuffleOptions}, ${rules.ask},
        ${isTried ? rules.tries : null}::int, ${isTried ? rules.penaltyPercent : null}::int, ${seed}, ${now},
        ${deadline}
      from "Assignment" s join "Quiz" q on q.id = s."quizId"
      join "Membership" m on m."classId" = s."classId" and m."userId" = ${viewer.id}::uuid
        and m.role <> 'observer'
      join "Class" c on c.id = s."classId" and c."archivedAt" is null
      where s.id = ${assignmentId}::uuid
      for share of c
      on conflict do nothing
      returning id
    ), logged as (
      insert into "AttemptEvent" (id, "attemptId", at, kind)
      select ${uuid()}::uuid, id, ${now}, 'begun' from begun
    )
    select id from begun`
  if (row) return row.id
  // Another request has begun it, maybe just now.
  const open = await db().attempt.findFirst({
    where: { assignmentId, learnerId: viewer.id, submittedAt: null },
    select: { id: true },
  })
  return open?.id ?? null
}
