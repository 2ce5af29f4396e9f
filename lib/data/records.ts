import type { Role } from '@/lib/domain/class'
import type { BookQuiz, StudentRecord } from '@/lib/domain/gradebook-report'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { Prisma } from './generated/client'
import { type SetQuizRow, setQuizzes, toSetQuiz } from './set-quizzes'
import { TAKEN, type TakenRow, toTaken } from './taken'

type RecordRow = Omit<StudentRecord, 'taken'> & { taken: TakenRow[] }

interface Place {
  name: string
  id: string
}

const PAGE = 50

/** The columns of a record, of the seat `m` of the user `u`. */
const RECORD = Prisma.sql`u.id as "studentId", u.name, u.username, m."extraTime", ${TAKEN}`

const toRecord = ({ taken, ...row }: RecordRow): StudentRecord => ({
  ...row,
  taken: taken.map((each) => ({ ...toTaken(each), comment: each.comment })),
})

/** Students, or what stands in for those whose accounts are erased. */
type Seated = 'student' | 'erased'

const readPage = (
  viewer: Pick<Viewer, 'id'>,
  classId: string,
  seated: Seated,
  after: Place | null,
) =>
  db().$queryRaw<RecordRow[]>`
    select ${RECORD}
    from "Membership" m join "User" u on u.id = m."userId"
    where m."classId" = ${classId}::uuid and m.role = ${seated}::"Role"
      and exists (select from "Membership" t where t."classId" = m."classId"
        and t."userId" = ${viewer.id}::uuid and t.role <> 'student')
      and (${after?.id ?? null}::uuid is null
        or (u.name, u.id) > (${after?.name ?? ''}, ${after?.id ?? null}::uuid))
    order by u.name, u.id
    limit ${PAGE}`

/**
 * The records of a class that the viewer teaches or observes, by name, a page at a time; nobody's of
 * anybody else's. A page is asked for when it is wanted, in one statement.
 */
export async function* eachRecords(
  viewer: Viewer,
  classId: string,
  seated: Seated = 'student',
): AsyncGenerator<StudentRecord[]> {
  let after: Place | null = null
  do {
    const rows: RecordRow[] = await readPage(viewer, classId, seated, after)
    yield rows.map(toRecord)
    const last: RecordRow | undefined = rows.at(-1)
    after = last && rows.length === PAGE ? { name: last.name, id: last.studentId } : null
  } while (after)
}

/** One student's record with the class that it is of. */
export interface ReportedStudent {
  className: string
  timeZone: string
  teachers: string[]
  /** The viewer's own. */
  role: Role
  quizzes: BookQuiz[]
  record: StudentRecord
}

type ReportedRow = Omit<ReportedStudent, 'quizzes' | 'record'> &
  RecordRow & { quizzes: SetQuizRow[] }

/**
 * The record of one student of a class, for whoever teaches or observes it and for the student; null
 * for everybody else. One statement.
 */
export async function findRecord(
  viewer: Viewer,
  classId: string,
  studentId: string,
): Promise<ReportedStudent | null> {
  const [row] = await db().$queryRaw<ReportedRow[]>`
    select c.name as "className", c."timeZone", v.role,
      array(select o.name from "Membership" t join "User" o on o.id = t."userId"
        where t."classId" = c.id and t.role = 'teacher' order by o.name) as teachers,
      ${setQuizzes(classId)}, ${RECORD}
    from "Membership" m join "User" u on u.id = m."userId" join "Class" c on c.id = m."classId"
    join "Membership" v on v."classId" = m."classId" and v."userId" = ${viewer.id}::uuid
      and (v.role <> 'student' or v."userId" = m."userId")
    where m."classId" = ${classId}::uuid and m."userId" = ${studentId}::uuid and m.role = 'student'`
  if (!row) return null
  const { className, timeZone, teachers, role, quizzes, ...record } = row
  return {
    className,
    timeZone,
    teachers,
    role,
    quizzes: quizzes.map(toSetQuiz),
    record: toRecord(record),
  }
}
