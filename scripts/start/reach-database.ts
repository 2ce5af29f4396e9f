import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { loopbackUrl, NAME } from '@/scripts/postgres/roles'
import type { Settings } from '@/scripts/start/settings.mjs'
import { type Database, openDatabase } from './database'
import { takeFolder } from './folder-lock.mjs'
import { keepSecrets } from './secrets'

/** The embedded database where somebody runs it already; null where nobody does. */
async function findRunning(dataFolder: string): Promise<Database | null> {
  const port = path.join(dataFolder, 'postgres.port')
  if (!existsSync(port)) return null
  const { databasePassword, nextAuthSecret } = keepSecrets(dataFolder)
  const url = loopbackUrl(Number(readFileSync(port, 'utf8')), NAME, databasePassword, NAME)
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return { url, nextAuthSecret }
  } catch {
    return null
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * The database of this installation, for a command beside the application: the one that the settings
 * name, the embedded one as it runs, or the embedded one, started for as long as the command takes.
 */
export async function reachDatabase(settings: Settings): Promise<Database> {
  if (settings.databaseUrl) return openDatabase(settings)
  const running = await findRunning(settings.dataFolder)
  if (running) return running
  await takeFolder(settings.dataFolder)
  return openDatabase(settings)
}
