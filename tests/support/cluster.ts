import type { TestProject } from 'vitest/node'
import { deployMigrations } from '@/scripts/migration/deploy'
import { throwawayCluster } from '@/scripts/postgres/throwaway'

declare module 'vitest' {
  interface ProvidedContext {
    /** of the superuser of this run's Postgres */
    adminUrl: string
    /** of the migrated database that each test file gets a copy of */
    templateUrl: string
  }
}

/** One real Postgres for the run, with one migrated database; gone when the run is over. */
export async function setup(project: TestProject) {
  const { adminUrl, url, remove } = await throwawayCluster()
  await deployMigrations(url)
  project.provide('adminUrl', adminUrl)
  project.provide('templateUrl', url)
  return remove
}
