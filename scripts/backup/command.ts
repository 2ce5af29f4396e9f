import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { say } from '@/scripts/start/progress.mjs'
import { reachDatabase } from '@/scripts/start/reach-database'
import { Refusal } from '@/scripts/start/refusal.mjs'
import type { Settings } from '@/scripts/start/settings.mjs'
import { restoreBackup } from './restore'
import type { Sum } from './tables'
import { writeBackup } from './write'

const rowsIn = (sums: readonly Sum[]) => sums.reduce((all, { rows }) => all + Number(rows), 0)

/** Where a backup goes that is given no name: the moment (UTC) says which one it is. */
const usualFile = ({ dataFolder }: Settings, now: Date) =>
  path.join(
    dataFolder,
    'backups',
    `rendezvous-${now.toISOString().slice(0, 19).replaceAll(':', '-')}.sql.gz`,
  )

/** Writes a backup of this installation into a file, of a database that may be in use. */
export async function backup(settings: Settings, [name]: string[], now: Date): Promise<number> {
  if (!settings.databaseUrl && !existsSync(path.join(settings.dataFolder, 'postgres')))
    throw new Refusal('There is no database here yet: nothing to keep.')
  const file = name ? path.resolve(name) : usualFile(settings, now)
  if (existsSync(file)) throw new Refusal(`${file} is there already: name another file.`)
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const { url } = await reachDatabase(settings)
  const sums = await writeBackup(url, file, now)
  const size = (statSync(file).size / 1_048_576).toFixed(1)
  say(`Backup: ${rowsIn(sums)} rows of ${sums.length} tables in ${file} (${size} MB)`)
  say('Keep the secret beside it (secrets.json of the data folder, or your NEXTAUTH_SECRET).')
  return 0
}

/** Puts a backup into this installation's database, which has to be empty. */
export async function restore(settings: Settings, [name]: string[]): Promise<number> {
  if (!name) throw new Refusal('Name the backup: npm run restore -- FILE')
  if (!existsSync(name)) throw new Refusal(`There is no file ${name}.`)
  const { url } = await reachDatabase(settings)
  const { head, sums, applied } = await restoreBackup(url, path.resolve(name))
  for (const { table, rows } of sums) say(`  ${rows.padStart(9)} ${table}`)
  say(`Restored: ${rowsIn(sums)} rows as of ${head.made}, every table with the sum it had.`)
  if (applied.length > 0) say(`Migrations since: ${applied.join(', ')}`)
  return 0
}
