import type { ExtraTime } from '@/lib/domain/assignment'
import type { ClassPeople } from '@/lib/domain/people'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'

/**
 * A class with everybody who belongs to it, for whoever teaches or observes it; null for everybody
 * else. One statement.
 */
export async function findClassPeople(
  viewer: Viewer,
  classId: string,
): Promise<ClassPeople | null> {
  const [row] = await db().$queryRaw<ClassPeople[]>`
    select c.id, c.name, c."timeZone", c."archivedAt", c."keptUntil"::text, m.role,
      case when m.role <> 'observer' then c.code end as code,
      case when m.role <> 'observer' then c."codeExpiresAt" end as "codeExpiresAt",
      coalesce((select json_agg(json_build_object('userId', s."userId", 'name', u.name, 'role', s.role)
          order by s.role, u.name, u.id)
        from "Membership" s join "User" u on u.id = s."userId"
        where s."classId" = c.id and s.role not in ('student', 'erased')), '[]') as staff,
      coalesce((select json_agg(json_build_object('userId', s."userId", 'name', u.name,
          'username', u.username, 'extraTime', s."extraTime",
          'isOurs', coalesce(u."homeClassId" = c.id, false),
          'hasFirstPassword', u."mustChangePassword") order by u.name, u.id)
        from "Membership" s join "User" u on u.id = s."userId"
        where s."classId" = c.id and s.role = 'student'), '[]') as students
    from "Class" c join "Membership" m on m."classId" = c.id
    where c.id = ${classId}::uuid and m."userId" = ${viewer.id}::uuid and m.role <> 'student'`
  return row ?? null
}

/**
 * How much longer a student of a class that the viewer teaches may take. False where it is not theirs
 * or over.
 */
export async function recordExtraTime(
  viewer: Viewer,
  classId: string,
  studentId: string,
  extraTime: ExtraTime,
): Promise<boolean> {
  const changed = await db().$executeRaw`
    update "Membership" s set "extraTime" = ${extraTime}::"ExtraTime"
    from "Membership" m join "Class" c on c.id = m."classId" and c."archivedAt" is null
    where s."classId" = ${classId}::uuid and s."userId" = ${studentId}::uuid and s.role = 'student'
      and m."classId" = s."classId" and m."userId" = ${viewer.id}::uuid
      and m.role in ('teacher', 'coteacher')`
  return changed === 1
}

/**
 * A new first password for a student whose account was made in a class that the viewer teaches, and
 * who still sits in it; every session of theirs ends. Whom it is for; null for everybody else: who
 * signed up with an address alone knows their password, whatever classes they join; and whoever has
 * come to teach or observe somewhere is nobody's pupil any more.
 */
export async function recordFirstPassword(
  viewer: Viewer,
  classId: string,
  studentId: string,
  passwordHash: string,
): Promise<{ name: string; username: string } | null> {
  const [row] = await db().$queryRaw<{ name: string; username: string }[]>`
    with changed as (
      update "User" u set "passwordHash" = ${passwordHash}, "mustChangePassword" = true
      from "Membership" s, "Membership" m
      where u.id = ${studentId}::uuid and u."homeClassId" = ${classId}::uuid
        and u.email is null and u.username is not null
        and s."classId" = u."homeClassId" and s."userId" = u.id and s.role = 'student'
        and m."classId" = u."homeClassId" and m."userId" = ${viewer.id}::uuid
        and m.role in ('teacher', 'coteacher')
        and not exists (select from "Membership" o where o."userId" = u.id and o.role <> 'student')
      returning u.id, u.name, u.username
    ), ended as (
      delete from "Session" where "userId" in (select id from changed)
    )
    select name, username from changed`
  return row ?? null
}

/**
 * Takes a student out of a class that the viewer teaches. The account and its attempts stay; sitting
 * in the class again brings them back. False where not theirs.
 */
export async function removeStudent(
  viewer: Viewer,
  classId: string,
  studentId: string,
): Promise<boolean> {
  const removed = await db().$executeRaw`
    delete from "Membership" s using "Membership" m
    where s."classId" = ${classId}::uuid and s."userId" = ${studentId}::uuid and s.role = 'student'
      and m."classId" = s."classId" and m."userId" = ${viewer.id}::uuid
      and m.role in ('teacher', 'coteacher')`
  return removed === 1
}
