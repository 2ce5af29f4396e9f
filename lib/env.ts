import { z } from 'zod'

const text = (sentence: string) => z.string({ error: sentence }).min(1, { error: sentence })
const flag = (sentence: string) => z.enum(['0', '1', ''], { error: sentence }).optional()

/** What README says of a variable. One without it is set by `npm start` itself. */
interface Told {
  usual: string
  meaning: string
}
const told = z.registry<Told>()

/**
 * Every variable that an installation is told. The table in README is made from it; what can be refused
 * before anything is installed, `scripts/start/settings.mjs` refuses by the same rules.
 */
const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d+$/, { error: 'PORT must be a whole number from 1 to 65535.' })
    .transform(Number)
    .pipe(z.int().min(1).max(65535, { error: 'PORT must be a whole number from 1 to 65535.' }))
    .default(3000)
    .register(told, { usual: '`3000`', meaning: 'where it serves' }),
  HOST: z.string().optional().register(told, {
    usual: 'all addresses of the machine',
    meaning: 'the address it listens on, such as `127.0.0.1`',
  }),
  DATABASE_URL: text(
    'DATABASE_URL is missing: the address of a Postgres database. "npm start" sets it where there is none.',
  ).register(told, {
    usual: 'none: the embedded Postgres',
    meaning: 'a Postgres of your own, 15 to 18',
  }),
  DATABASE_POOL: z
    .string()
    .regex(/^\d{1,3}$/, { error: 'DATABASE_POOL must be a whole number from 1 to 999.' })
    .transform(Number)
    .pipe(z.int().min(1, { error: 'DATABASE_POOL must be a whole number from 1 to 999.' }))
    .default(10)
    .register(told, {
      usual: '`10`',
      meaning: 'how many connections to the database a process opens at most',
    }),
  DATA_DIR: z.string().optional().register(told, {
    usual: '`.data`',
    meaning: 'the data folder, relative to the project’s folder',
  }),
  NEXTAUTH_SECRET: text(
    'NEXTAUTH_SECRET is missing: a long random text that stays the same from start to start.',
  )
    .min(32, { error: 'NEXTAUTH_SECRET is too short: give at least 32 characters.' })
    .register(told, {
      usual: 'made once, with the embedded Postgres',
      meaning:
        'a random text of at least 32 characters that stays the same; required with `DATABASE_URL`',
    }),
  NEXTAUTH_URL: z
    .url({
      protocol: /^https?$/,
      error: 'NEXTAUTH_URL must be the address under which browsers reach Rendezvous.',
    })
    .register(told, {
      usual: '`http://localhost:PORT`',
      meaning: 'the address under which browsers reach it',
    }),
  TRUST_PROXY: flag('TRUST_PROXY must be 1 (a proxy of yours stands in front) or 0.').register(
    told,
    {
      usual: '`0`',
      meaning:
        '`1`: a proxy of yours stands in front, and its `X-Forwarded-*` headers are believed',
    },
  ),
  METRICS_TOKEN: z
    .string()
    .min(16, { error: 'METRICS_TOKEN is too short: give at least 16 characters.' })
    .optional()
    .register(told, {
      usual: 'none: no metrics',
      meaning:
        'what a Prometheus sends as bearer token to read `/api/metrics`; at least 16 characters',
    }),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'LOG_LEVEL must be debug, info, warn, error or silent.',
    })
    .default('info')
    .register(told, {
      usual: '`info`',
      meaning:
        'from which level on it logs, as lines of JSON: `debug`, `info`, `warn`, `error`, `silent`',
    }),
  RENDEZVOUS_DEMO: flag('RENDEZVOUS_DEMO must be 1 or 0.'),
  DEMO_PASSWORD: z
    .string()
    .min(12, { error: 'DEMO_PASSWORD is too short: give at least 12 characters.' })
    .optional(),
})

/** What the installation is told through environment variables. */
export type Env = {
  databaseUrl: string
  /** how many connections to the database this process opens at most */
  databasePool: number
  nextAuthSecret: string
  nextAuthUrl: string
  /** browsers come by https: cookies are marked so */
  secureCookies: boolean
  /** the client's address stands in x-forwarded-for, written by a proxy of ours */
  trustProxy: boolean
  /** what opens the metrics; null where nothing does */
  metricsToken: string | null
  logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent'
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

/** A variable that is set to nothing is not set. */
const withoutEmpty = (variables: Record<string, string | undefined>) =>
  Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))

/** The same for any set of variables. */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const result = schema.safeParse(withoutEmpty(variables))
  if (!result.success) throw new Error(result.error.issues.map((issue) => issue.message).join(' '))
  const { data } = result
  return {
    databaseUrl: data.DATABASE_URL,
    databasePool: data.DATABASE_POOL,
    nextAuthSecret: data.NEXTAUTH_SECRET,
    nextAuthUrl: data.NEXTAUTH_URL,
    secureCookies: data.NEXTAUTH_URL.startsWith('https://'),
    trustProxy: data.TRUST_PROXY === '1',
    metricsToken: data.METRICS_TOKEN ?? null,
    logLevel: data.LOG_LEVEL,
    demo: data.RENDEZVOUS_DEMO === '1',
    demoPassword: data.DEMO_PASSWORD,
  }
}

/** The variables that README lists, with what it says of them. */
export const listVariables = (): ({ name: string } & Told)[] =>
  Object.entries(schema.shape).flatMap(([name, field]) => {
    const words = told.get(field)
    return words ? [{ name, ...words }] : []
  })
