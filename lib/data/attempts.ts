import { type Behaviour, type Rules, rulesSchema } from '@/lib/domain/assignment'
import type { Ender, Response, ScorableAttempt } from '@/lib/domain/attempt'
import { type Correction, corrected, correctionSchema } from '@/lib/domain/correction'
import type { Mode } from '@/lib/domain/course'
import { paperOf } from '@/lib/domain/draw'
import type { LateCounts } from '@/lib/domain/late-answer'
import type { Purpose } from '@/lib/domain/purpose'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { Prisma } from './generated/client'
import { findVersion } from './quizzes'
import type { Transaction } from './transaction'

interface Row {
  id: string
  quizId: string
  versionId: string
  assignmentId: string | null
  classId: string | null
  className: string | null
  timeZone: string | null
  rules: unknown
  learnerId: string
  learnerName: string
  mode: Mode
  behaviour: Behaviour
  purpose: Purpose
  seed: string
  isShuffled: boolean
  optionsFixed: boolean
  asked: number | null
  only: string[]
  tries: number | null
  penalty: number | null
  startedAt: Date
  deadline: Date | null
  submittedAt: Date | null
  endedBy: Ender | null
  isFollowedUp: boolean
  responses: (Omit<Response, 'savedAt' | 'checkedAt' | 'tries'> & {
    savedAt: string
    checkedAt: string | null
    tries: { value: unknown; at: string }[]
  })[]
  corrections: unknown[]
  late: LateCounts
}

/** An attempt with whose it is, for the page that shows it. */
export interface FoundAttempt extends ScorableAttempt {
  learner: { id: string; name: string }
  assignmentId: string | null
  classId: string | null
  /** Of the class in which it was set. */
  className: string | null
  timeZone: string | null
  /** Under which it was set, as they are now; null outside of a class. */
  rules: Rules | null
  endedBy: Ender | null
  purpose: Purpose
  /** In force in what is set; `treated` is what they come to with the answers as they are saved. */
  corrections: Correction[]
  /** Whether anything came of it after it was handed in: see `findAftermath`. */
  isFollowedUp: boolean
  quizId: string
  versionId: string
  /** How many answers came after the end, by what has become of them. */
  late: LateCounts
}

async function asAnswered(row: Row, from: Transaction): Promise<FoundAttempt> {
  const version = await findVersion(row.versionId, from)
  if (!version) throw new Error(`Attempt ${row.id} has lost its quiz version`)
  const { learnerId, learnerName, isShuffled, asked, only, responses, corrections, ...attempt } =
    row
  return {
    ...attempt,
    corrections: correctionSchema.array().parse(corrections),
    rules: attempt.rules === null ? null : rulesSchema.parse(attempt.rules),
    version: paperOf(version, attempt.seed, isShuffled, asked, only),
    learner: { id: learnerId, name: learnerName },
    responses: responses.map((response) => ({
      ...response,
      savedAt: new Date(response.savedAt),
      checkedAt: response.checkedAt === null ? null : new Date(response.checkedAt),
      tries: response.tries.map(({ value, at }) => ({ value, at: new Date(at) })),
    })),
  }
}

async function toAttempt(row: Row, from: Transaction): Promise<FoundAttempt> {
  const found = await asAnswered(row, from)
  return found.corrections.length === 0 ? found : corrected(found, found.corrections)
}

/** An attempt with its answers and the corrections in force; what follows says which. */
const ATTEMPT = Prisma.sql`
    select a.id, a."quizId", a."versionId", a."assignmentId", s."classId", c.name as "className", c."timeZone", s.rules, a."learnerId", u.name as "learnerName",
      a.mode, a.behaviour, a.seed, a."isShuffled", a."optionsFixed", a.asked, a."only", a.purpose, a.tries, a.penalty, a."startedAt", a.deadline, a."submittedAt", a."endedBy",
      coalesce((select json_agg(json_build_object('questionId', r."questionId", 'value', r.value,
        'version', r.version, 'flagged', r.flagged, 'savedAt', r."savedAt", 'checkedAt', r."checkedAt",
        'tries', r.tries, 'certainty', r.certainty))
        from "Response" r where r."attemptId" = a.id), '[]') as responses,
      coalesce((select json_agg(row_to_json(k)) from "Correction" k
        where k."assignmentId" = a."assignmentId" and k."undoneAt" is null), '[]') as corrections,
      (select json_build_object('waiting', count(*) filter (where l.accepted is null),
        'accepted', count(*) filter (where l.accepted), 'left', count(*) filter (where not l.accepted))
        from "LateAnswer" l where l."attemptId" = a.id) as late,
      exists (select from "QuestionReport" r where r."attemptId" = a.id) or exists (
        select from "GradeChange" g where g."assignmentId" = a."assignmentId"
          and g."learnerId" = a."learnerId") as "isFollowedUp"
    from "Attempt" a join "User" u on u.id = a."learnerId"
    left join "Assignment" s on s.id = a."assignmentId" left join "Class" c on c.id = s."classId"`

/**
 * An attempt that the viewer may read, through the given transaction; null for every other. One
 * statement, and one more when its quiz version is not in memory yet.
 */
export async function readAttempt(
  viewer: Pick<Viewer, 'id'>,
  id: string,
  from: Transaction,
): Promise<FoundAttempt | null> {
  const [row] = await from.$queryRaw<Row[]>`${ATTEMPT}
    where a.id = ${id}::uuid and (a."learnerId" = ${viewer.id}::uuid
      or a."submittedAt" is not null and exists (
        select from "Membership" m
        where m."classId" = s."classId" and m."userId" = ${viewer.id}::uuid and m.role <> 'student'))`
  return row ? toAttempt(row, from) : null
}

/**
 * All attempts that were handed in to an assignment, by id, as they were answered: none is treated yet
 * by the corrections that they have. The caller has asked who may.
 */
export async function readHandedIn(
  assignmentId: string,
  from: Transaction,
): Promise<FoundAttempt[]> {
  const rows = await from.$queryRaw<Row[]>`${ATTEMPT}
    where a."assignmentId" = ${assignmentId}::uuid and a."submittedAt" is not null order by a.id`
  const attempts: FoundAttempt[] = []
  for (const row of rows) attempts.push(await asAnswered(row, from))
  return attempts
}

/** An attempt of the viewer's own, or one that was handed in to a class which the viewer teaches. */
export const findAttempt = (viewer: Viewer, id: string): Promise<FoundAttempt | null> =>
  readAttempt(viewer, id, db())
