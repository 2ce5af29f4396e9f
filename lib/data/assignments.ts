import { v7 as uuid } from 'uuid'
import { type Dates, type ExtraTime, type Rules, rulesSchema } from '@/lib/domain/assignment'
import type { Assignment, MemberAssignment } from '@/lib/domain/class'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { dateOf, type ExceptionRow, toException } from './exceptions'
import { Prisma } from './generated/client'

type AssignedRow = Omit<
  MemberAssignment,
  'rules' | 'exception' | 'seats' | 'underWay' | 'attempts'
> & {
  rules: unknown
  exception: ExceptionRow | null
  seats: { extraTime: ExtraTime; exception: ExceptionRow | null }[]
  underWay: { isEndless: boolean; lastDeadline: string | null }
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
      least(v.size, (s.rules->>'ask')::int) as questions, v.size as pool, v.id as "versionId", q.id as "quizId",
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
            where e."assignmentId" = s.id and e."userId" = o."userId"))), '[]') as seats,
      (select json_build_object('isEndless', coalesce(bool_or(a.deadline is null), false),
          'lastDeadline', max(a.deadline))
        from "Attempt" a where a."assignmentId" = s.id and a."submittedAt" is null) as "underWay"
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
    underWay: { ...row.underWay, lastDeadline: dateOf(row.underWay.lastDeadline) },
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
 * the deadline that they began with. Those that had none end with a close that is set now (a day
 * later with extra time; an individual close is final). The assignment's id; null where the class is
 * not theirs or over, or the quiz is not published for tests.
 */
export async function recordAssignment(
  viewer: Viewer,
  classId: string,
  quizId: string,
  dates: Dates,
  rules: Rules,
): Promise<string | null> {
  const [row] = await db().$queryRaw<{ id: string }[]>`
    with kept as (
    insert into "Assignment" (id, "classId", "quizId", "opensAt", "dueAt", "closesAt", rules)
    select ${uuid()}::uuid, m."classId", q.id, ${dates.opensAt}, ${dates.dueAt}, ${dates.closesAt},
      ${JSON.stringify(rules)}::jsonb
    from "Membership" m join "Quiz" q on q.id = ${quizId}::uuid
    join "QuizVersion" v on v.id = q."currentId" and 'test' = any (v.modes)
    join "Class" c on c.id = m."classId" and c."archivedAt" is null
    where m."classId" = ${classId}::uuid and m."userId" = ${viewer.id}::uuid
      and m.role in ('teacher', 'coteacher')
    on conflict ("classId", "quizId") do update set "opensAt" = excluded."opensAt",
      "dueAt" = excluded."dueAt", "closesAt" = excluded."closesAt", rules = excluded.rules
    returning id, "classId", "closesAt"
    ), bound as (
      update "Attempt" a set deadline = greatest(a."startedAt", kept."closesAt"
        + case when m."extraTime" = 'none' then interval '0' else interval '1 day' end)
      from kept join "Membership" m on m."classId" = kept."classId"
      where a."assignmentId" = kept.id and a."learnerId" = m."userId" and a."submittedAt" is null
        and a.deadline is null and kept."closesAt" is not null
        and not exists (select from "Exception" e where e."assignmentId" = kept.id
          and e."userId" = a."learnerId" and 'closesAt' = any (e.set))
    )
    select id from kept`
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
