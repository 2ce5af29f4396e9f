import { Refusal } from './refusal.mjs'

const endings = []
let stopping

/**
 * Registers work for the end of the process; what was registered last ends first.
 * @param {() => void | Promise<void>} ending
 */
export function onStop(ending) {
  endings.push(ending)
}

/** @returns {boolean} whether the end has begun */
export const isStopping = () => stopping !== undefined

/**
 * Ends everything that was registered and then the process; further calls change nothing.
 * @param {number} code the exit code
 * @returns {Promise<never>}
 */
export function stop(code) {
  stopping ??= end(code)
  return stopping
}

async function end(code) {
  for (const ending of endings.reverse()) {
    try {
      await ending()
    } catch (error) {
      console.error(error)
    }
  }
  process.exit(code)
}

/**
 * Says why the work failed and stops with exit code 1: a Refusal is its sentence alone.
 * @param {unknown} error
 */
export function fail(error) {
  if (!isStopping()) console.error(error instanceof Refusal ? error.message : error)
  return stop(1)
}

/** Ctrl-C, a closed terminal and a polite kill end everything in order. */
export function stopOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0))
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
}
