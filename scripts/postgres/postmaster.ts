import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Refusal } from '@/scripts/start/refusal.mjs'

/** What a running Postgres writes into its data folder. */
type Postmaster = { pid: number; folder: string; ready: boolean }

/** Reads postmaster.pid; undefined where there is none or it is still being written. */
export function readPostmaster(dataFolder: string): Postmaster | undefined {
  const file = path.join(dataFolder, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 1) return undefined
  return { pid, folder: lines[1] ?? '', ready: lines[7]?.trim() === 'ready' }
}

/**
 * Clears away what a killed starter left: a Postgres that still runs on this data folder is ended
 * in order, and a postmaster.pid whose process number belongs to another program by now is removed
 * (Postgres itself would refuse to start). Throws a Refusal when that Postgres does not end.
 */
export async function endOrphan(dataFolder: string): Promise<void> {
  const found = readPostmaster(dataFolder)
  if (!found) return
  if (!runsHere(found, dataFolder)) {
    rmSync(path.join(dataFolder, 'postmaster.pid'), { force: true })
    return
  }
  // SIGINT: end every connection, keep every committed row. SIGQUIT: the same, with recovery later.
  for (const [signal, patience] of [
    ['SIGINT', 15_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    if (!send(found.pid, signal)) break
    if (await ends(found.pid, patience)) return
  }
  throw new Refusal(
    `A Postgres (process ${found.pid}) still uses ${dataFolder} and cannot be stopped from here: stop it, then start again.`,
  )
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

async function ends(pid: number, patience: number): Promise<boolean> {
  const until = Date.now() + patience
  while (isAlive(pid)) {
    if (Date.now() > until) return false
    await wait(50)
  }
  return true
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
  // A process that has ended but that nobody has waited for is not alive for us.
  const stat = `/proc/${pid}/stat`
  return !(existsSync(stat) && / Z /.test(readFileSync(stat, 'utf8').replace(/^.*\)/, '')))
}

function runsHere({ pid, folder }: Postmaster, dataFolder: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform === 'linux') return workingFolder(pid) === realpathSync(dataFolder)
  const command = commandOf(pid)
  return /postgres/.test(command) && (process.platform === 'win32' || command.includes(folder))
}

/** Postgres works inside its data folder, wherever that was moved to since. */
function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') return undefined
    throw new Refusal(
      `The data folder's Postgres (process ${pid}) belongs to another user of this machine: start Rendezvous as that user, or stop it.`,
    )
  }
}

function commandOf(pid: number): string {
  const [program, ...words] =
    process.platform === 'win32'
      ? ['tasklist', '/FI', `PID eq ${pid}`, '/NH']
      : ['ps', '-ww', '-o', 'command=', '-p', String(pid)]
  try {
    return execFileSync(program as string, words, { encoding: 'utf8' })
  } catch {
    return ''
  }
}
