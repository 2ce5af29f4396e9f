import { rmSync } from 'node:fs'
import { freePort } from '@/scripts/postgres/loopback'
import { ensureBuilt } from '@/scripts/start/build'
import { run } from '@/scripts/start/child.mjs'
import { requireChromium } from './chromium'
import { one, type Tally, tallyPlaywright, tallyVitest } from './tally'

/** One step of the test run; `words` are file filters, for the steps that take them. */
export type Step = { title: string; work: (words: string[]) => Promise<Tally> }

/** The environment of a test run: nothing in it points to a database or a server of the user. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const { DATABASE_URL, NEXTAUTH_URL, NEXTAUTH_SECRET, PORT, HOST, NODE_ENV, ...rest } = process.env
  return { ...rest, NODE_ENV: 'test', NEXT_TELEMETRY_DISABLED: '1' }
}

async function node(words: string[], more: Record<string, string> = {}): Promise<number> {
  const { code } = await run(process.execPath, words, {
    shown: true,
    env: { ...cleanEnvironment(), ...more },
  })
  return code
}

/** Runs the given commands one after the other; passes when all of them do. */
const check = (title: string, ...commands: string[][]): Step => ({
  title,
  work: async () => {
    for (const words of commands) if ((await node(words)) !== 0) return one(false)
    return one(true)
  },
})

const vitest = (title: string, project: string): Step => ({
  title,
  work: async (words) => {
    const report = `test-results/${project}.json`
    rmSync(report, { force: true })
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const options = ['run', '--project', project, ...reporters, ...words]
    return tallyVitest(report, await node(['node_modules/vitest/vitest.mjs', ...options]))
  },
})

const browser: Step = {
  title: 'Browser tests',
  work: async (words) => {
    const report = 'test-results/e2e.json'
    rmSync(report, { force: true })
    const more = { CHROMIUM_PATH: await requireChromium(), E2E_PORT: String(await freePort()) }
    const code = await node(['node_modules/@playwright/test/cli.js', 'test', ...words], more)
    return tallyPlaywright(report, code)
  },
}

const production: Step = {
  title: 'Build',
  work: async () => {
    await ensureBuilt()
    return one(true)
  },
}

const typescript = 'node_modules/typescript/bin/tsc'

/** The steps by the word that chooses them, in the order in which they run. */
export const steps: Record<string, Step[]> = {
  types: [
    check('Types', ['node_modules/next/dist/bin/next', 'typegen'], [typescript, '--noEmit']),
    check('Types of lib/domain alone', [typescript, '-p', 'lib/domain/tsconfig.json']),
  ],
  lint: [
    check('Lint', [
      'node_modules/@biomejs/biome/bin/biome',
      'ci',
      `--colors=${process.stdout.isTTY ? 'force' : 'off'}`,
    ]),
  ],
  content: [
    check('Content', ['--import', 'tsx', '--conditions=react-server', 'scripts/check-content.ts']),
  ],
  unit: [vitest('Unit, content and setup tests', 'unit')],
  data: [vitest('Data tests', 'data')],
  e2e: [production, browser],
}
