import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { run } from '@/scripts/start/child.mjs'
import { takeFolder } from '@/scripts/start/folder-lock.mjs'
import { progress } from '@/scripts/start/progress.mjs'
import { Refusal } from '@/scripts/start/refusal.mjs'
import { readSettings } from '@/scripts/start/settings.mjs'

const MARK = '.next/sources.sha256'
const SOURCES = ['app', 'components', 'content', 'lib', 'public', 'prisma/schema.prisma']
const SETTINGS = ['proxy.ts', 'instrumentation.ts', 'next.config.mjs', 'postcss.config.mjs']
const REST = ['tsconfig.json', 'package.json', 'package-lock.json', 'scripts/stamp-csp.mjs']

/** Whether the build in .next was made from exactly these sources, for an address of this kind. */
export function isBuilt(nextAuthUrl: string): boolean {
  return existsSync(MARK) && readFileSync(MARK, 'utf8') === fingerprint(nextAuthUrl)
}

/**
 * Builds the application for production. Neither a database nor a secret is needed.
 * @param nextAuthUrl only whether it is https goes into the build
 */
export async function build(nextAuthUrl: string): Promise<void> {
  const mark = fingerprint(nextAuthUrl)
  rmSync(MARK, { force: true })
  await progress('Build', 'building the application, up to a minute', async () => {
    const env = { ...withoutDatabase(), NEXTAUTH_URL: nextAuthUrl, NEXT_TELEMETRY_DISABLED: '1' }
    for (const words of [['node_modules/next/dist/bin/next', 'build'], ['scripts/stamp-csp.mjs']]) {
      const { code, output } = await run(process.execPath, words, { env })
      if (code === 0) continue
      console.error(output.trimEnd())
      throw new Refusal("The application can't be built: the reason stands above.")
    }
  })
  writeFileSync(MARK, mark)
}

/**
 * Builds for a trial over plain http, unless that stands already. A start that is served from this
 * folder would lose its build, so its folder is taken first.
 */
export async function ensureBuilt(): Promise<void> {
  const address = 'http://localhost'
  if (isBuilt(address)) return
  await takeFolder(readSettings({}).dataFolder)
  await build(address)
}

/** What is built must not depend on a database, so it does not get to see one. */
function withoutDatabase(): NodeJS.ProcessEnv {
  const { DATABASE_URL, NEXTAUTH_SECRET, NODE_ENV, ...rest } = process.env
  return { ...rest, NODE_ENV: 'production' }
}

function fingerprint(nextAuthUrl: string): string {
  const hash = createHash('sha256')
  hash.update(nextAuthUrl.startsWith('https:') ? 'https' : 'http')
  for (const source of [...SOURCES, ...SETTINGS, ...REST]) {
    for (const file of filesOf(source)) hash.update(`\0${file}\0`).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesOf(place: string): string[] {
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place)
    .filter((name) => name !== 'generated' && name !== '.DS_Store')
    .sort()
    .flatMap((name) => filesOf(path.posix.join(place, name)))
}
