import { spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { postgresAccount } from '@/scripts/postgres/account'
import { freePort } from '@/scripts/postgres/loopback'

/**
 * A PgBouncer in transaction mode in front of a Postgres on loopback: two statements of one client that
 * are not one transaction may meet two sessions. For `npm run faults`; the program has to be installed.
 *
 * @param url of a database behind it, with user and password
 * @returns the same address through the pooler, and what ends it
 */
export async function startPooler(
  program: string,
  url: string,
): Promise<{ port: number; stop: () => Promise<void> }> {
  const { port: behind, username, password } = new URL(url)
  const folder = mkdtempSync(path.join(tmpdir(), 'rendezvous-pooler-'))
  const account = postgresAccount(path.join(folder, 'none'))
  const port = await freePort()
  const [users, settings] = ['users.txt', 'pgbouncer.ini'].map((name) => path.join(folder, name))
  writeFileSync(`${users}`, `"${username}" "${decodeURIComponent(password)}"\n`)
  writeFileSync(
    `${settings}`,
    `[databases]
* = host=127.0.0.1 port=${behind}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = trust
auth_file = ${users}
pool_mode = transaction
default_pool_size = 20
max_client_conn = 500
server_idle_timeout = 5
ignore_startup_parameters = extra_float_digits, statement_timeout, options
`,
  )
  if (account) {
    chmodSync(folder, 0o755)
    for (const file of [folder, `${users}`, `${settings}`])
      chownSync(file, account.uid, account.gid)
  }
  const child = spawn(program, ['-q', `${settings}`], {
    stdio: 'ignore',
    ...(account && { uid: account.uid, gid: account.gid }),
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const pooled = new URL(url)
  pooled.port = String(port)
  for (let tries = 0; ; tries++) {
    const client = new pg.Client({ connectionString: pooled.href })
    client.on('error', () => {})
    const is = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (is) break
    if (tries > 100) throw new Error('PgBouncer does not answer.')
    await wait(50)
  }
  const stop = async () => {
    child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  return { port, stop }
}
