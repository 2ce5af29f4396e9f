import { randomBytes, randomInt } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { Refusal } from '@/scripts/start/refusal.mjs'

const schema = z.strictObject({
  nextAuthSecret: z.string().min(32),
  databaseAdminPassword: z.string().min(16),
  databasePassword: z.string().min(16),
  demoPassword: z.string().min(12),
})

/** What an installation with the embedded database keeps to itself. */
export type Secrets = z.infer<typeof schema>

/**
 * Reads secrets.json of the data folder; where neither it nor a database is there yet, makes it
 * once, readable by its owner only. Throws a Refusal when it is broken, or missing beside a
 * database that only it opens.
 */
export function keepSecrets(dataFolder: string): Secrets {
  const file = path.join(dataFolder, 'secrets.json')
  if (existsSync(file)) return readSecrets(file)
  if (existsSync(path.join(dataFolder, 'postgres')))
    throw new Refusal(
      `${file} is missing, and without it the database beside it cannot be opened: put it back from your copy, or move the whole data folder away to begin with an empty one.`,
    )
  const secrets: Secrets = {
    nextAuthSecret: randomBytes(32).toString('base64url'),
    databaseAdminPassword: randomBytes(24).toString('base64url'),
    databasePassword: randomBytes(24).toString('base64url'),
    demoPassword: readablePassword(),
  }
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600, flush: true })
  renameSync(draft, file)
  return secrets
}

function readSecrets(file: string): Secrets {
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    content = undefined
  }
  const parsed = schema.safeParse(content)
  if (parsed.success) return parsed.data
  throw new Refusal(
    `${file} cannot be read as the secrets of this installation: put it back from your copy, or move the whole data folder away to begin with an empty one.`,
  )
}

/** Sixty bits from letters and digits that are not mistaken for one another, in groups of four. */
function readablePassword(): string {
  const signs = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')
  return [group(), group(), group()].join('-')
}
