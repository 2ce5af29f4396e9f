import { type ChildProcess, spawn } from 'node:child_process'
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { onStop } from '@/scripts/start/lifecycle.mjs'
import { Refusal } from '@/scripts/start/refusal.mjs'
import { type Account, asAccount, postgresAccount } from './account'
import { findBinaries } from './binaries'
import { createCluster } from './creation'
import { lastLines } from './log'
import { freePort, isFree } from './loopback'
import { endOrphan, readPostmaster } from './postmaster'

const MAJOR = '18'
const PATIENCE = 120_000

/** A Postgres of ours that runs on loopback. `ended` is kept once, when it has ended by any cause. */
export type Cluster = {
  port: number
  stop: () => Promise<void>
  ended: Promise<void>
}

type Place = {
  /** absolute path; its parent exists and is ours */
  folder: string
  /** of the superuser postgres */
  password: string
  /** settings such as "fsync=off" */
  settings?: string[]
}

/**
 * Starts the Postgres of that folder, making the folder where there is none, and gives it when it
 * accepts connections. What a crash left is cleared first; nothing in the folder is ever deleted.
 * Throws a Refusal when the folder holds something else or its Postgres does not start.
 */
export async function startCluster(place: Place): Promise<Cluster> {
  const account = postgresAccount(place.folder)
  if (!existsSync(place.folder)) await createCluster(place.folder, place.password, account)
  requireVersion(place.folder)
  await endOrphan(place.folder)
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(place.folder)
    const outcome = await launch(place, account, port)
    if (typeof outcome !== 'string') return outcome
    // After kill -9 its helpers need a moment to notice; a port may be lost to another program.
    const passing = /shared memory block|could not create any TCP|could not bind/.test(outcome)
    if (!passing || attempt === 10)
      throw new Refusal(`The database in ${place.folder} can't be started: ${outcome}`)
    await wait(500)
  }
}

function requireVersion(folder: string): void {
  const file = path.join(folder, 'PG_VERSION')
  if (!canRead(folder))
    throw new Refusal(
      `The data folder ${folder} belongs to another user of this machine: start Rendezvous as that user.`,
    )
  const version = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
  if (version === MAJOR) return
  const what = version ? `holds a Postgres ${version}` : 'holds no database'
  throw new Refusal(
    `The data folder ${folder} ${what}, but one of Postgres ${MAJOR} is needed: put it back from your copy, or move it away to begin with an empty one.`,
  )
}

function canRead(folder: string): boolean {
  try {
    accessSync(folder, constants.R_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

async function choosePort(folder: string): Promise<number> {
  const file = `${folder}.port`
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
  if (last > 1023 && last < 65536 && (await isFree(last))) return last
  const port = await freePort()
  rmSync(file, { force: true })
  writeFileSync(file, `${port}\n`)
  return port
}

async function launch(place: Place, account: Account, port: number): Promise<Cluster | string> {
  const logFile = `${place.folder}.log`
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC']
  // What a row or a statement holds does not belong into a log: what is wrong is said all the same.
  settings.push('log_error_verbosity=terse', 'log_min_error_statement=panic')
  const words = ['-D', place.folder, '-p', String(port)]
  for (const setting of [...settings, ...(place.settings ?? [])]) words.push('-c', setting)
  const binaries = findBinaries()
  const command = asAccount(account, binaries.postgres, words, [place.folder, binaries.folder])
  // A file, not a pipe: Postgres outlives us when we are killed, and must be able to go on writing.
  rmSync(logFile, { force: true })
  const log = openSync(logFile, 'w', 0o600)
  const child = spawn(command.program, command.words, {
    ...command.ids,
    stdio: ['ignore', log, log],
    // Its own group: Ctrl-C reaches only us, and we end the server before its database.
    detached: process.platform !== 'win32',
    windowsHide: true,
    env: { ...process.env, LC_ALL: 'C' },
  })
  closeSync(log)
  let over = false
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      over = true
      resolve()
    }
    child.once('exit', end)
    child.once('error', end)
  })
  onStop(() => halt(child, ended))
  const until = Date.now() + PATIENCE
  while (!over && Date.now() < until) {
    const state = readPostmaster(place.folder)
    if (state?.pid === child.pid && state?.ready)
      return { port, ended, stop: () => halt(child, ended) }
    await wait(25)
  }
  if (!over) await halt(child, ended)
  return over
    ? lastLines(readFileSync(logFile, 'utf8'))
    : `it was not ready after ${PATIENCE / 1000} s.`
}

async function halt(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGINT')
  const late = setTimeout(() => child.kill('SIGQUIT'), 15_000)
  await ended
  clearTimeout(late)
}
