import type { Erasable } from '@/lib/domain/erasure'
import { namelessAnswer } from '@/lib/domain/question/publish'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { findVersion } from './quizzes'
import { recountLearners } from './rollups'
import { inTransaction, type Transaction } from './transaction'

const readErasable = (userId: string, from: Transaction) =>
  from.$queryRaw<Erasable[]>`
    with mine as (
      select c.id, c.name, m.role,
        exists (select from "Membership" o where o."classId" = c.id and o."userId" <> m."userId"
          and o.role <> 'erased') as "isShared",
        exists (select from "Membership" o where o."classId" = c.id and o."userId" <> m."userId"
          and o.role = 'teacher') as "isTaught",
        exists (select from "Assignment" s join "Attempt" a on a."assignmentId" = s.id
          where s."classId" = c.id and a."learnerId" = m."userId" and a."submittedAt" is not null)
          as "isCounted"
      from "Membership" m join "Class" c on c.id = m."classId"
      where m."userId" = ${userId}::uuid
    )
    select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name, id)
        filter (where role = 'teacher' and "isShared" and not "isTaught"), '[]') as "onlyTeacherOf",
      coalesce(json_agg(json_build_object('id', id, 'name', name) order by name, id)
        filter (where not "isShared" and role = 'teacher'), '[]') as "emptyClasses",
      coalesce(json_agg(json_build_object('id', id, 'name', name) order by name, id)
        filter (where role <> 'student' and "isShared"), '[]') as taught,
      coalesce(json_agg(json_build_object('id', id, 'name', name) order by name, id)
        filter (where role = 'student' and "isCounted"), '[]') as "countedIn"
    from mine`

const NOTHING: Erasable = { onlyTeacherOf: [], emptyClasses: [], taught: [], countedIn: [] }

/** What others rely on of what the viewer holds: one statement. */
export async function findErasable({ id }: Viewer): Promise<Erasable> {
  const [row] = await readErasable(id, db())
  return row ?? NOTHING
}

/** Classes that nobody is left in, with what stood in for students of theirs. */
async function dropClasses(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction.$executeRaw`
    delete from "User" u using "Membership" m
    where m."userId" = u.id and m.role = 'erased' and m."classId" = any(${ids}::uuid[])`
  await transaction.$executeRaw`delete from "Class" where id = any(${ids}::uuid[])`
}

/**
 * Seats a stand-in in each class where the learner counts for something, and hands over to it what
 * was handed in there and what decides how that is graded: no reasons, no remarks, no log.
 */
async function seatStandIns(
  transaction: Transaction,
  learnerId: string,
  name: string,
): Promise<{ id: string; classId: string }[]> {
  const seats = await transaction.$queryRaw<{ classId: string }[]>`
    select m."classId" from "Membership" m
    where m."userId" = ${learnerId}::uuid and m.role = 'student' and exists (
      select from "Assignment" s where s."classId" = m."classId" and (
        exists (select from "Attempt" a where a."assignmentId" = s.id
          and a."learnerId" = m."userId" and a."submittedAt" is not null)
        or exists (select from "Override" o where o."assignmentId" = s.id
          and o."learnerId" = m."userId")))
    order by m."classId"`
  const standIns: { id: string; classId: string }[] = []
  for (const { classId } of seats) {
    const { id } = await transaction.user.create({
      data: { name, memberships: { create: { classId, role: 'erased' } } },
      select: { id: true },
    })
    standIns.push({ id, classId })
    await transaction.$executeRaw`
      update "Attempt" a set "learnerId" = ${id}::uuid from "Assignment" s
      where s.id = a."assignmentId" and s."classId" = ${classId}::uuid
        and a."learnerId" = ${learnerId}::uuid and a."submittedAt" is not null`
    await transaction.$executeRaw`
      update "Exception" e set "userId" = ${id}::uuid from "Assignment" s
      where s.id = e."assignmentId" and s."classId" = ${classId}::uuid
        and e."userId" = ${learnerId}::uuid`
    await transaction.$executeRaw`
      update "Override" o set "learnerId" = ${id}::uuid, reason = '' from "Assignment" s
      where s.id = o."assignmentId" and s."classId" = ${classId}::uuid
        and o."learnerId" = ${learnerId}::uuid`
  }
  return standIns
}

interface AnswerRow {
  attemptId: string
  questionId: string
  versionId: string
  seed: string
  value: unknown
  tries: { value: unknown; at: string }[]
}

/** Nothing that was typed stays, nor when: what is left earns and counts as before. */
async function forgetTexts(transaction: Transaction, standIns: readonly string[]): Promise<void> {
  const rows = await transaction.$queryRaw<AnswerRow[]>`
    select r."attemptId", r."questionId", a."versionId", a.seed, r.value, r.tries
    from "Attempt" a join "Response" r on r."attemptId" = a.id
    where a."learnerId" = any(${standIns}::uuid[])`
  const left = []
  for (const { attemptId, questionId, versionId, seed, value, tries } of rows) {
    const version = await findVersion(versionId, transaction)
    const question = version?.questions.find(({ id }) => id === questionId)
    const nameless = (each: unknown) => (question ? namelessAnswer(question, seed, each) : null)
    const tried = tries.map((each) => ({ ...each, value: nameless(each.value) }))
    left.push({ attemptId, questionId, value: nameless(value), tries: tried })
  }
  await transaction.$executeRaw`
    update "Response" r set value = nullif(l.value, 'null'::jsonb), tries = l.tries,
      "savedAt" = a."submittedAt", "givenAt" = null,
      "checkedAt" = case when r."checkedAt" is not null then a."submittedAt" end
    from jsonb_to_recordset(${JSON.stringify(left)}::jsonb) as l("attemptId" uuid,
      "questionId" text, value jsonb, tries jsonb), "Attempt" a
    where r."attemptId" = l."attemptId" and r."questionId" = l."questionId"
      and a.id = r."attemptId"`
  await transaction.$executeRaw`
    delete from "AttemptEvent" e using "Attempt" a
    where a.id = e."attemptId" and a."learnerId" = any(${standIns}::uuid[])`
  await transaction.$executeRaw`
    delete from "QuestionReport" q using "Attempt" a
    where a.id = q."attemptId" and a."learnerId" = any(${standIns}::uuid[])`
  await transaction.$executeRaw`
    delete from "LateAnswer" l using "Attempt" a
    where a.id = l."attemptId" and a."learnerId" = any(${standIns}::uuid[])`
}

/** What no key leads to the account from: notes of presence, marks and changes that wait. */
async function forgetNotes(transaction: Transaction, ids: readonly string[]): Promise<void> {
  await transaction.$executeRaw`
    delete from "GradebookMark" where "studentId" = any(${ids}::uuid[])`
  await transaction.$executeRaw`
    delete from "TallyChange" where "learnerId" = any(${ids}::uuid[])`
}

const assignmentsOf = (transaction: Transaction, ids: readonly string[]) =>
  transaction.$queryRaw<{ id: string }[]>`
    select "assignmentId" as id from "Attempt"
      where "learnerId" = any(${ids}::uuid[]) and "assignmentId" is not null
    union select "assignmentId" from "AttemptTally" where "learnerId" = any(${ids}::uuid[])
    union select "assignmentId" from "TallyChange" where "learnerId" = any(${ids}::uuid[])
    order by id`

/**
 * Erases the viewer's account with everything that is kept about them, at once and for good. What
 * they handed in to classes in which they are students stays in the sums there: under a stand-in, one
 * for each class, without a text, a log or a remark. What they wrote to others as a teacher stays with
 * those, without their name. Refused, with nothing changed, while a class that has somebody in it
 * would be left without a teacher.
 *
 * @param standIn how a stand-in is called where a sum is taken apart
 * @returns null when it is done or the account was gone already; else what stands in the way
 */
export function eraseAccount(viewer: Viewer, standIn: string): Promise<Erasable | null> {
  return inTransaction(async (transaction) => {
    // First, so that nothing more of theirs can begin; then as whoever changes a class's staff.
    const owners = await transaction.$queryRaw<{ id: string }[]>`
      select id from "User" where id = ${viewer.id}::uuid for update`
    if (owners.length === 0) return null
    await transaction.$queryRaw`
      select c.id from "Class" c join "Membership" m on m."classId" = c.id
      where m."userId" = ${viewer.id}::uuid and m.role = 'teacher' order by c.id for update of c`
    const [erasable = NOTHING] = await readErasable(viewer.id, transaction)
    if (erasable.onlyTeacherOf.length > 0) return erasable
    await dropClasses(
      transaction,
      erasable.emptyClasses.map(({ id }) => id),
    )
    await transaction.$queryRaw`
      select id from "Attempt" where "learnerId" = ${viewer.id}::uuid order by id for update`
    await transaction.$executeRaw`
      delete from "Presence" p using "Attempt" a
      where a.id = p."attemptId" and a."learnerId" = ${viewer.id}::uuid`
    const counted = await assignmentsOf(transaction, [viewer.id])
    const standIns = (await seatStandIns(transaction, viewer.id, standIn)).map(({ id }) => id)
    await forgetTexts(transaction, standIns)
    await transaction.$executeRaw`delete from "User" where id = ${viewer.id}::uuid`
    const concerned = [viewer.id, ...standIns]
    for (const { id } of counted) await recountLearners(transaction, id, concerned)
    await forgetNotes(transaction, concerned)
    return null
  }, 60_000)
}
