import { randomBytes } from 'node:crypto'
import { mkdirSync, openSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { deployMigrations } from '@/scripts/migration/deploy'
import { throwawayCluster } from '@/scripts/postgres/throwaway'
import { publishContent, seedDemo } from '@/scripts/start/content'
import { stop } from '@/scripts/start/lifecycle.mjs'
import { startServer } from '@/scripts/start/server'
import { DATABASE_ADDRESS, DEMO_PASSWORD, METRICS_TOKEN, SERVER_LOG } from './demo'

/** Serves the present build with a published and seeded throwaway database until stopped. */
export async function serveTests(port: number): Promise<undefined> {
  const { url } = await throwawayCluster()
  const { HOST, ...rest } = process.env
  const env: NodeJS.ProcessEnv = {
    ...rest,
    NODE_ENV: 'production',
    DATABASE_URL: url,
    NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
    NEXTAUTH_URL: `http://localhost:${port}`,
    RENDEZVOUS_DEMO: '1',
    DEMO_PASSWORD,
    METRICS_TOKEN,
  }
  mkdirSync(path.dirname(DATABASE_ADDRESS), { recursive: true })
  writeFileSync(DATABASE_ADDRESS, url, { mode: 0o600 })
  await deployMigrations(url)
  await publishContent(env)
  await seedDemo(env)
  const server = await startServer('start', port, env, openSync(SERVER_LOG, 'w'))
  void server.ended.then(() => stop(1))
}
