import { requireFreePort, requireReachable } from './start/address.mjs'
import { takeFolder } from './start/folder-lock.mjs'
import { fail, stop, stopOnSignals } from './start/lifecycle.mjs'
import { stopWithNpm } from './start/npm-process.mjs'
import { installPackages } from './start/packages.mjs'
import { loadEnvFiles, readSettings, root } from './start/settings.mjs'

/**
 * Runs one command from the project's folder: a Refusal becomes its sentence and exit code 1.
 * @param {() => Promise<number | undefined>} command gives the exit code, or undefined to stay
 */
export async function launch(command) {
  process.chdir(root)
  stopOnSignals()
  stopWithNpm()
  try {
    const code = await command()
    if (code !== undefined) await stop(code)
  } catch (error) {
    await fail(error)
  }
}

/**
 * Installs what is missing; from then on TypeScript can be imported.
 * @param {{ development: boolean }} packages whether those that only tests need belong to it
 */
export async function prepare(packages) {
  await installPackages(packages)
  await readTypeScript()
}

/** From here on TypeScript can be imported; the packages must be there. */
export async function readTypeScript() {
  const { register } = await import('tsx/esm/api')
  register()
}

/**
 * Serves the application until it is stopped. Whatever can be refused is refused before anything
 * slow is begun.
 * @param {'start' | 'dev'} command
 */
export async function serveApplication(command) {
  loadEnvFiles()
  const settings = readSettings(process.env)
  const { recovered } = await takeFolder(settings.dataFolder)
  // A server whose starter was killed ends by itself, but a moment later.
  await requireFreePort(settings.port, recovered ? 10_000 : 0)
  if (settings.databaseUrl) await requireReachable(settings.databaseUrl)
  await prepare({ development: command === 'dev' })
  const { serve } = await import('./start/serve.ts')
  return serve(command, settings)
}
