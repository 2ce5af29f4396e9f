import path from 'node:path'
import pg from 'pg'
import { type Cluster, startCluster } from '@/scripts/postgres/cluster'
import { ensureDatabase } from '@/scripts/postgres/roles'
import { say } from '@/scripts/start/progress.mjs'
import { Refusal } from '@/scripts/start/refusal.mjs'
import type { Settings } from '@/scripts/start/settings.mjs'
import { keepSecrets } from './secrets'

const VERSIONS = { oldest: 15, newest: 18 }

/** A database that answers, and the secrets that go with it. */
export type Database = {
  url: string
  /** may make other databases; only where the database is embedded */
  adminUrl?: string
  nextAuthSecret: string
  /** only where the database is embedded */
  demoPassword?: string
  /** only where the database is embedded */
  cluster?: Cluster
}

/**
 * The database that the settings name, or the embedded one. Throws a Refusal when it can't be
 * used.
 */
export async function openDatabase(settings: Settings): Promise<Database> {
  if (settings.databaseUrl) {
    const version = await requireVersion(settings.databaseUrl)
    say(`Database: your PostgreSQL ${version}`)
    return { url: settings.databaseUrl, nextAuthSecret: settings.nextAuthSecret ?? '' }
  }
  const secrets = keepSecrets(settings.dataFolder)
  const folder = path.join(settings.dataFolder, 'postgres')
  const cluster = await startCluster({ folder, password: secrets.databaseAdminPassword })
  const addresses = await ensureDatabase(cluster.port, {
    admin: secrets.databaseAdminPassword,
    app: secrets.databasePassword,
  })
  say(
    `Database: PostgreSQL 18 in ${path.relative('', folder) || folder}, on 127.0.0.1:${cluster.port}`,
  )
  return {
    ...addresses,
    nextAuthSecret: settings.nextAuthSecret ?? secrets.nextAuthSecret,
    demoPassword: secrets.demoPassword,
    cluster,
  }
}

async function requireVersion(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query('show server_version')
    const version = String(rows[0]?.server_version)
    const major = Number.parseInt(version, 10)
    if (major >= VERSIONS.oldest && major <= VERSIONS.newest) return version
    throw new Refusal(
      `The database in DATABASE_URL is PostgreSQL ${version}: Rendezvous works with ${VERSIONS.oldest} to ${VERSIONS.newest}.`,
    )
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(
      `The database in DATABASE_URL does not let Rendezvous in: ${(error as Error).message}.`,
    )
  } finally {
    await client.end().catch(() => {})
  }
}
