import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { run } from './child.mjs'
import { progress } from './progress.mjs'
import { Refusal } from './refusal.mjs'
import { root } from './settings.mjs'

/**
 * Installs what the lockfile names, unless it is there already.
 * @param {{ development: boolean }} wanted development: the packages that only tests need, too
 * @throws {Refusal} when npm fails
 */
export async function installPackages({ development }) {
  if (isInstalled(development)) return
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  if (development) words.push('--include=dev')
  await progress('Packages', 'installing from the lockfile, about a minute', async () => {
    const { code, output } = await npm(words)
    if (code === 0) return
    console.error(output.trimEnd())
    throw new Refusal("The packages can't be installed: npm says why above.")
  })
}

/**
 * Whether each package of the lockfile stands in node_modules in the version that it names. npm
 * writes its own account of node_modules as the last step of an install.
 */
function isInstalled(development) {
  const account = path.join(root, 'node_modules/.package-lock.json')
  if (!existsSync(account)) return false
  const { packages: present } = JSON.parse(readFileSync(account, 'utf8'))
  const { packages: wanted } = JSON.parse(
    readFileSync(path.join(root, 'package-lock.json'), 'utf8'),
  )
  return Object.entries(wanted).every(([place, entry]) => {
    if (!place) return true
    if (present[place]) return present[place].version === entry.version
    return entry.optional || entry.devOptional || entry.peer || (entry.dev && !development)
  })
}

/**
 * Runs npm: the very one that started us where there is one.
 * @param {string[]} words
 * @returns {Promise<{ code: number, output: string }>}
 */
export function npm(words) {
  const script = process.env.npm_execpath
  if (script && /\.c?js$/.test(script))
    return run(process.execPath, [script, ...words], { cwd: root })
  return run('npm', words, { cwd: root, shell: process.platform === 'win32' })
}
