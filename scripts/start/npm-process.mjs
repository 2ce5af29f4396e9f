import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { stop } from './lifecycle.mjs'

const SECOND = 1_000

/**
 * Ends us when the npm that started us ends. npm hands a signal to the shell between us and it,
 * and that shell dies without telling anybody; nobody types the number of our own process.
 */
export function stopWithNpm() {
  if (!process.env.npm_lifecycle_event || process.platform === 'win32') return
  const shell = process.ppid
  const { parent: npm, words } = look(shell) ?? {}
  const isShell = /\bscripts\/\w+\.mjs/.test(words ?? '')
  setInterval(() => {
    if (process.ppid !== shell || (isShell && look(shell)?.parent !== npm)) void stop(0)
  }, SECOND).unref()
}

/** The parent and the command line of a process. */
function look(pid) {
  try {
    if (existsSync('/proc/self/stat')) {
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) \S /s, '')
      const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      return { parent: Number.parseInt(stat, 10), words }
    }
    const line = execFileSync('ps', ['-ww', '-o', 'ppid=,args=', '-p', String(pid)], {
      encoding: 'utf8',
    })
    return { parent: Number.parseInt(line, 10), words: line }
  } catch {
    return undefined
  }
}
