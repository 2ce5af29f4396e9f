import { deployMigrations } from '@/scripts/migration/deploy'
import { isStopping, onStop, stop } from '@/scripts/start/lifecycle.mjs'
import { say } from '@/scripts/start/progress.mjs'
import type { Settings } from '@/scripts/start/settings.mjs'
import { build, isBuilt } from './build'
import { generateClient } from './client'
import { publishContent, seedDemo } from './content'
import { type Database, openDatabase } from './database'
import { startServer } from './server'

/**
 * From installed packages to a served application; comes back only when everything runs. From
 * then on the death of the server or of the embedded database stops the rest with exit code 1.
 */
export async function serve(command: 'start' | 'dev', settings: Settings): Promise<void> {
  await generateClient()
  const database = await openDatabase(settings)
  void database.cluster?.ended.then(() => died('The database has ended', '.data/postgres.log'))
  const env = environment(command, settings, database)
  const applied = await deployMigrations(database.url)
  say(`Migrations: ${applied.length > 0 ? `applied ${applied.join(', ')}` : 'up to date'}`)
  say(`Content: ${(await publishContent(env)) || 'published'}`)
  if (database.demoPassword) await seedDemo(env)
  if (command === 'start') {
    if (isBuilt(settings.nextAuthUrl)) say('Build: up to date')
    else await build(settings.nextAuthUrl)
  }
  const server = await startServer(command, settings.port, env)
  onStop(() => say('Stopping…'))
  void server.ended.then((how) => died(`The server has ended (${how})`))
  announce(settings, database.demoPassword)
}

function environment(
  command: 'start' | 'dev',
  settings: Settings,
  database: Database,
): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: command === 'start' ? 'production' : 'development',
    NEXT_TELEMETRY_DISABLED: '1',
    DATABASE_URL: database.url,
    NEXTAUTH_SECRET: database.nextAuthSecret,
    NEXTAUTH_URL: settings.nextAuthUrl,
    ...(database.demoPassword && {
      DEMO_PASSWORD: database.demoPassword,
      RENDEZVOUS_DEMO: '1',
    }),
  }
}

async function died(what: string, log?: string): Promise<void> {
  if (isStopping()) return
  console.error(
    `${what}${log ? `, its last words are in ${log}` : ''}: stopping the rest. Start again to go on, nothing is lost.`,
  )
  await stop(1)
}

function announce(settings: Settings, demoPassword: string | undefined): void {
  say('')
  say(`Rendezvous is ready: ${settings.nextAuthUrl}`)
  if (demoPassword) {
    say('  Sign in as a teacher with demo-teacher, as a student with demo-amina or demo-jonas,')
    say('  beside the teacher with demo-coteacher or demo-observer, or as somebody who has learned')
    say('  alone for six weeks with demo-learner.')
    say(`  Password for all of them: ${demoPassword}`)
  }
  say('  Ctrl-C stops everything.')
}
