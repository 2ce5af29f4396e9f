import { z } from 'zod'

const text = (sentence: string) => z.string({ error: sentence }).min(1, { error: sentence })

const schema = z.object({
  DATABASE_URL: text(
    'DATABASE_URL is missing: the address of a Postgres database. "npm start" sets it where there is none.',
  ),
  NEXTAUTH_SECRET: text(
    'NEXTAUTH_SECRET is missing: a long random text that stays the same from start to start.',
  ).min(32, { error: 'NEXTAUTH_SECRET is too short: give at least 32 characters.' }),
  NEXTAUTH_URL: z.url({
    protocol: /^https?$/,
    error: 'NEXTAUTH_URL must be the address under which browsers reach Rendezvous.',
  }),
  TRUST_PROXY: z
    .enum(['0', '1', ''], {
      error: 'TRUST_PROXY must be 1 (a proxy of yours stands in front) or 0.',
    })
    .optional(),
  RENDEZVOUS_DEMO: z.enum(['0', '1', ''], { error: 'RENDEZVOUS_DEMO must be 1 or 0.' }).optional(),
  DEMO_PASSWORD: z
    .string()
    .min(12, { error: 'DEMO_PASSWORD is too short: give at least 12 characters.' })
    .optional(),
})

/** What the installation is told through environment variables. */
export type Env = {
  databaseUrl: string
  nextAuthSecret: string
  nextAuthUrl: string
  /** browsers come by https: cookies are marked so */
  secureCookies: boolean
  /** the client's address stands in x-forwarded-for, written by a proxy of ours */
  trustProxy: boolean
  /** demo accounts exist */
  demo: boolean
  /** theirs; only the embedded database has one */
  demoPassword: string | undefined
}

let parsed: Env | undefined

/**
 * Reads the environment once, at the first call and not before: a build needs none of it. Throws
 * an Error with one sentence per variable that is missing or cannot be used.
 */
export function env(): Env {
  parsed ??= parseEnv(process.env)
  return parsed
}

/** The same for any set of variables. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const result = schema.safeParse(variables)
  if (!result.success) throw new Error(result.error.issues.map((issue) => issue.message).join(' '))
  const { data } = result
  return {
    databaseUrl: data.DATABASE_URL,
    nextAuthSecret: data.NEXTAUTH_SECRET,
    nextAuthUrl: data.NEXTAUTH_URL,
    secureCookies: data.NEXTAUTH_URL.startsWith('https://'),
    trustProxy: data.TRUST_PROXY === '1',
    demo: data.RENDEZVOUS_DEMO === '1',
    demoPassword: data.DEMO_PASSWORD,
  }
}
