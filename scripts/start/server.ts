import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { isStopping, onStop } from '@/scripts/start/lifecycle.mjs'
import { Refusal } from '@/scripts/start/refusal.mjs'

const PATIENCE = 90_000
const GRACE = 10_000

/** Next in a process of its own. `ended` tells how it ended, by any cause. */
export type Server = { ended: Promise<string> }

/** In production Next runs behind `server.ts`; for development it comes with a server of its own. */
const programs = {
  start: () => ['--import', 'tsx', 'server.ts'],
  dev: (port: number, host: string | undefined) => [
    ...['node_modules/next/dist/bin/next', 'dev', '-p', String(port)],
    ...(host ? ['-H', host] : []),
  ],
}

/**
 * Starts Next and gives it when its health page answers 200. It is ended with us: in order, or
 * through its leash when we are killed. Throws a Refusal when it ends or stays unwell.
 *
 * @param errors where its log goes: with us, or into an open file
 */
export async function startServer(
  command: 'start' | 'dev',
  port: number,
  env: NodeJS.ProcessEnv,
  errors: 'inherit' | number = 'inherit',
): Promise<Server> {
  const leash = pathToFileURL('scripts/start/leash.mjs').href
  const child = spawn(process.execPath, ['--import', leash, ...programs[command](port, env.HOST)], {
    env: { ...env, PORT: String(port) },
    stdio: ['ignore', command === 'dev' ? 'inherit' : 'ignore', errors, 'ipc'],
    detached: process.platform !== 'win32',
    windowsHide: true,
  })
  let over: string | undefined
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      over = signal ? `signal ${signal}` : `exit code ${code}`
      resolve(over)
    })
  })
  onStop(() => halt(child, ended))
  const until = Date.now() + PATIENCE
  let last = 'no answer'
  while (over === undefined && !isStopping()) {
    const answer = await health(env.HOST || '127.0.0.1', port)
    if (answer === 'ready') return { ended }
    last = answer
    if (Date.now() > until) break
    await wait(100)
  }
  throw new Refusal(
    over === undefined
      ? `The server does not become ready: its health page says ${last}.`
      : `The server ended while it was starting (${over}): the reason stands above.`,
  )
}

async function health(host: string, port: number): Promise<string> {
  try {
    const name = host.includes(':') ? `[${host}]` : host
    const response = await fetch(`http://${name}:${port}/api/health`, {
      signal: AbortSignal.timeout(20_000),
    })
    const text = await response.text()
    return response.status === 200 ? 'ready' : `${response.status} ${text.slice(0, 200)}`
  } catch (error) {
    return (error as Error).message
  }
}

async function halt(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), GRACE)
  await ended
  clearTimeout(late)
}
