import pg from 'pg'
import { Refusal } from '@/scripts/start/refusal.mjs'

/** The passwords of one cluster: of its superuser, and of the role that the application uses. */
export type Passwords = { admin: string; app: string }

/** The name of both the application's role and its database. */
export const NAME = 'rendezvous'

/** The address of a database on a loopback cluster. */
export function loopbackUrl(
  port: number,
  user: string,
  password: string,
  database: string,
): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}

/**
 * Makes the application's role and its database where they are missing. The role is no superuser:
 * it owns its database and can reach neither files nor programs through it.
 * Gives the addresses for both. Throws a Refusal when the cluster does not know the password.
 */
export async function ensureDatabase(port: number, passwords: Passwords) {
  const adminUrl = loopbackUrl(port, 'postgres', passwords.admin, 'postgres')
  const client = new pg.Client({ connectionString: adminUrl })
  try {
    await client.connect()
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') throw error
    throw new Refusal(
      'The database does not accept the password in secrets.json of the data folder: put the secrets.json back that belongs to it, or move the whole data folder away to begin with an empty one.',
    )
  }
  try {
    const password = client.escapeLiteral(passwords.app)
    const role = await client.query('select 1 from pg_roles where rolname = $1', [NAME])
    const verb = role.rowCount ? 'alter' : 'create'
    await client.query(`${verb} role ${NAME} login nosuperuser password ${password}`)
    const database = await client.query('select 1 from pg_database where datname = $1', [NAME])
    if (!database.rowCount) await client.query(`create database ${NAME} owner ${NAME}`)
  } finally {
    await client.end()
  }
  return { adminUrl, url: loopbackUrl(port, NAME, passwords.app, NAME) }
}
