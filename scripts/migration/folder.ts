import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The folder that Prisma and we read migrations from. */
export const FOLDER = 'prisma/migrations'

/** One migration as it stands in the folder; `checksum` is what Prisma would compute. */
export type Migration = { name: string; sql: string; checksum: string }

/** All migrations, oldest first. Line ends are those of the repository on every system. */
export function listMigrations(folder = FOLDER): Migration[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const file = path.join(folder, name, 'migration.sql')
      const sql = readFileSync(file, 'utf8').replaceAll('\r\n', '\n')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/** Writes a new migration and gives its name: the moment (UTC) and the given words. */
export function writeMigration(words: string, sql: string, now: Date, folder = FOLDER): string {
  const moment = now.toISOString().replace(/\D/g, '').slice(0, 14)
  const name = `${moment}_${words}`
  mkdirSync(path.join(folder, name), { recursive: true })
  writeFileSync(path.join(folder, name, 'migration.sql'), sql)
  const lock = path.join(folder, 'migration_lock.toml')
  if (!existsSync(lock)) writeFileSync(lock, 'provider = "postgresql"\n')
  return name
}
