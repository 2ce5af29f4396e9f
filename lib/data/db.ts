import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { PrismaClient } from './generated/client'
import { closePools, pool } from './pool'

const kept = globalThis as typeof globalThis & { rendezvousClient?: PrismaClient }

/** The one client of this process; made on first use, so that a build needs no database. */
export function db(): PrismaClient {
  kept.rendezvousClient ??= new PrismaClient({ adapter: new PrismaPg(pool()) })
  return kept.rendezvousClient
}

/** Closes every connection; for scripts and tests, which end. */
export async function disconnect(): Promise<void> {
  const last = kept.rendezvousClient
  delete kept.rendezvousClient
  await last?.$disconnect()
  await closePools()
}
