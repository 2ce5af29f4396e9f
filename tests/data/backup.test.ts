import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { refreshGradebook } from '@/lib/data/gradebook-refresh'
import { foldAssignment } from '@/lib/data/rollups'
import { recordSettings } from '@/lib/data/study-settings'
import { env } from '@/lib/env'
import { restoreBackup } from '@/scripts/backup/restore'
import { listTables, PLAIN, sumOf } from '@/scripts/backup/tables'
import { writeBackup } from '@/scripts/backup/write'
import { analysedClass } from '@/tests/support/analysed-class'
import { newQuiz } from '@/tests/support/attempts'
import { freshDatabase } from '@/tests/support/database'
import { newMember } from '@/tests/support/people'
import { daysAfter, practised, reviewAll } from '@/tests/support/reviews'
import { after, noon } from '@/tests/support/versions'

const folder = mkdtempSync(path.join(tmpdir(), 'rendezvous-backup-'))
const file = path.join(folder, 'whole.sql.gz')
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await disconnect()
})

async function sumsIn(url: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(PLAIN)
    const tables = (await listTables(client)).filter(({ name }) => name !== '_prisma_migrations')
    return await Promise.all(tables.map((table) => sumOf(client, table)))
  } finally {
    await client.end()
  }
}
const inDatabase = async <Row extends object>(url: string, sql: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

const STRANGE = 'tab\t, line\nend, back\\slash, \\N, \\., “quotes” \u2028 飞马座'

beforeAll(async () => {
  const teacher = await newMember(STRANGE)
  const room = await analysedClass(teacher)
  await foldAssignment(room.assignmentId)
  await refreshGradebook(room.classId, after(900))
  const viewer = await newMember()
  await practised(viewer, await newQuiz(3), 3, 2, noon)
  await reviewAll(viewer, daysAfter(noon, 1))
  await recordSettings(viewer, { weeklyGoal: 3 })
  await db().$executeRaw`insert into "TallyChange" ("assignmentId", "learnerId")
    select ${room.assignmentId}::uuid, ${viewer.id}::uuid`
})

describe('a backup', () => {
  it('that is restored into an empty database gives every table with the same sum', async () => {
    const told = await writeBackup(env().databaseUrl, file, noon)
    const url = await freshDatabase('empty')
    const { sums, head, applied } = await restoreBackup(url, file)
    expect(sums).toEqual(told)
    expect(await sumsIn(url)).toEqual(await sumsIn(env().databaseUrl))
    expect(Number(told.find(({ table }) => table === 'Response')?.rows)).toBeGreaterThan(50)
    expect(head.made).toBe(noon.toISOString())
    expect(applied).toEqual([])
    expect(await inDatabase(url, `select name from "User" where name like 'tab%'`)).toEqual([
      { name: STRANGE },
    ])
  })

  it('brings back references, triggers and counters as they were', async () => {
    const url = await freshDatabase('migrated')
    await restoreBackup(url, file)
    const shape = (of: string) =>
      inDatabase(
        of,
        `select conrelid::regclass::text as of, conname as name, pg_get_constraintdef(oid) as is
         from pg_constraint where connamespace = 'public'::regnamespace
         union all select tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger
         where not tgisinternal order by 1, 2, 3`,
      )
    expect(await shape(url)).toEqual(await shape(env().databaseUrl))
    const counter = (of: string) =>
      inDatabase(of, `select nextval('"TallyChange_id_seq"')::text as n`)
    expect(await counter(url)).toEqual(await counter(env().databaseUrl))
  })

  it('is readable by its owner alone, and nothing is left of one that failed', async () => {
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const broken = path.join(folder, 'broken.sql.gz')
    await expect(writeBackup(`${env().databaseUrl}-none`, broken, noon)).rejects.toThrow()
    expect(() => statSync(broken)).toThrow()
    const empty = await freshDatabase('empty')
    await expect(writeBackup(empty, broken, noon)).rejects.toThrow(
      /has no tables of Rendezvous yet/,
    )
    expect(() => statSync(broken)).toThrow()
  })

  it('is one snapshot: what is written meanwhile is in it whole or not at all', async () => {
    const at = path.join(folder, 'busy.sql.gz')
    let isOver = false
    const writing = (async () => {
      while (!isOver) await newMember('Meanwhile')
    })()
    const told = await writeBackup(env().databaseUrl, at, noon)
    isOver = true
    await writing
    const { sums } = await restoreBackup(await freshDatabase('empty'), at)
    expect(sums).toEqual(told)
  })
})

describe('a restore is refused, with nothing written,', () => {
  const refused = async (from: string, why: RegExp, content: 'migrated' | 'empty' = 'empty') => {
    const url = await freshDatabase(content)
    await expect(restoreBackup(url, from)).rejects.toThrow(why)
    expect((await sumsIn(url)).filter(({ rows }) => rows !== '0')).toEqual([])
  }
  const changed = (name: string, change: (text: string) => string): string => {
    const at = path.join(folder, name)
    writeFileSync(at, gzipSync(change(gunzipSync(readFileSync(file)).toString('utf8'))))
    return at
  }

  it('where there are rows already', async () => {
    const url = await freshDatabase('migrated')
    await inDatabase(url, `insert into "User" (id, name) values (gen_random_uuid(), 'Here')`)
    await expect(restoreBackup(url, file)).rejects.toThrow(
      /There are rows in the table User already/,
    )
    expect(await inDatabase(url, 'select name from "User"')).toEqual([{ name: 'Here' }])
  })

  it('where the file breaks off, anywhere', async () => {
    const whole = readFileSync(file)
    for (const share of [0.1, 0.5, 0.98]) {
      const at = path.join(folder, `cut-${share}.gz`)
      writeFileSync(at, whole.subarray(0, Math.floor(whole.length * share)))
      await refused(at, /is no whole backup of Rendezvous/)
    }
    await refused(
      changed('no-end.gz', (text) => text.replace(/-- end\n$/, '')),
      /breaks off/,
    )
  })

  it('where a row was changed or is missing', async () => {
    await refused(
      changed('other.gz', (text) => text.replace('Canary Key Short', 'Canary Key Shorn')),
      /The table \w+ is not what the backup says it was/,
    )
    await refused(
      changed('fewer.gz', (text) => text.replace(/(COPY "User" [^\n]*\n)[^\n]*\n/, '$1')),
      /The table User is not what the backup says it was/,
    )
  })

  it('where it is something else, or of a newer version', async () => {
    const other = path.join(folder, 'other.txt')
    copyFileSync('package.json', other)
    await refused(other, /is no whole backup of Rendezvous/)
    await refused(
      changed('newer.gz', (text) =>
        text.replace('-- sum', '-- migration 99990101000000_later\n-- sum'),
      ),
      /does not know: restore it with the version that wrote it/,
    )
  })
})
