import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { restoreBackup } from '@/scripts/backup/restore'
import { listMigrations } from '@/scripts/migration/folder'
import { freshDatabase } from '@/tests/support/database'

// Each release leaves a backup of its demo here, with what it meant; every later schema has to bring it along.
const FOLDER = 'tests/releases'
const releases = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.sql.gz'))
  .map((name) => name.slice(0, -'.sql.gz'.length))

/**
 * What a database means to the people in it, whatever its tables are called: a migration that moves
 * something changes the question here, and never the answer.
 */
const MEANING: Record<string, string> = {
  'who there is': `select count(*)::int from "User" where not "isGuest"`,
  'who sits where, as what': `select json_agg(t order by t) from (
    select role::text, count(*)::int from "Membership" group by role) t`,
  'what each class was set and how it went': `select json_agg(t order by t) from (
    select q.slug, count(a.id)::int as attempts, count(a."submittedAt")::int as done,
      sum(a."earnedN"::numeric / nullif(a."earnedD", 0))::numeric(12, 6) as earned, sum(a.points)::int as points
    from "Assignment" s join "Quiz" q on q.id = s."quizId"
    left join "Attempt" a on a."assignmentId" = s.id group by 1) t`,
  'what was answered': `select json_build_array(count(*)::int, count(value)::int,
    sum(length(value::text))::int) from "Response"`,
  'what comes back, and when': `select json_agg(t order by t) from (
    select "dueOn"::text, count(*)::int, sum(stability)::numeric(14, 6) from "ReviewCard" group by 1) t`,
  'how often it was asked': `select json_agg(t order by t) from (
    select source::text, grade, count(*)::int from "ReviewEntry" group by 1, 2) t`,
  'what happened in exams': `select json_agg(t order by t) from (
    select kind, count(*)::int from "AttemptEvent" group by 1) t`,
}

async function meaningOf(url: string): Promise<Record<string, unknown>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const told: Record<string, unknown> = {}
    for (const [name, sql] of Object.entries(MEANING))
      told[name] = Object.values((await client.query(sql)).rows[0] ?? {})[0]
    return told
  } finally {
    await client.end()
  }
}

describe.each(releases)('a database of release %s', (release) => {
  it('comes along to the schema of today and means what it meant', async () => {
    const url = await freshDatabase('empty')
    const { head, applied } = await restoreBackup(url, `${FOLDER}/${release}.sql.gz`)
    const names = listMigrations().map(({ name }) => name)
    expect([...head.migrations, ...applied]).toEqual(names)
    const meant = JSON.parse(readFileSync(`${FOLDER}/${release}.json`, 'utf8'))
    expect(await meaningOf(url)).toEqual(meant)
  })
})

it('there is at least the release that began this', () => expect(releases).toContain('0.1.0'))
