import type { TestProject } from 'vitest/node'
import { deployMigrations } from '@/scripts/migration/deploy'
import { throwawayCluster } from '@/scripts/postgres/throwaway'
import { plantFailures } from './planted'
import { startPooler } from './pooler'

declare module 'vitest' {
  interface ProvidedContext {
    /** of the superuser of this run's Postgres */
    adminUrl: string
    /** of the migrated database that each test file gets a copy of */
    templateUrl: string
    /** of the PgBouncer in front of it; null where there is none */
    poolerPort: number | null
  }
}

/** One real Postgres for the run, with one migrated database; gone when the run is over. */
export async function setup(project: TestProject) {
  const { adminUrl, url, remove } = await throwawayCluster()
  await deployMigrations(url)
  const failing = Number(process.env.PLANTED_FAILURES ?? 0)
  if (failing > 0) await plantFailures(url, failing)
  // What the application asks goes through it; databases are made behind its back.
  const pooler = process.env.POOLER ? await startPooler(process.env.POOLER, url) : null
  project.provide('adminUrl', adminUrl)
  project.provide('templateUrl', url)
  project.provide('poolerPort', pooler?.port ?? null)
  return async () => {
    await pooler?.stop()
    await remove()
  }
}
