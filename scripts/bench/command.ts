import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { Machine } from '@/scripts/faults/machine'
import { makeStudents } from '@/scripts/faults/world'
import { freePort } from '@/scripts/postgres/loopback'
import { ensureBuilt } from '@/scripts/start/build'
import { generateClient } from '@/scripts/start/client'
import { onStop } from '@/scripts/start/lifecycle.mjs'
import { say } from '@/scripts/start/progress.mjs'
import { median, type Run, saveFor, slotsOf } from './load'

const CONNECTIONS = 50
const ROUNDS = 5
const DURATION = 5_000
/** The least share of the bare program's rate that saving has to reach. */
const LEAST = 0.8

interface Contender {
  name: string
  port: number
  runs: Run[]
}

const PROGRAMS = {
  'Rendezvous, as `npm start` serves it': null,
  'the same build under plain `next start`': (port: number) => [
    'node_modules/next/dist/bin/next',
    ...['start', '-H', '127.0.0.1', '-p', String(port)],
  ],
  '`node:http` and `pg`, the same statement': () => ['--import', 'tsx', 'scripts/bench/bare.ts'],
} as const
const [PRODUCT, PLAIN, BARE] = Object.keys(PROGRAMS)

async function answers(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 300 && child.exitCode === null; tries++) {
    if (await fetch(`http://127.0.0.1:${port}/api/live`).catch(() => null)) return
    await wait(100)
  }
  throw new Error('A contender does not answer.')
}

async function startContender(
  name: string,
  words: ((port: number) => string[]) | null,
  machine: Machine,
): Promise<Contender> {
  if (words === null) return { name, port: machine.ports[0] ?? 0, runs: [] }
  const port = await freePort()
  const env = { ...machine.env, PORT: String(port), NEXTAUTH_URL: `http://127.0.0.1:${port}` }
  const child = spawn(process.execPath, words(port), { env, stdio: 'ignore' })
  onStop(() => void child.kill('SIGKILL'))
  await answers(port, child)
  return { name, port, runs: [] }
}

const middle = ({ runs }: Contender): Run => ({
  rate: median(runs.map(({ rate }) => rate)),
  p50: median(runs.map(({ p50 }) => p50)),
  p99: median(runs.map(({ p99 }) => p99)),
  failed: runs.reduce((total, { failed }) => total + failed, 0),
})

function table(contenders: readonly Contender[]): string {
  const bare = contenders.find(({ name }) => name === BARE)
  const whole = bare ? middle(bare).rate : Number.NaN
  const lines = contenders.map((contender) => {
    const { rate, p50, p99, failed } = middle(contender)
    return `| ${contender.name} | ${Math.round(rate)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${(rate / whole).toFixed(2)} | ${failed} |`
  })
  return [
    '| Contender | Saves a second | p50, ms | p99, ms | Of the bare program | Failed |',
    '| --- | --: | --: | --: | --: | --: |',
    ...lines,
  ].join('\n')
}

function page(saves: string, now: Date): string {
  const [cpu] = os.cpus()
  const { version } = JSON.parse(readFileSync('node_modules/next/package.json', 'utf8'))
  return `# Measured beside its peers

Written by \`npm run bench\` on ${now.toISOString().slice(0, 10)}, on ${os.cpus().length} cores of ${cpu?.model.trim() ?? 'a processor'} with Node ${process.versions.node}, Next ${version} and the embedded PostgreSQL 18 that writes to disk before it answers; clients, contenders and database share the
machine, so only what stands in the same table can be compared.

## Saving an answer

${CONNECTIONS} connections write answers of 200 students as fast as they are answered, ${DURATION / 1000} seconds at a time, the
contenders in turn, ${ROUNDS} rounds; medians of the rounds.

${saves}
`
}

/**
 * Measures, prints, and with `--write` writes the page in docs. Gives the exit code: 1 where saving is
 * slower than it has to be or an answer failed.
 */
export async function bench(words: string[], now: Date): Promise<number> {
  await generateClient()
  await ensureBuilt()
  const machine = await Machine.start()
  const contenders: Contender[] = []
  for (const [name, program] of Object.entries(PROGRAMS))
    contenders.push(await startContender(name, program, machine))
  const slots = slotsOf(await makeStudents(machine.url, 200))
  for (const { port } of contenders) await saveFor(port, slots, CONNECTIONS, DURATION / 2)
  for (let round = 0; round < ROUNDS; round++)
    for (const { name, port, runs } of contenders) {
      const run = await saveFor(port, slots, CONNECTIONS, DURATION)
      runs.push(run)
      say(`${name}: ${Math.round(run.rate)} a second, p99 ${run.p99.toFixed(1)} ms`)
    }
  const saves = table(contenders)
  say(saves)
  if (words.includes('--write')) writeFileSync('docs/benchmarks.md', page(saves, now))
  const rates = new Map(contenders.map((each) => [each.name, middle(each)]))
  const share = (rates.get(PRODUCT ?? '')?.rate ?? 0) / (rates.get(BARE ?? '')?.rate ?? 1)
  const failed = [...rates.values()].reduce((total, each) => total + each.failed, 0)
  say(`Saving reaches ${share.toFixed(2)} of the bare program; it has to reach ${LEAST}.`)
  say(`Plain next start: ${Math.round(rates.get(PLAIN ?? '')?.rate ?? 0)} a second.`)
  return share >= LEAST && failed === 0 ? 0 : 1
}
