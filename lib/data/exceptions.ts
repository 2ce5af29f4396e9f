import { v7 as uuid } from 'uuid'
import {
  type Dates,
  type Exception,
  type ExtraTime,
  type Rules,
  rulesSchema,
} from '@/lib/domain/assignment'
import type { Seat } from '@/lib/domain/class'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { recordGradeChanges } from './grade-changes'
import { type CellPlace, holdSeat } from './seat'
import { inTransaction, type Transaction } from './transaction'

/** A row of `Exception` as JSON from Postgres brings it. */
export interface ExceptionRow {
  set: string[]
  opensAt: string | null
  dueAt: string | null
  closesAt: string | null
  minutes: number | null
  extraAttempts: number
  isExcused: boolean
}
/** An instant as JSON brings it; null is none. */
export const dateOf = (text: string | null) => (text === null ? null : new Date(text))

/** A row whose `set` names the fields that stand for the class's; the others are left out. */
export function toException(row: ExceptionRow | null): Exception | null {
  if (!row) return null
  const { set, extraAttempts, isExcused } = row
  const all = {
    opensAt: dateOf(row.opensAt),
    dueAt: dateOf(row.dueAt),
    closesAt: dateOf(row.closesAt),
    minutes: row.minutes,
  }
  const given = Object.entries(all).filter(([name]) => set.includes(name))
  return { ...(Object.fromEntries(given) as Partial<typeof all>), extraAttempts, isExcused }
}

const MOST = 500

/**
 * The students of a class that the viewer teaches, by name, with what holds for each alone in a quiz
 * that is set, and since when they are at it; nobody where it is not theirs. One statement.
 */
export async function listSeats(viewer: Viewer, classId: string, quizId: string): Promise<Seat[]> {
  const rows = await db().$queryRaw<
    {
      studentId: string
      name: string
      extraTime: ExtraTime
      exception: ExceptionRow | null
      openSince: Date | null
    }[]
  >`
    select u.id as "studentId", u.name, m."extraTime",
      (select row_to_json(e) from "Exception" e
        where e."assignmentId" = s.id and e."userId" = u.id) as exception,
      (select max(a."startedAt") from "Attempt" a where a."assignmentId" = s.id
        and a."learnerId" = u.id and a."submittedAt" is null) as "openSince"
    from "Assignment" s
    join "Membership" t on t."classId" = s."classId" and t."userId" = ${viewer.id}::uuid
      and t.role in ('teacher', 'coteacher')
    join "Membership" m on m."classId" = s."classId" and m.role = 'student'
    join "User" u on u.id = m."userId"
    where s."classId" = ${classId}::uuid and s."quizId" = ${quizId}::uuid
    order by u.name, u.id
    limit ${MOST}`
  return rows.map((row) => ({ ...row, exception: toException(row.exception) }))
}

/** A student's seat in a quiz that is set, with how it is set and in which zone. */
export interface FoundSeat extends Dates {
  timeZone: string
  rules: Rules
  seat: Omit<Seat, 'name' | 'studentId'>
}

/**
 * What holds for one student of a class that the viewer teaches, in a quiz that is set. Null where it
 * is not theirs, or the student is not in it.
 */
export async function findSeat(
  viewer: Viewer,
  { classId, quizId, studentId }: { classId: string; quizId: string; studentId: string },
): Promise<FoundSeat | null> {
  const [row] = await db().$queryRaw<
    (Dates & {
      timeZone: string
      rules: unknown
      extraTime: ExtraTime
      exception: ExceptionRow | null
      openSince: Date | null
    })[]
  >`
    select c."timeZone", s."opensAt", s."dueAt", s."closesAt", s.rules, m."extraTime",
      (select row_to_json(e) from "Exception" e
        where e."assignmentId" = s.id and e."userId" = m."userId") as exception,
      (select max(a."startedAt") from "Attempt" a where a."assignmentId" = s.id
        and a."learnerId" = m."userId" and a."submittedAt" is null) as "openSince"
    from "Assignment" s join "Class" c on c.id = s."classId"
    join "Membership" t on t."classId" = s."classId" and t."userId" = ${viewer.id}::uuid
      and t.role in ('teacher', 'coteacher')
    join "Membership" m on m."classId" = s."classId" and m."userId" = ${studentId}::uuid
      and m.role = 'student'
    where s."classId" = ${classId}::uuid and s."quizId" = ${quizId}::uuid`
  if (!row) return null
  const { extraTime, exception, openSince, rules, ...set } = row
  const seat = { extraTime, exception: toException(exception), openSince }
  return { ...set, rules: rulesSchema.parse(rules), seat }
}

const OWN = ['opensAt', 'dueAt', 'closesAt', 'minutes'] as const

/**
 * Writes what holds for one student alone in a quiz that is set to a class of the viewer's, or takes
 * it back (null). An attempt under way gets the new deadline if that is later, never an earlier one;
 * that is noted in its log. Being excused or not any more is in the history of the grade. False where
 * it is not theirs, or the student is not in the class.
 *
 * @param deadline what the new dates come to for the attempt under way; null is no end
 * @param reason why the student is excused or not any more
 */
export function recordException(
  viewer: Viewer,
  place: CellPlace,
  exception: Exception | null,
  deadline: Date | null,
  now: Date,
  reason: string | null = null,
): Promise<boolean> {
  return inTransaction(async (transaction) => {
    const assignmentId = await holdSeat(transaction, viewer, place)
    if (!assignmentId) return false
    const learnerId = place.studentId
    const found = await transaction.exception.findUnique({
      where: { assignmentId_userId: { assignmentId, userId: learnerId } },
      select: { isExcused: true },
    })
    const was = found?.isExcused ?? false
    const is = exception?.isExcused ?? false
    await writeException(transaction, assignmentId, learnerId, exception, deadline, now)
    if (was !== is) {
      const [before, after] = [{ isExcused: was }, { isExcused: is }]
      const change = { assignmentId, learnerId, kind: 'excuse' as const, before, after, reason }
      await recordGradeChanges(transaction, viewer, [change], now)
    }
    return true
  })
}

async function writeException(
  transaction: Transaction,
  assignmentId: string,
  studentId: string,
  exception: Exception | null,
  deadline: Date | null,
  now: Date,
): Promise<void> {
  const own: Partial<Dates> & { minutes?: number | null } = exception ?? {}
  const set = OWN.filter((name) => own[name] !== undefined)
  await transaction.$executeRaw`
    with seat as (
      select ${assignmentId}::uuid as id, ${studentId}::uuid as "userId"
    ), gone as (
      delete from "Exception" e using seat
      where e."assignmentId" = seat.id and e."userId" = seat."userId" and ${exception === null}
    ), kept as (
      insert into "Exception" ("assignmentId", "userId", set, "opensAt", "dueAt", "closesAt", minutes,
        "extraAttempts", "isExcused")
      select id, "userId", ${set}::text[], ${own.opensAt ?? null}, ${own.dueAt ?? null},
        ${own.closesAt ?? null}, ${own.minutes ?? null}, ${exception?.extraAttempts ?? 0},
        ${exception?.isExcused ?? false}
      from seat where ${exception !== null}
      on conflict ("assignmentId", "userId") do update set set = excluded.set,
        "opensAt" = excluded."opensAt", "dueAt" = excluded."dueAt", "closesAt" = excluded."closesAt",
        minutes = excluded.minutes, "extraAttempts" = excluded."extraAttempts",
        "isExcused" = excluded."isExcused"
    ), later as (
      update "Attempt" a set deadline = ${deadline}::timestamptz from seat
      where a."assignmentId" = seat.id and a."learnerId" = seat."userId" and a."submittedAt" is null
        and a.deadline is not null
        and (${deadline}::timestamptz is null or a.deadline < ${deadline}::timestamptz)
      returning a.id
    )
    insert into "AttemptEvent" (id, "attemptId", at, kind, detail)
    select ${uuid()}::uuid, id, ${now}, 'extended', 'exception' from later`
}
