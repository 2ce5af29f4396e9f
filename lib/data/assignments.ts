import { v7 as uuid } from 'uuid'
import { type Dates, type ExtraTime, type Rules, rulesSchema } from '@/lib/domain/assignment'
import type { Assignment, MemberAssignment } from '@/lib/domain/class'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { dateOf, type ExceptionRow, toException } from './exceptions'
import { Prisma } from './generated/client'

type AssignedRow = Omit<MemberAssignment, 'rules' | 'exception' | 'seats' | 'attempts'> & {
  rules: unknown
  exception: ExceptionRow | null
  seats: { extraTime: ExtraTime; exception: ExceptionRow | null }[]
  attempts: {
    id: string
    startedAt: string
    submittedAt: string | null
    deadline: string | null
    earnedN: number | null
    earnedD: number | null
    points: number | null
  }[]
}

/**
 * What a member of its class has to know of an assignment: its rules, their own dates and attempts,
 * and the seats that differ from the others', by which it is known when it has closed for the last.
 * Null for everybody else; one statement.
 */
export const findAssignment = (viewer: Viewer, id: string): Promise<MemberAssignment | null> =>
  findAssignmentAt(viewer, Prisma.sql`s.id = ${id}::uuid`)

/** The same for a quiz that is set in a class, by both their ids. */
export const findAssignmentOf = (
  viewer: Viewer,
  classId: string,
  quizId: string,
): Promise<MemberAssignment | null> =>
  findAssignmentAt(
    viewer,
    Prisma.sql`s."classId" = ${classId}::uuid and s."quizId" = ${quizId}::uuid`,
  )

async function findAssignmentAt(viewer: Viewer, at: Prisma.Sql): Promise<MemberAssignment | null> {
  const [row] = await db().$queryRaw<AssignedRow[]>`
    select s.id, s."classId", c.name as "className", c."timeZone", c."archivedAt", m.role, m."extraTime",
      s."opensAt", s."dueAt", s."closesAt", s.rules, q."courseSlug", q.slug, v.title, v.short,
      v.size as questions, v.id as "versionId", q.id as "quizId",
      (select row_to_json(e) from "Exception" e
        where e."assignmentId" = s.id and e."userId" = m."userId") as exception,
      coalesce((select json_agg(json_build_object('id', a.id, 'startedAt', a."startedAt",
          'submittedAt', a."submittedAt", 'deadline', a.deadline, 'earnedN', a."earnedN",
          'earnedD', a."earnedD", 'points', a.points) order by a."startedAt", a.id)
        from "Attempt" a where a."assignmentId" = s.id and a."learnerId" = m."userId"), '[]') as attempts,
      coalesce((select json_agg(json_build_object('extraTime', o."extraTime",
          'exception', (select row_to_json(e) from "Exception" e
            where e."assignmentId" = s.id and e."userId" = o."userId")))
        from "Membership" o
        where o."classId" = s."classId" and o.role = 'student' and (o."extraTime" <> 'none'
          or exists (select from "Exception" e
            where e."assignmentId" = s.id and e."userId" = o."userId"))), '[]') as seats
    from "Assignment" s join "Class" c on c.id = s."classId"
    join "Membership" m on m."classId" = s."classId" and m."userId" = ${viewer.id}::uuid
    join "Quiz" q on q.id = s."quizId" join "QuizVersion" v on v.id = q."currentId"
    where ${at}`
  if (!row) return null
  return {
    ...row,
    rules: rulesSchema.parse(row.rules),
    exception: toException(row.exception),
    seats: row.seats.map((seat) => ({ ...seat, exception: toException(seat.exception) })),
    attempts: row.attempts.map(({ earnedN, earnedD, points, ...attempt }) => ({
      id: attempt.id,
      startedAt: new Date(attempt.startedAt),
      submittedAt: dateOf(attempt.submittedAt),
      deadline: dateOf(attempt.deadline),
      score:
        earnedN === null || earnedD === null || points === null
          ? null
          : { earned: { n: earnedN, d: earnedD }, points },
    })),
  }
}

/**
 * Sets a quiz to a class that the viewer teaches, or changes how it is set; attempts under way keep
 * the rules that they began with, but for dates. The assignment's id; null where the class is not
 * theirs or the quiz is not published.
 */
export async function recordAssignment(
  viewer: Viewer,
  classId: string,
  quizId: string,
  dates: Dates,
  rules: Rules,
): Promise<string | null> {
  const [row] = await db().$queryRaw<{ id: string }[]>`
    insert into "Assignment" (id, "classId", "quizId", "opensAt", "dueAt", "closesAt", rules)
    select ${uuid()}::uuid, m."classId", q.id, ${dates.opensAt}, ${dates.dueAt}, ${dates.closesAt},
      ${JSON.stringify(rules)}::jsonb
    from "Membership" m join "Quiz" q on q.id = ${quizId}::uuid and q."currentId" is not null
    join "Class" c on c.id = m."classId" and c."archivedAt" is null
    where m."classId" = ${classId}::uuid and m."userId" = ${viewer.id}::uuid
      and m.role in ('teacher', 'coteacher')
    on conflict ("classId", "quizId") do update set "opensAt" = excluded."opensAt",
      "dueAt" = excluded."dueAt", "closesAt" = excluded."closesAt", rules = excluded.rules
    returning id`
  return row?.id ?? null
}

/** How a quiz is set to a class that the viewer teaches; null where it is not, or not theirs. */
export async function findSetting(
  viewer: Viewer,
  classId: string,
  quizId: string,
): Promise<Assignment | null> {
  const [row] = await db().$queryRaw<(Omit<Assignment, 'rules'> & { rules: unknown })[]>`
    select s.id, s."opensAt", s."dueAt", s."closesAt", s.rules
    from "Assignment" s join "Membership" m on m."classId" = s."classId"
    where s."classId" = ${classId}::uuid and s."quizId" = ${quizId}::uuid
      and m."userId" = ${viewer.id}::uuid and m.role in ('teacher', 'coteacher')`
  return row ? { ...row, rules: rulesSchema.parse(row.rules) } : null
}
