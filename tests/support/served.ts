import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { DATABASE_ADDRESS } from '@/scripts/test/demo'

/** The address of the database behind the browser tests. */
export const databaseAddress = (): string => readFileSync(DATABASE_ADDRESS, 'utf8')

/** Asks that database. */
export async function query<Row extends object>(
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: databaseAddress() })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

/** Everything that the build offers for download, scripts and source maps included. */
export const servedFiles = (): string[] => [...filesUnder('.next/static'), ...filesUnder('public')]

/** The routes of the build as addresses with their parameters in brackets. */
export const builtRoutes = (): string[] =>
  Object.values(
    JSON.parse(readFileSync('.next/app-path-routes-manifest.json', 'utf8')) as Record<
      string,
      string
    >,
  )

/** The addresses that were made at the build. */
export const prerendered = (): string[] =>
  Object.keys(
    (
      JSON.parse(readFileSync('.next/prerender-manifest.json', 'utf8')) as {
        routes: Record<string, unknown>
      }
    ).routes,
  )
