import { rulesSchema } from '@/lib/domain/assignment'
import type { Role } from '@/lib/domain/class'
import type { BookQuiz, StudentRecord } from '@/lib/domain/gradebook-report'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { dateOf } from './exceptions'
import { Prisma } from './generated/client'
import { type TakenRow, toTaken } from './taken'

type RecordRow = Omit<StudentRecord, 'taken'> & {
  taken: (TakenRow & { comment: string | null })[]
}

interface Place {
  name: string
  id: string
}

const PAGE = 50

/** The columns of a record, of the seat `m` of the user `u`. */
const RECORD = Prisma.sql`
  u.id as "studentId", u.name, u.username, m."extraTime",
  coalesce((select json_agg(json_build_object('assignmentId', s.id, 'exception', to_json(e),
      'attempts', coalesce(a.attempts, '[]'), 'n', o.n, 'd', o.d,
      'hasComment', g."learnerId" is not null, 'comment', g.text))
    from "Assignment" s
    left join "Exception" e on e."assignmentId" = s.id and e."userId" = u.id
    left join "Override" o on o."assignmentId" = s.id and o."learnerId" = u.id
    left join "GradeComment" g on g."assignmentId" = s.id and g."learnerId" = u.id
    left join (
      select a."assignmentId", json_agg(json_build_object('id', a.id, 'submittedAt', a."submittedAt",
        'earnedN', a."earnedN", 'earnedD', a."earnedD", 'points', a.points)) as attempts
      from "Attempt" a
      where a."learnerId" = u.id and a."assignmentId" is not null
      group by 1
    ) a on a."assignmentId" = s.id
    where s."classId" = m."classId" and (e."userId" is not null or o."learnerId" is not null
      or g."learnerId" is not null or a.attempts is not null)),
    '[]') as taken`

const toRecord = ({ taken, ...row }: RecordRow): StudentRecord => ({
  ...row,
  taken: taken.map(({ comment, ...each }) => ({ ...toTaken(each), comment })),
})

const readPage = (viewer: Pick<Viewer, 'id'>, classId: string, after: Place | null) =>
  db().$queryRaw<RecordRow[]>`
    select ${RECORD}
    from "Membership" m join "User" u on u.id = m."userId"
    where m."classId" = ${classId}::uuid and m.role = 'student'
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
): AsyncGenerator<StudentRecord[]> {
  let after: Place | null = null
  do {
    const rows: RecordRow[] = await readPage(viewer, classId, after)
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

type QuizRow = Omit<BookQuiz, 'assignedAt' | 'opensAt' | 'dueAt' | 'closesAt' | 'rules'> &
  Record<'opensAt' | 'dueAt' | 'closesAt', string | null> & { assignedAt: string; rules: unknown }
type ReportedRow = Omit<ReportedStudent, 'quizzes' | 'record'> & RecordRow & { quizzes: QuizRow[] }

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
      coalesce((select json_agg(json_build_object('assignmentId', s.id, 'courseSlug', q."courseSlug",
          'slug', q.slug, 'title', n.title, 'short', n.short, 'quizId', q.id,
          'opensAt', s."opensAt", 'dueAt', s."dueAt", 'closesAt', s."closesAt", 'rules', s.rules,
          'assignedAt', s."assignedAt") order by s."assignedAt", s.id)
        from "Assignment" s join "Quiz" q on q.id = s."quizId"
        join "QuizVersion" n on n.id = q."currentId"
        where s."classId" = c.id), '[]') as quizzes,
      ${RECORD}
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
    quizzes: quizzes.map((quiz) => ({
      ...quiz,
      assignedAt: new Date(quiz.assignedAt),
      opensAt: dateOf(quiz.opensAt),
      dueAt: dateOf(quiz.dueAt),
      closesAt: dateOf(quiz.closesAt),
      rules: rulesSchema.parse(quiz.rules),
    })),
    record: toRecord(record),
  }
}
