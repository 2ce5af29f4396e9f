import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { ensureBuilt } from '@/scripts/start/build'
import { run } from '@/scripts/start/child.mjs'
import { generateClient } from '@/scripts/start/client'
import { say } from '@/scripts/start/progress.mjs'
import { hasNginx } from './balancer'
import { type Outcome, type Trial, run as tried } from './trial'
import { troubles } from './trouble'

const FULL = { students: 500, rounds: 21, saves: 30_000 }
const QUICK = { students: 60, rounds: 3, saves: 1_500 }
/** A commit is told before it is on disk, and Postgres waits long before it writes. */
const LAZY = ['synchronous_commit=off', 'wal_writer_delay=10s', 'wal_writer_flush_after=1GB']

const trials = (size: typeof FULL): Trial[] => [
  { name: 'As it is', ...size, plant: 'none', settings: [] },
  ...(hasNginx()
    ? [
        {
          ...{ name: 'Two processes behind nginx', plant: 'none' as const, settings: [] },
          ...{ students: size.students, rounds: 6, saves: size.saves / 5, processes: 2 },
        },
      ]
    : []),
  ...(
    [
      ['Planted: a commit is told before it is on disk', 'none', LAZY],
      ['Planted: told as saved before it is sent', 'acknowledges-early', []],
      ['Planted: what failed is not sent again', 'drops-retries', []],
    ] as const
  ).map(([name, plant, settings]) => ({
    ...{ name, plant, settings: [...settings] },
    ...{ students: 120, rounds: 3, saves: 2_000 },
  })),
]

const isClean = ({ lost, phantom, ungraded }: Outcome) => lost + phantom + ungraded === 0

const HEAD = [
  '| Trial | Students | Kills (app, Postgres, both) | Saves acknowledged | Handed in | Lost | Phantom | Ungraded | Seconds |',
  '| --- | --: | --- | --: | --: | --: | --: | --: | --: |',
]
const lineOf = ({ name, students }: Trial, { kills, ...is }: Outcome) =>
  `| ${name} | ${students} | ${kills.app}, ${kills.database}, ${kills.both} | ${is.saves} | ${is.handedIn} | ${is.lost} | ${is.phantom} | ${is.ungraded} | ${is.seconds} |`

function page(lines: readonly string[], now: Date): string {
  const [cpu] = os.cpus()
  const { version } = JSON.parse(readFileSync('node_modules/next/package.json', 'utf8'))
  return `# Killed while 500 students write

Written by \`npm run faults\` on ${now.toISOString().slice(0, 10)}, on ${os.cpus().length} cores of ${cpu?.model.trim() ?? 'a processor'} with Node ${process.versions.node}, Next ${version} and the embedded PostgreSQL 18; clients, application and database share the machine.

Students write each answer three times and hand in, as fast as they are answered; what fails they send
again, as the page does. Again and again the application, Postgres, or both are ended with \`kill -9\` and
started anew. At the end the checker compares what was acknowledged with what the database holds: an
answer is lost where an older one or none stands, a hand-in where the attempt is open; a phantom was
never sent; an attempt that is handed in has one grade. The planted faults show that the checker would
notice. Where nginx is installed, two processes stand behind it and one of them is killed at a time.

${[...HEAD, ...lines].join('\n')}
`
}

/** 10,000 histories of two devices, and 100 attempts of which each is handed in 100 times at once. */
async function tryOften(): Promise<number> {
  say(
    '\nTen thousand histories of two devices; a hundred attempts, each handed in a hundred times:',
  )
  const env = { ...process.env, MANY: '1' }
  const tests = ['scripts/test.mjs', 'data', 'save-model', 'data/submit']
  return (await run(process.execPath, tests, { shown: true, env })).code
}

/**
 * Runs the trials and gives the exit code: 0 where nothing was lost as it is, and something was with
 * every planted fault. With \`--quick\` it is small; with \`--write\` the page in docs is written.
 */
export async function faults(words: string[], now: Date): Promise<number> {
  const isQuick = words.includes('--quick')
  await generateClient()
  await ensureBuilt()
  const lines: string[] = []
  let code = 0
  say(HEAD.join('\n'))
  for (const trial of trials(isQuick ? QUICK : FULL)) {
    const outcome = await tried(trial)
    const isPlanted = trial.name.startsWith('Planted')
    if (isClean(outcome) === isPlanted) code = 1
    lines.push(lineOf(trial, outcome))
    say(`${lines.at(-1)}`)
    if (!isPlanted)
      say(`  Answers that were no success, by status: ${JSON.stringify(outcome.troubles)}`)
  }
  for (const { name, said, fault } of await troubles()) {
    say(`${fault ? 'FAILED' : 'passed'}  ${name}: ${said}`)
    if (fault) code = 1
  }
  if (!isQuick && (await tryOften()) !== 0) code = 1
  if (words.includes('--write')) writeFileSync('docs/faults.md', page(lines, now))
  say(code === 0 ? 'Nothing was lost, and every planted fault was caught.' : 'FAILED: see above.')
  return code
}
