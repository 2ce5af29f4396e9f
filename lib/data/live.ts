import { v7 as uuid } from 'uuid'
import type { LiveStudent } from '@/lib/domain/live'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { dateOf } from './exceptions'

interface Row {
  studentId: string
  name: string
  attempt:
    | (Omit<
        NonNullable<LiveStudent['attempt']>,
        'startedAt' | 'deadline' | 'submittedAt' | 'savedAt' | 'seenAt'
      > & {
        startedAt: string
        deadline: string | null
        submittedAt: string | null
        savedAt: string | null
        seenAt: string | null
      })
    | null
}

const MOST = 500

/**
 * The students of a class with their latest attempt at what is set, by name; without one answer of
 * theirs. For who teaches or observes the class; for everybody else nobody. One statement.
 */
export async function listLive(
  viewer: Viewer,
  classId: string,
  quizId: string,
): Promise<LiveStudent[]> {
  const rows = await db().$queryRaw<Row[]>`
    select u.id as "studentId", u.name, (
      select json_build_object('id', a.id, 'startedAt', a."startedAt", 'deadline', a.deadline,
        'submittedAt', a."submittedAt", 'endedBy', a."endedBy",
        'answered', (select count(*) from "Response" r where r."attemptId" = a.id
          and r.value is not null and r.value <> 'null'::jsonb),
        'asked', (select least(v.size, a.asked) from "QuizVersion" v where v.id = a."versionId"),
        'savedAt', (select max(r."savedAt") from "Response" r where r."attemptId" = a.id),
        'seenAt', (select max(p."seenAt") from "Presence" p where p."attemptId" = a.id))
      from "Attempt" a where a."assignmentId" = s.id and a."learnerId" = u.id
      order by a.number desc limit 1) as attempt
    from "Assignment" s
    join "Membership" t on t."classId" = s."classId" and t."userId" = ${viewer.id}::uuid
      and t.role <> 'student'
    join "Membership" m on m."classId" = s."classId" and m.role = 'student'
    join "User" u on u.id = m."userId"
    where s."classId" = ${classId}::uuid and s."quizId" = ${quizId}::uuid
    order by u.name, u.id
    limit ${MOST}`
  return rows.map(({ attempt, ...student }) => ({
    ...student,
    attempt: attempt && {
      ...attempt,
      startedAt: new Date(attempt.startedAt),
      deadline: dateOf(attempt.deadline),
      submittedAt: dateOf(attempt.submittedAt),
      savedAt: dateOf(attempt.savedAt),
      seenAt: dateOf(attempt.seenAt),
    },
  }))
}

/**
 * Gives an open attempt of a class that the viewer teaches so many minutes more, counted from its
 * deadline, or from now where that is over. It is noted in the attempt's log. False where there is no
 * such open attempt, it has no end, or the class is over; and where the same was given within the last
 * two seconds, as by a button that was pressed twice.
 */
export async function recordExtension(
  viewer: Viewer,
  attemptId: string,
  minutes: number,
  now: Date,
): Promise<boolean> {
  const [row] = await db().$queryRaw<{ id: string }[]>`
    with extended as (
      update "Attempt" a
      set deadline = greatest(a.deadline, ${now}) + ${minutes}::int * interval '1 minute'
      from "Assignment" s join "Membership" t on t."classId" = s."classId"
      join "Class" c on c.id = s."classId" and c."archivedAt" is null
      where a.id = ${attemptId}::uuid and s.id = a."assignmentId" and a."submittedAt" is null
        and a.deadline is not null
        and t."userId" = ${viewer.id}::uuid and t.role in ('teacher', 'coteacher')
        and not exists (select from "AttemptEvent" e where e."attemptId" = a.id
          and e.kind = 'extended' and e.detail = ${String(minutes)}
          and e.at > ${now}::timestamptz - interval '2 seconds')
      returning a.id
    ), logged as (
      insert into "AttemptEvent" (id, "attemptId", at, kind, detail)
      select ${uuid()}::uuid, id, ${now}, 'extended', ${String(minutes)} from extended
    )
    select id from extended`
  return row !== undefined
}
