import { spawn } from 'node:child_process'
import { isStopping, onStop } from './lifecycle.mjs'

const running = new Set()
let registered = false

/**
 * Runs a program to its end; it is ended with us.
 * @param {string} program
 * @param {string[]} words its arguments
 * @param {import('node:child_process').SpawnOptions & { shown?: boolean }} options as for spawn;
 *   `shown` lets its output through instead of keeping it
 * @returns {Promise<{ code: number, output: string }>} its exit code (1 when it could not be
 *   started or was ended by a signal) and what it printed
 */
export function run(program, words, { shown = false, ...options } = {}) {
  if (!registered) onStop(endAll)
  registered = true
  return new Promise((resolve) => {
    if (isStopping()) return
    const stdio = shown ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe']
    const child = spawn(program, words, { stdio, ...options })
    const parts = []
    running.add(child)
    child.stdout?.on('data', (part) => parts.push(part))
    child.stderr?.on('data', (part) => parts.push(part))
    const settle = (code, more = '') => {
      running.delete(child)
      if (!isStopping()) resolve({ code, output: Buffer.concat(parts).toString() + more })
    }
    child.on('error', (error) => settle(1, error.message))
    child.on('close', (code) => settle(code ?? 1))
  })
}

async function endAll() {
  const alive = [...running].filter((child) => child.exitCode === null && child.signalCode === null)
  const ends = alive.map((child) => new Promise((resolve) => child.once('exit', resolve)))
  for (const child of alive) child.kill('SIGTERM')
  const late = setTimeout(() => {
    for (const child of alive) child.kill('SIGKILL')
  }, 5_000)
  await Promise.all(ends)
  clearTimeout(late)
}
