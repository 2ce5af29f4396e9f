export type Settings = {
  port: number
  /** undefined: the embedded database */
  databaseUrl: string | undefined
  nextAuthUrl: string
  nextAuthSecret: string | undefined
  /** absolute path */
  dataFolder: string
}

/** The folder that holds package.json. */
export const root: string
/** Variables in .env.local and .env count as set, unless the environment sets them itself. */
export function loadEnvFiles(): void
/** What the environment asks for; throws a Refusal where a variable cannot be used. */
export function readSettings(env: Record<string, string | undefined>): Settings
