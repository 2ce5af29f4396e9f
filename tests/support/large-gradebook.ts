import pg from 'pg'
import type { Viewer } from '@/lib/domain/viewer'
import { env } from '@/lib/env'
import { newQuiz } from './attempts'
import { adminUrl } from './database'
import { newClass, newMember, OPEN_RULES } from './people'

/**
 * Statements over whole sets, one after the other, each with this class's id as $1; without triggers
 * and checks of keys, which the data keeps anyway.
 */
async function fill(statements: readonly string[], classId: string): Promise<void> {
  const address = new URL(adminUrl())
  address.pathname = new URL(env().databaseUrl).pathname
  const client = new pg.Client({ connectionString: address.href, options: '-c timezone=UTC' })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica')
    await client.query('select setseed(0.5)')
    await client.query(OTHER)
    for (const statement of statements)
      await client.query(statement, statement.includes('$1') ? [classId] : [])
    // As the server does by itself, a minute later.
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

/** Another id for the nth copy of something. */
const OTHER = `create function pg_temp.other(own uuid, n int) returns uuid language sql immutable
  as $$ select md5(own::text || n)::uuid $$`

const quizzes = (slug: string, count: number) => [
  `insert into "Quiz" (id, "courseSlug", slug)
   select uuidv7(), 'course', '${slug}-' || n from generate_series(1, ${count}) n`,
  `insert into "QuizVersion" (id, "quizId", number, "contentHash", content, title, short, size,
     "questionIds", modes)
   select uuidv7(), q.id, 1, v."contentHash", v.content, v.title, v.short, v.size,
     v."questionIds", v.modes
   from "Quiz" q, (select * from "QuizVersion" order by id limit 1) v where q.slug like '${slug}-%'`,
  `update "Quiz" q set "currentId" = v.id from "QuizVersion" v
   where v."quizId" = q.id and q."currentId" is null`,
]

/**
 * A class of 1,000 students and 100 quizzes: most have handed in, some twice, some late, some are
 * excused or have a grade that their teacher set. None of its lines is worked out yet.
 */
export async function largeClass(): Promise<{
  teacher: Viewer
  id: string
  assignments: string[]
}> {
  const teacher = await newMember('Teacher')
  await newQuiz(10)
  const { id } = await newClass(teacher)
  const rules = JSON.stringify({ ...OPEN_RULES, late: 'deducted' })
  const seats = `"Assignment" s join "Membership" m
    on m."classId" = s."classId" and m.role = 'student' where s."classId" = $1`
  await fill(
    [
      `insert into "User" (id, name, username)
       select uuidv7(), 'Pupil ' || md5(n::text), 'large-' || n from generate_series(1, 1000) n`,
      `insert into "Membership" ("classId", "userId", role)
       select $1::uuid, id, 'student' from "User" where username like 'large-%'`,
      ...quizzes('large', 100),
      `insert into "Assignment" (id, "classId", "quizId", "dueAt", rules, "assignedAt")
       select uuidv7(), $1::uuid, id,
         case when slug like '%0' then null when slug like '%1' then '2027-01-01'::timestamptz
           else '2026-11-20T12:00Z'::timestamptz end,
         '${rules}', '2026-11-01'::timestamptz + random() * interval '10 days'
       from "Quiz" where slug like 'large-%'`,
      `insert into "Attempt" (id, "learnerId", "quizId", "versionId", "assignmentId", number, mode,
         seed, "startedAt", "submittedAt", "endedBy", "earnedN", "earnedD", points)
       select uuidv7(), m."userId", s."quizId", q."currentId", s.id, k.number, 'test', 'seed',
         k.at, k.at + interval '5 minutes', 'learner', k.earned, 3, 10
       from "Assignment" s join "Quiz" q on q.id = s."quizId"
       join "Membership" m on m."classId" = s."classId" and m.role = 'student'
       cross join lateral (
         select number, (random() * 30)::int as earned,
           '2026-11-12'::timestamptz + random() * interval '9 days' as at
         from generate_series(1, 1 + (s.id is not null and m."userId" is not null and random() < 0.1)::int) number
       ) k
       where s."classId" = $1 and random() < 0.9`,
      `insert into "Override" ("assignmentId", "learnerId", n, d, reason, at)
       select s.id, m."userId", 3, 4, 'oral', now() from ${seats} and random() < 0.01`,
      `insert into "Exception" ("assignmentId", "userId", set, "isExcused")
       select s.id, m."userId", '{}', true from ${seats} and random() < 0.01`,
      `insert into "GradebookMark" ("classId", "studentId")
       select "classId", "userId" from "Membership" where "classId" = $1 and role = 'student'`,
    ],
    id,
  )
  const assignments = await assignmentsOf(id)
  return { teacher, id, assignments }
}

async function assignmentsOf(id: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: env().databaseUrl })
  await client.connect()
  const { rows } = await client.query<{ id: string }>(
    'select id from "Assignment" where "classId" = $1 order by "assignedAt", id',
    [id],
  )
  await client.end()
  return rows.map((row) => row.id)
}

/** What autovacuum does by itself once that much was written. */
export const tidy = (): Promise<void> => fill([], '')

/**
 * Ten classes more of the same size, with students, quizzes and assignments of their own: copies of
 * the lines of the large class under other ids. Attempts are none of what a page reads.
 */
export const tenTimesAsMuch = (id: string): Promise<void> =>
  fill(
    [
      ...quizzes('other', 1000),
      `insert into "Class" (id, name, code, "timeZone")
       select pg_temp.other(id, n), name, code || n, "timeZone"
       from "Class", generate_series(1, 10) n where id = $1`,
      `insert into "User" (id, name, username)
       select pg_temp.other(u.id, n), u.name, u.username || '-' || n
       from "Membership" m join "User" u on u.id = m."userId", generate_series(1, 10) n
       where m."classId" = $1 and m.role = 'student'`,
      `insert into "Membership" ("classId", "userId", role)
       select pg_temp.other("classId", n), pg_temp.other("userId", n), role
       from "Membership", generate_series(1, 10) n where "classId" = $1 and role = 'student'`,
      `insert into "Assignment" (id, "classId", "quizId", "dueAt", rules, "assignedAt")
       select pg_temp.other(s.id, n), pg_temp.other(s."classId", n), q.id, s."dueAt", s.rules,
         s."assignedAt"
       from (select *, row_number() over (order by id) as place from "Assignment"
         where "classId" = $1) s, generate_series(1, 10) n, "Quiz" q
       where q.slug = 'other-' || (s.place + (n - 1) * 100)`,
      `insert into "GradebookMark" ("classId", "studentId")
       select pg_temp.other("classId", n), pg_temp.other("studentId", n)
       from "GradebookRow", generate_series(1, 10) n where "classId" = $1`,
      `insert into "GradebookRow" ("classId", "studentId", name, username, total, "isIdle",
         "hasMissing", "hasLate", "assignmentIds", cells, "changesAt")
       select pg_temp.other("classId", n), pg_temp.other("studentId", n), name, username, total,
         "isIdle", "hasMissing", "hasLate", "assignmentIds", cells, "changesAt"
       from "GradebookRow", generate_series(1, 10) n where "classId" = $1`,
      `with a as materialized (select s.id, n, pg_temp.other(s.id, n) as other
           from "Assignment" s, generate_series(1, 10) n where s."classId" = $1),
         u as materialized (select "userId", n, pg_temp.other("userId", n) as other
           from "Membership", generate_series(1, 10) n where "classId" = $1)
       insert into "GradebookCell" ("assignmentId", "studentId", name, share, "isIdle", "isMissing",
         "isLate")
       select a.other, u.other, c.name, c.share, c."isIdle", c."isMissing", c."isLate"
       from "GradebookCell" c join a on a.id = c."assignmentId"
       join u on u."userId" = c."studentId" and u.n = a.n order by 1, 4, 3`,
    ],
    id,
  )
