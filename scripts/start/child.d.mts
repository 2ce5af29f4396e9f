import type { SpawnOptions } from 'node:child_process'

/**
 * Runs a program to its end; it is ended with us. `shown` lets its output through instead of
 * keeping it. Gives its exit code (1 when it could not be started or was ended by a signal) and
 * what it printed.
 */
export function run(
  program: string,
  words: string[],
  options?: SpawnOptions & { shown?: boolean },
): Promise<{ code: number; output: string }>
