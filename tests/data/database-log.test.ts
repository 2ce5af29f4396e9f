import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, expect, it, vi } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { createMember } from '@/lib/data/users'
import { adminUrl } from '@/tests/support/database'

afterAll(disconnect)

async function dataFolder(): Promise<string> {
  const client = new pg.Client({ connectionString: adminUrl() })
  await client.connect()
  try {
    const { rows } = await client.query("select current_setting('data_directory') as folder")
    return rows[0].folder
  } finally {
    await client.end()
  }
}

it('the log of our own Postgres says what went wrong and nothing of whom', async () => {
  const file = `${await dataFolder()}.log`
  const before = readFileSync(file, 'utf8').length
  const member = { name: 'zqlogged', email: 'zqlogged@example.org', passwordHash: 'not a hash' }
  await createMember(member)
  expect(await createMember(member)).toBeNull()
  await expect(db().$executeRawUnsafe(`select 1 / length('zqlogged') - 8 / 0`)).rejects.toThrow()
  const written = () => readFileSync(file, 'utf8').slice(before)
  // Postgres writes beside us: its answer may come before its log.
  await vi.waitFor(() => expect(written()).toContain('division by zero'), { timeout: 10_000 })
  expect(written()).toContain('duplicate key value violates unique constraint')
  expect(written()).not.toContain('zqlogged')
})
