import { existsSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from './refusal.mjs'

export const root = path.resolve(import.meta.dirname, '../..')

/** Variables in .env.local and .env count as set, unless the environment sets them itself. */
export function loadEnvFiles() {
  for (const name of ['.env.local', '.env']) {
    const file = path.join(root, name)
    if (existsSync(file)) process.loadEnvFile(file)
  }
}

/**
 * What the environment asks for.
 * @param {Record<string, string | undefined>} env
 * @returns {import('./settings.d.mts').Settings}
 * @throws {Refusal} with one sentence where a variable cannot be used
 */
export function readSettings(env) {
  const port = readPort(env.PORT || '3000')
  const databaseUrl = env.DATABASE_URL || undefined
  if (databaseUrl) {
    if (!isPostgresUrl(databaseUrl))
      throw new Refusal(
        'DATABASE_URL is not the address of a Postgres database: it looks like postgresql://user:password@host:5432/name.',
      )
    if (!env.NEXTAUTH_SECRET)
      throw new Refusal(
        'DATABASE_URL is set, so NEXTAUTH_SECRET must be set too: a long random text that stays the same from start to start.',
      )
  }
  if (env.NEXTAUTH_SECRET && env.NEXTAUTH_SECRET.length < 32)
    throw new Refusal(
      'NEXTAUTH_SECRET is too short to keep anything secret: give at least 32 characters, for example what "openssl rand -base64 32" prints.',
    )
  const nextAuthUrl = env.NEXTAUTH_URL || `http://localhost:${port}`
  if (!/^https?:$/.test(urlOf(nextAuthUrl)?.protocol ?? ''))
    throw new Refusal(
      `NEXTAUTH_URL is "${nextAuthUrl}", which is not an address that a browser can open: it looks like https://learn.example.org.`,
    )
  return {
    port,
    databaseUrl,
    nextAuthUrl,
    nextAuthSecret: env.NEXTAUTH_SECRET || undefined,
    dataFolder: path.resolve(root, env.DATA_DIR || '.data'),
  }
}

function readPort(text) {
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1 && port <= 65535) return port
  throw new Refusal(`PORT is "${text}", which is not a port: give a whole number from 1 to 65535.`)
}

const isPostgresUrl = (text) => /^postgres(ql)?:$/.test(urlOf(text)?.protocol ?? '')

const urlOf = (text) => (URL.canParse(text) ? new URL(text) : undefined)
