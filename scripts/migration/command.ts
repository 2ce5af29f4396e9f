import { throwawayCluster } from '@/scripts/postgres/throwaway'
import { say } from '@/scripts/start/progress.mjs'
import { Refusal } from '@/scripts/start/refusal.mjs'
import { diffMigrations } from './engine'
import { FOLDER, writeMigration } from './folder'

/**
 * `new NAME` writes a migration from what the schema has and the migrations have not; `check`
 * refuses such a difference. Both replay the migrations in a throwaway database, so neither needs
 * a running one nor touches it. Gives the exit code.
 */
export async function migration([task, ...words]: string[]): Promise<number> {
  const name = words
    .join('_')
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
  if (task === 'new' && !/^[a-z][a-z0-9_]*$/.test(name))
    throw new Refusal(
      'Name the migration with letters and digits, for example: npm run db:migration add class code',
    )
  const { adminUrl } = await throwawayCluster()
  const sql = await diffMigrations(adminUrl)
  if (task === 'new') {
    if (sql === null) say('The migrations already agree with the schema: nothing to write.')
    else say(`Written: ${FOLDER}/${writeMigration(name, sql, new Date())}/migration.sql`)
    return 0
  }
  if (sql === null) {
    say('The migrations agree with the schema.')
    return 0
  }
  say(sql.trimEnd())
  throw new Refusal(
    'The migrations do not agree with prisma/schema.prisma, the difference stands above: write it with "npm run db:migration NAME".',
  )
}
