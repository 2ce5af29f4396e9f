import pg from 'pg'
import { db } from '@/lib/data/db'
import { findVersion } from '@/lib/data/quizzes'
import { packSummary, packWhole } from '@/lib/data/rollup-store'
import { factsOf } from '@/lib/domain/fact'
import { add, fraction, multiply, ZERO } from '@/lib/domain/fraction'
import { WHICH } from '@/lib/domain/item-analysis'
import { mark, type StoredResponse } from '@/lib/domain/question/publish'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import type { QuizVersion } from '@/lib/domain/quiz'
import { addTally, emptyRollup } from '@/lib/domain/rollup'
import { tallyOf, writeTally } from '@/lib/domain/tally'
import type { Viewer } from '@/lib/domain/viewer'
import { env } from '@/lib/env'
import { codeFor, rightAnswer, sample } from '@/tests/unit/question/samples'
import type { AnalysedClass } from './analysed-class'
import { published } from './attempts'
import { adminUrl } from './database'
import { newClass } from './people'
import { the } from './the'
import { noon, versionOf } from './versions'

/** Ten questions of six kinds, worth fourteen points, some of which are earned in parts. */
const questions = (): AuthoredQuestion[] => [
  ...['q1', 'q2', 'q3'].map((id) => sample('single-choice', { id, points: 1 })),
  ...['q4', 'q5'].map((id) => sample('true-false', { id, points: 1 })),
  sample('multiple-response', { id: 'q6' }),
  sample('matching', { id: 'q7' }),
  sample('ordering', { id: 'q8' }),
  sample('short-text', { id: 'q9', points: 1 }),
  sample('numeric', { id: 'q10', points: 2 }),
]

const words = ['one', 'two', 'three', 'four', 'five']

/** An answer of this kind that is one of many, as `turn` has it; null is a blank. */
function answerOf(question: AuthoredQuestion, seed: string, turn: number): StoredResponse | null {
  const word = the(words[turn % 5])
  if (turn % 17 === 16) return null
  if (turn % 3 === 0) return rightAnswer(question, seed)
  if (question.kind === 'single-choice') return codeFor(question, `single ${word}`, seed)
  if (question.kind === 'true-false') return turn % 2 ? 'true' : 'false'
  if (question.kind === 'multiple-response')
    return words.slice(0, 1 + (turn % 4)).map((each) => codeFor(question, `multiple ${each}`, seed))
  if (question.kind === 'matching')
    return {
      [codeFor(question, 'row a', seed)]: codeFor(question, 'choice three', seed),
      [codeFor(question, 'row b', seed)]: codeFor(question, `choice ${words[turn % 4]}`, seed),
    }
  if (question.kind === 'ordering')
    return ['a', 'b', 'c', 'd']
      .map((id) => codeFor(question, `item ${id}`, seed))
      .sort((a, b) => (turn % 2 ? (a < b ? -1 : 1) : a > b ? -1 : 1))
  if (question.kind === 'short-text') return `a guess of the sort ${turn % 40}`
  return String(1000 + (turn % 30))
}

/** An attempt as one of 400 answers it, with what it earned and what it counts for. */
function patternOf(version: QuizVersion, turn: number) {
  const seed = `seed ${turn % 8}`
  const responses = version.questions.map((question, place) => {
    const value = answerOf(question, seed, turn * (2 * place + 1) + place * place)
    const { share } = mark(question, seed, value)
    return { questionId: question.id, value, earned: multiply(share, fraction(question.points)) }
  })
  const earned = responses.reduce((sum, each) => add(sum, each.earned), ZERO)
  const who = { id: '', learner: { id: '', name: '' }, versionId: '' }
  const times = { startedAt: noon, submittedAt: noon }
  const points = version.questions.reduce((sum, each) => sum + each.points, 0)
  const tally = the(tallyOf(version, { ...who, ...times, seed, earned, points, responses }))
  return { seed, earned, points, responses, tally, text: writeTally(tally), facts: factsOf(tally) }
}

/** Past the checks that rows belong together, which a million of them would take long to pass. */
async function asAdmin<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const address = new URL(adminUrl())
  address.pathname = new URL(env().databaseUrl).pathname
  const client = new pg.Client({ connectionString: address.href })
  await client.connect()
  try {
    await client.query('set session_replication_role = replica; set timezone = utc')
    return await work(client)
  } finally {
    await client.end()
  }
}

/**
 * A class in which so many students have handed in ten questions each, in 400 ways. All is counted,
 * as `foldBatch` would have counted it one by one.
 */
export async function manyAttempts(
  teacher: Viewer,
  size: number,
): Promise<Omit<AnalysedClass, 'students'> & { versionId: string }> {
  const quiz = await published(versionOf(questions(), { title: 'A large quiz' }))
  const { id: classId, assignments } = await newClass(teacher, [], [quiz.id], 'A large class')
  const assignmentId = the(assignments[0])
  const { currentId } = await db().quiz.findUniqueOrThrow({ where: { id: quiz.id } })
  const versionId = the(currentId)
  const version = the(await findVersion(versionId))
  const patterns = Array.from({ length: 400 }, (_, turn) => patternOf(version, turn))
  const rows = JSON.stringify(
    patterns.map(({ seed, earned, points, text, facts, responses }, at) => ({
      at,
      seed,
      n: earned.n,
      d: earned.d,
      points,
      text,
      facts,
      responses: responses.map(({ questionId, value, earned: own }) => ({
        id: questionId,
        value,
        n: own.n,
        d: own.d,
      })),
    })),
  )
  await asAdmin(async (client) => {
    await client.query(
      `create temp table pattern as select p.*, array(
         select hashtextextended($2 || ' ' || f, 0) from unnest(p.facts) f) as hashes
       from jsonb_to_recordset($1::jsonb) as p(at int, seed text, n int, d int, points int, text text,
         facts text[], responses jsonb)`,
      [rows, assignmentId],
    )
    await client.query(
      `create temp table made as select n, gen_random_uuid() as id, gen_random_uuid() as learner,
         timestamptz '2026-11-22' + n * interval '1 second' as at, n % 400 as pattern
       from generate_series(1, $1::int) n`,
      [size],
    )
    await client.query(`insert into "User" (id, name) select learner, 'Pupil ' || n from made`)
    await client.query(
      `insert into "Membership" ("classId", "userId", role)
       select $1::uuid, learner, 'student' from made`,
      [classId],
    )
    await client.query(
      `insert into "Attempt" (id, "learnerId", "quizId", "versionId", "assignmentId", mode, number,
         seed, "startedAt", "submittedAt", "earnedN", "earnedD", points)
       select m.id, m.learner, $1::uuid, $2::uuid, $3::uuid, 'test', 1, p.seed, m.at, m.at, p.n, p.d,
         p.points
       from made m join pattern p on p.at = m.pattern`,
      [quiz.id, versionId, assignmentId],
    )
    await client.query(
      `insert into "Response" ("attemptId", "questionId", value, "savedAt", "earnedN", "earnedD")
       select m.id, r.id, nullif(r.value, 'null'), m.at, r.n, r.d
       from made m join pattern p on p.at = m.pattern
       cross join lateral jsonb_to_recordset(p.responses) as r(id text, value jsonb, n int, d int)`,
    )
    await client.query(
      `insert into "AttemptTally" ("attemptId", "assignmentId", "learnerId", "versionId",
         "startedAt", chosen, tally, facts)
       select m.id, $1::uuid, m.learner, $2::uuid, m.at, $3::text[], p.text, p.hashes
       from made m join pattern p on p.at = m.pattern`,
      [assignmentId, versionId, WHICH],
    )
  })
  const rollup = emptyRollup()
  for (let n = 1; n <= size; n++) addTally(rollup, the(patterns[n % 400]).tally)
  const rollups = new Map([[versionId, rollup]])
  const [summary, whole] = [packSummary(rollups, versionId), packWhole(rollups)]
  await db().rollup.createMany({
    data: WHICH.map((which) => ({
      classId,
      quizId: quiz.id,
      which,
      assignmentId,
      summary,
      whole,
    })),
  })
  return { classId, quiz, assignmentId, versionId }
}
