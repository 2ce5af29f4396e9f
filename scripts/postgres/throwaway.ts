import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onStop } from '@/scripts/start/lifecycle.mjs'
import { startCluster } from './cluster'
import { endOrphan } from './postmaster'
import { ensureDatabase } from './roles'

const PASSWORDS = { admin: 'throwaway-admin', app: 'throwaway-app' }
// It never has to survive anything.
const SETTINGS = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

const PREFIX = 'rendezvous-postgres-'

/**
 * An empty cluster in a temporary folder, with the application's role and database, for tests and
 * for comparing migrations. `remove` ends it and deletes its folder; the end of the process does
 * so as well.
 */
export async function throwawayCluster() {
  await sweep()
  const parent = mkdtempSync(path.join(tmpdir(), PREFIX))
  writeFileSync(path.join(parent, 'owner'), String(process.pid))
  // As root, Postgres runs as another user, who has to pass through this folder.
  if (process.getuid?.() === 0) chmodSync(parent, 0o711)
  const clean = () => rmSync(parent, { recursive: true, force: true, maxRetries: 5 })
  onStop(clean)
  const folder = path.join(parent, 'postgres')
  const settings = [...SETTINGS, 'max_connections=300']
  const cluster = await startCluster({ folder, password: PASSWORDS.admin, settings })
  const addresses = await ensureDatabase(cluster.port, PASSWORDS)
  const remove = async () => {
    await cluster.stop()
    clean()
  }
  return { ...addresses, port: cluster.port, ended: cluster.ended, remove }
}

/** Clears away what runs that were killed have left behind. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const parent = path.join(tmpdir(), name)
    if (!isAbandoned(path.join(parent, 'owner'))) continue
    await endOrphan(path.join(parent, 'postgres'))
    rmSync(parent, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Whether that file names a process that is ours and no longer there. */
function isAbandoned(owner: string): boolean {
  try {
    process.kill(Number(readFileSync(owner, 'utf8')), 0)
    return false
  } catch (error) {
    return existsSync(owner) && (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
