// Run after `npm install`. A registry that lacks a platform's build leaves it out of the lockfile,
// and then `npm ci` fails on that platform or installs nothing native. The entries are derived
// from what the parent package asks for. Hosts are taken out: each user's own registry counts.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const LOCKFILE = path.resolve(import.meta.dirname, '../package-lock.json')
const PLATFORM =
  /-(?:(wasm32)-wasi|(android|darwin|freebsd|linux|openharmony|win32|windows)-(arm64|arm|x64|ia32|loong64|mips64el|ppc64|riscv64|s390x)(?:-(gnu|musl|msvc|gnueabihf|musleabihf|eabi))?)$/

/** The place where a package finds a dependency: beside it, or in a folder further up. */
function findPlace(packages, from, name) {
  for (let base = from; ; ) {
    const place = `${base ? `${base}/` : ''}node_modules/${name}`
    if (packages[place]) return place
    if (!base) return undefined
    const end = base.lastIndexOf('/node_modules/')
    base = end < 0 ? '' : base.slice(0, end)
  }
}

/** The lock entry of a platform's build; undefined where name or version do not tell it exactly. */
function platformEntry(name, range, parent) {
  const found = PLATFORM.exec(name)
  const version = /^[\^~]?(\d[\w.+-]*)$/.exec(range)?.[1]
  if (!found || !version) return undefined
  const [, wasm, system, cpu, abi] = found
  const os = system === 'windows' ? 'win32' : system
  return {
    version,
    cpu: [wasm ?? cpu],
    ...(parent.dev && { dev: true }),
    ...(parent.devOptional && { devOptional: true }),
    ...(abi?.startsWith('musl') && { libc: ['musl'] }),
    ...(abi === 'gnu' && os === 'linux' && { libc: ['glibc'] }),
    optional: true,
    ...(os && { os: [os] }),
  }
}

const lock = JSON.parse(readFileSync(LOCKFILE, 'utf8'))
let added = 0
for (const [place, entry] of Object.entries(lock.packages)) {
  delete entry.resolved
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    if (findPlace(lock.packages, place, name)) continue
    const made = platformEntry(name, range, entry)
    if (made) added++
    else console.error(`No entry could be made for ${name} ${range}, wanted by ${place}.`)
    if (made) lock.packages[`node_modules/${name}`] = made
    else process.exitCode = 1
  }
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1))
lock.packages = Object.fromEntries(sorted)
writeFileSync(LOCKFILE, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`Lockfile: ${added} entries for other platforms added.`)
