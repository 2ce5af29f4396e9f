import { type Analysed, type Behind, MOST_NAMED, type Who } from '@/lib/domain/behind'
import { type Fact, factsOf, writeFact } from '@/lib/domain/fact'
import { readTally } from '@/lib/domain/tally'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { Prisma } from './generated/client'

export interface BehindPage {
  rows: Behind[]
  /** Where the next page begins; null on the last one. */
  next: { startedAt: Date; id: string } | null
}

type Row = Pick<Behind, 'id' | 'submittedAt' | 'points'> & {
  startedAt: Date
  learnerId: string
  name: string
  isErased: boolean
  earnedN: number
  earnedD: number
}

const PAGE = 50
/** Whatever stands in for an account that is erased is counted and not listed. Asked of the page alone. */
const IS_ERASED = Prisma.sql`exists (
  select from "Membership" e where e."userId" = u."learnerId" and e.role = 'erased') as "isErased"`
const isNamed = ({ isErased }: { isErased: boolean }) => !isErased
const hashed = (assignmentId: string, fact: Fact) => `${assignmentId} ${writeFact(fact)}`

/**
 * The attempts of which `fact` is true and none of `without`, in the order in which they were begun,
 * 50 a page, of a class that the viewer teaches or observes; of nobody else's. One statement, by the
 * index of facts or by that of the order, whichever is the shorter way.
 */
export async function listBehind(
  viewer: Viewer,
  { assignmentId, which, versionId }: Analysed,
  { fact, without = [] }: { fact: Fact; without?: readonly Fact[] },
  after: BehindPage['next'],
): Promise<BehindPage> {
  const lacking = without.map((each) => hashed(assignmentId, each))
  const rows = await db().$queryRaw<Row[]>`
    select u.*, ${IS_ERASED} from (
    select t."attemptId" as id, t."startedAt", a."submittedAt", a."earnedN", a."earnedD", a.points,
      u.id as "learnerId", u.name
    from "AttemptTally" t join "Attempt" a on a.id = t."attemptId"
    join "User" u on u.id = t."learnerId"
    where t."assignmentId" = ${assignmentId}::uuid and t."versionId" = ${versionId}::uuid
      and ${which} = any(t.chosen)
      and t.facts @> array[hashtextextended(${hashed(assignmentId, fact)}, 0)]
      and not t.facts && array(select hashtextextended(f, 0) from unnest(${lacking}::text[]) f)
      and exists (select from "Assignment" s join "Membership" m on m."classId" = s."classId"
        where s.id = ${assignmentId}::uuid and m."userId" = ${viewer.id}::uuid
          and m.role <> 'student')
      and (${after?.id ?? null}::uuid is null or (t."startedAt", t."attemptId")
        > (${after?.startedAt ?? null}::timestamptz, ${after?.id ?? null}::uuid))
    order by t."startedAt", t."attemptId"
    limit ${PAGE + 1}) u order by u."startedAt", u.id`
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  return {
    rows: page
      .filter(isNamed)
      .map(({ id, submittedAt, points, earnedN, earnedD, learnerId, name }) => ({
        id,
        submittedAt,
        points,
        earned: { n: earnedN, d: earnedD },
        learner: { id: learnerId, name },
      })),
    next: rows.length > PAGE && last ? { startedAt: last.startedAt, id: last.id } : null,
  }
}

/**
 * The attempts that are analysed, at most `MOST_NAMED`, each with all that is true of it, of a class
 * that the viewer teaches or observes; of nobody else's. One statement.
 */
export async function listNamed(
  viewer: Viewer,
  { assignmentId, which, versionId }: Analysed,
): Promise<(Who & { facts: string[] })[]> {
  const rows = await db().$queryRaw<
    { id: string; learnerId: string; name: string; tally: string; isErased: boolean }[]
  >`
    select u.*, ${IS_ERASED} from (
    select t."attemptId" as id, t."startedAt", u.id as "learnerId", u.name, t.tally
    from "AttemptTally" t join "User" u on u.id = t."learnerId"
    where t."assignmentId" = ${assignmentId}::uuid and t."versionId" = ${versionId}::uuid
      and ${which} = any(t.chosen)
      and exists (select from "Assignment" s join "Membership" m on m."classId" = s."classId"
        where s.id = ${assignmentId}::uuid and m."userId" = ${viewer.id}::uuid
          and m.role <> 'student')
    order by t."startedAt", t."attemptId"
    limit ${MOST_NAMED}) u order by u."startedAt", u.id`
  return rows.filter(isNamed).map(({ id, learnerId, name, tally }) => ({
    id,
    learner: { id: learnerId, name },
    facts: factsOf(readTally(tally)),
  }))
}
