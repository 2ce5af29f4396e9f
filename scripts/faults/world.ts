import { createHash, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'

/** One open attempt of a student, as the load writes into it. */
export interface OpenAttempt {
  id: string
  questions: string[]
}
export interface Student {
  cookie: string
  attempts: OpenAttempt[]
}

const COOKIE = 'next-auth.session-token'

/** Asks the database, on a connection of its own. */
export async function asking<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * Makes so many students who are signed in, each with an open attempt at every published quiz, practised
 * and as a test.
 */
export function makeStudents(url: string, count: number): Promise<Student[]> {
  return asking(url, async (client) => {
    const { rows: quizzes } = await client.query<{
      quizId: string
      versionId: string
      questions: string[]
      mode: string
    }>(`select q.id as "quizId", v.id as "versionId", v."questionIds" as questions, m as mode
        from "Quiz" q join "QuizVersion" v on v.id = q."currentId", unnest(v.modes) m order by 1, 4`)
    const students: Student[] = []
    await client.query('begin')
    for (let at = 0; at < count; at++) {
      const [id, token] = [randomUUID(), randomBytes(32).toString('base64url')]
      await client.query(`insert into "User" (id, name, email) values ($1, $2, $3)`, [
        id,
        `Student ${at}`,
        `student-${at}@example.org`,
      ])
      await client.query(
        `insert into "Session" ("tokenHash", "userId", expires, device)
         values ($1, $2, now() + interval '1 day', 'load')`,
        [createHash('sha256').update(token).digest(), id],
      )
      const attempts = quizzes.map(({ questions }) => ({ id: randomUUID(), questions }))
      await client.query(
        `insert into "Attempt" (id, "learnerId", "quizId", "versionId", mode, behaviour, seed)
         select a, $1, q, v, m::"Mode", 'deferred', 'seed of ' || a
         from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[]) t(a, q, v, m)`,
        [
          id,
          attempts.map((each) => each.id),
          quizzes.map(({ quizId }) => quizId),
          quizzes.map(({ versionId }) => versionId),
          quizzes.map(({ mode }) => mode),
        ],
      )
      students.push({ cookie: `${COOKIE}=${token}`, attempts })
    }
    await client.query('commit')
    return students
  })
}
