import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

interface Entry {
  version?: string
  license?: string
  dev?: boolean
  devOptional?: boolean
  optional?: boolean
  hasInstallScript?: boolean
}
const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
const own: {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  allowScripts: Record<string, boolean>
} = read('package.json')
const locked: Record<string, Entry> = read('package-lock.json').packages
const entries = Object.entries(locked).filter(([place]) => place !== '')
const nameOf = (place: string) => place.slice(place.lastIndexOf('node_modules/') + 13)

const numbers = (version: string) => version.split(/[.-]/).slice(0, 3).map(Number)
function isAtLeast(version: string, floor: string): boolean {
  const [have, want] = [numbers(version), numbers(floor)]
  const at = want.findIndex((number, place) => have[place] !== number)
  return at === -1 || (have[at] ?? 0) > (want[at] ?? 0)
}

/** Versions below which something is known that must not come back; see docs/security.md. */
const FLOORS: Record<string, string> = {
  // Thirteen advisories of May 2026: ways round the proxy, poisoned caches, requests forged by sockets.
  next: '16.2.6',
  // Code run by whoever sends a payload to a server function (CVE-2025-55182), and what came after it.
  react: '19.2.6',
  'react-dom': '19.2.6',
  // An address that looks like another one (GHSA-7rqj-j65f-68wh), a wrong configuration that lets in.
  'next-auth': '4.24.15',
}

it('has nothing below the versions in which known holes were closed', () => {
  for (const [name, floor] of Object.entries(FLOORS))
    for (const [place, { version = '0' }] of entries)
      if (nameOf(place) === name)
        expect(isAtLeast(version, floor), `${place} ${version}`).toBe(true)
  expect(isAtLeast('16.2.5', '16.2.6')).toBe(false)
  expect(isAtLeast('16.10.0', '16.2.6')).toBe(true)
})

it('has decided for every package with an install script whether it runs', () => {
  const scripted = entries.filter(([, { hasInstallScript }]) => hasInstallScript)
  const undecided = scripted
    .map(([place]) => nameOf(place))
    .filter((name) => !(name in own.allowScripts))
  expect(undecided).toEqual([])
})

/** Licences under which a school may run and pass on what it is given. */
const LICENCES = new Set([
  ...[
    'MIT',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'Unlicense',
  ],
  // Files of theirs that are changed stay open; none is changed here.
  ...['MPL-2.0', 'EPL-2.0', 'LGPL-3.0-or-later', 'OFL-1.1', 'CC-BY-4.0'],
])

it('is made of packages under licences that are known, each', () => {
  const strange = entries.flatMap(([place, { license, optional }]) => {
    // What `npm run lockfile` has added for other systems names none; its parent does.
    if (license === undefined) return optional ? [] : [place]
    const parts = license.replace(/[()]/g, '').split(/ (?:AND|and|OR) /)
    return parts.every((part) => LICENCES.has(part)) ? [] : [`${place}: ${license}`]
  })
  expect(strange).toEqual([])
})

it('stays within its budget of packages that a start installs', () => {
  expect(Object.keys(own.dependencies).length).toBeLessThanOrEqual(55)
  const installed = entries.filter(
    ([, { dev, devOptional, optional }]) => !dev && !devOptional && !optional,
  )
  expect(installed.length).toBeLessThanOrEqual(360)
})

it('says in its decisions why each package is here', () => {
  const why = readFileSync('docs/decisions/0015-dependencies.md', 'utf8')
  const names = [...Object.keys(own.dependencies), ...Object.keys(own.devDependencies)]
  expect(names.filter((name) => !why.includes(`\`${name}\``))).toEqual([])
})
