import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/**
 * Makes a database of its own for the caller and gives its address (of the application's role).
 * Nobody has to drop it: the whole cluster goes when the run is over.
 * @param content `migrated` (all migrations, no rows) or `empty`
 */
export async function freshDatabase(content: 'migrated' | 'empty' = 'migrated'): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`
  const address = new URL(inject('templateUrl'))
  const template = content === 'empty' ? 'template1' : address.pathname.slice(1)
  const client = new pg.Client({ connectionString: inject('adminUrl') })
  await client.connect()
  try {
    await client.query(`create database ${name} template ${template} owner ${address.username}`)
  } finally {
    await client.end()
  }
  address.pathname = `/${name}`
  const pooler = inject('poolerPort')
  if (pooler !== null) address.port = String(pooler)
  return address.href
}

/** The address of a role that may create databases on this run's Postgres. */
export const adminUrl = (): string => inject('adminUrl')
