import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { deployMigrations } from '@/scripts/migration/deploy'
import { type Cluster, startCluster } from '@/scripts/postgres/cluster'
import { freePort } from '@/scripts/postgres/loopback'
import { readPostmaster } from '@/scripts/postgres/postmaster'
import { ensureDatabase } from '@/scripts/postgres/roles'
import { publishContent } from '@/scripts/start/content'
import { onStop } from '@/scripts/start/lifecycle.mjs'

const PASSWORDS = { admin: 'faults-admin', app: 'faults-app' }

/** A database and a server that can be killed and started again, as on a machine whose power fails. */
export class Machine {
  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly settings: string[],
    readonly env: NodeJS.ProcessEnv,
    private cluster: Cluster,
    readonly ports: readonly number[],
    private readonly servers = new Map<number, ChildProcess>(),
  ) {}

  /**
   * @param settings of Postgres, beside what makes it write to disk before it says so
   * @param processes how many of the application there are
   */
  static async start(settings: string[] = [], processes = 1): Promise<Machine> {
    const parent = mkdtempSync(path.join(tmpdir(), 'rendezvous-faults-'))
    if (process.getuid?.() === 0) chmodSync(parent, 0o711)
    onStop(() => rmSync(parent, { recursive: true, force: true, maxRetries: 5 }))
    const folder = path.join(parent, 'postgres')
    const cluster = await startCluster({ folder, password: PASSWORDS.admin, settings })
    const { url } = await ensureDatabase(cluster.port, PASSWORDS)
    await deployMigrations(url)
    const ports: number[] = []
    while (ports.length < processes) ports.push(await freePort())
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      DATABASE_URL: url,
      NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
      NEXTAUTH_URL: `http://127.0.0.1:${ports[0]}`,
      TRUST_PROXY: processes > 1 ? '1' : '0',
      LOG_LEVEL: 'silent',
    }
    await publishContent(env)
    const machine = new Machine(url, folder, settings, env, cluster, ports)
    onStop(() => machine.end())
    for (const port of ports) await machine.startApp(port)
    return machine
  }

  /** The address of the first process. */
  get base(): string {
    return `http://127.0.0.1:${this.ports[0]}`
  }

  async startApp(port = this.ports[0] ?? 0): Promise<void> {
    const env = { ...this.env, PORT: String(port) }
    const words = ['--import', 'tsx', 'server.ts']
    this.servers.set(port, spawn(process.execPath, words, { env, stdio: 'ignore' }))
    for (let tries = 0; tries < 600; tries++) {
      const is = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null)
      if (is?.status === 200) return
      await wait(100)
    }
    throw new Error('The application did not come back within a minute.')
  }

  async startDatabase(): Promise<void> {
    const { folder, settings } = this
    this.cluster = await startCluster({ folder, password: PASSWORDS.admin, settings })
  }

  /** Ends the application without a chance to finish anything. */
  async killApp(port = this.ports[0] ?? 0): Promise<void> {
    const server = this.servers.get(port)
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const over = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGKILL')
    await over
  }

  /** The same for Postgres: the process that the others hang on. */
  async killDatabase(): Promise<void> {
    const found = readPostmaster(this.folder)
    if (found) process.kill(found.pid, 'SIGKILL')
    await this.cluster.ended
  }

  async end(): Promise<void> {
    for (const port of this.ports) await this.killApp(port)
    await this.cluster.stop()
  }
}
