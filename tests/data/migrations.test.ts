import pg from 'pg'
import { expect, it } from 'vitest'
import { deployMigrations } from '@/scripts/migration/deploy'
import { diffMigrations } from '@/scripts/migration/engine'
import { listMigrations, type Migration } from '@/scripts/migration/folder'
import { adminUrl, freshDatabase } from '@/tests/support/database'

const migration = (name: string, sql: string, checksum = name): Migration => ({
  name,
  sql,
  checksum,
})
const first = migration('1_first', 'create table a (id int primary key); insert into a values (1);')

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

it('has migrations that agree with the schema', async () => {
  expect(await diffMigrations(adminUrl())).toBeNull()
})

it('applies every migration to an empty database, once', async () => {
  const url = await freshDatabase('empty')
  const names = listMigrations().map(({ name }) => name)
  expect(await deployMigrations(url)).toEqual(names)
  expect(await deployMigrations(url)).toEqual([])
})

it('applies each migration once when many deploys begin at the same moment', async () => {
  const url = await freshDatabase('empty')
  const all = [first, migration('2_more', 'insert into a values (2); select pg_sleep(0.2);')]
  const applied = await Promise.all(Array.from({ length: 5 }, () => deployMigrations(url, all)))
  expect(applied.flat().sort()).toEqual(['1_first', '2_more'])
  expect(await query(url, 'select id from a order by id')).toEqual([{ id: 1 }, { id: 2 }])
})

it('rolls a failing migration back whole, names it, and applies it once it is mended', async () => {
  const url = await freshDatabase('empty')
  const broken = migration('2_broken', 'create table b (id int); insert into a values (1);')
  await expect(deployMigrations(url, [first, broken])).rejects.toThrow(
    /^The migration 2_broken failed and was rolled back whole: duplicate key/,
  )
  expect(await query(url, "select to_regclass('b') as b")).toEqual([{ b: null }])
  const mended = migration('2_broken', 'create table b (id int)')
  expect(await deployMigrations(url, [first, mended])).toEqual(['2_broken'])
})

it('refuses a migration that ends its own transaction', async () => {
  const url = await freshDatabase('empty')
  const sly = migration('1_sly', 'create table c (id int); commit; select 1;')
  await expect(deployMigrations(url, [sly])).rejects.toThrow(/1_sly ends its own transaction/)
})

it('refuses a migration that was changed after it was applied', async () => {
  const url = await freshDatabase('empty')
  await deployMigrations(url, [first])
  const changed = migration('1_first', 'create table a (id bigint)', 'other')
  await expect(deployMigrations(url, [changed])).rejects.toThrow(/1_first was changed after/)
})

it('refuses a database that a newer version has been at', async () => {
  const url = await freshDatabase('empty')
  await deployMigrations(url, [first, migration('2_newer', 'create table d (id int)')])
  await expect(deployMigrations(url, [first])).rejects.toThrow(/2_newer, which this version/)
})

it('keeps function bodies, checks and partial indexes as they are written', async () => {
  const url = await freshDatabase('empty')
  const rich = migration(
    '1_rich',
    `create table e (id int check (id > 0));
     create function f() returns trigger language plpgsql as $$ begin new.id := 7; return new; end $$;
     create trigger t before insert on e for each row execute function f();
     create unique index on e (id) where id < 100;`,
  )
  await deployMigrations(url, [rich])
  expect(await query(url, 'insert into e values (1) returning id')).toEqual([{ id: 7 }])
})

it('fills what lists say of a quiz version from the content of versions that stand', async () => {
  const url = await freshDatabase('empty')
  const all = listMigrations()
  const at = all.findIndex(({ name }) => name.endsWith('_version_titles'))
  await deployMigrations(url, all.slice(0, at))
  const contents = [
    { title: 'A', short: 'a', lesson: null },
    { title: 'B', short: 'b', lesson: { slug: 'one', title: 'One', number: 3 }, draw: [] },
    { title: 'C', short: 'c', lesson: null, draw: [['q1'], ['q1', 'q2'], ['q2']] },
  ]
  const quiz = '01900000-0000-7000-8000-000000000001'
  await query(url, `insert into "Quiz" (id, "courseSlug", slug) values ('${quiz}', 'c', 'q')`)
  for (const [place, content] of contents.entries())
    await query(
      url,
      `insert into "QuizVersion" (id, "quizId", number, "contentHash", content, "questionIds", modes)
       values (gen_random_uuid(), '${quiz}', ${place}, '${place}', '${JSON.stringify(content)}', '{q1,q2}', '{test}')`,
    )
  await deployMigrations(url, all)
  const rows = await query(
    url,
    'select title, short, "lessonSlug", "lessonPlace", size from "QuizVersion" order by number',
  )
  expect(rows).toEqual([
    { title: 'A', short: 'a', lessonSlug: null, lessonPlace: null, size: 2 },
    { title: 'B', short: 'b', lessonSlug: 'one', lessonPlace: 3, size: 2 },
    { title: 'C', short: 'c', lessonSlug: null, lessonPlace: null, size: 3 },
  ])
})
