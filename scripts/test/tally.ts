import { existsSync, readFileSync } from 'node:fs'

/** How a step of the test run ended. */
export type Tally = { passed: number; failed: number }

/** A step that is no test run counts as one. */
export const one = (passed: boolean): Tally => ({ passed: passed ? 1 : 0, failed: passed ? 0 : 1 })

/** Sums up; of no steps it is zero. */
export function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (total, { passed, failed }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
    }),
    { passed: 0, failed: 0 },
  )
}

/**
 * Counts what vitest wrote as JSON. A run that failed without a failing test (a file that does not
 * load, no report at all) counts as one failure.
 * @param code the exit code of the run
 */
export function tallyVitest(file: string, code: number): Tally {
  const report = readReport<{ numPassedTests: number; numFailedTests: number }>(file)
  return honest({ passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }, code)
}

/** The same for Playwright; a test that passed only when repeated counts as failed. */
export function tallyPlaywright(file: string, code: number): Tally {
  const report = readReport<{
    stats: { expected: number; unexpected: number; flaky: number }
  }>(file)
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {}
  return honest({ passed: expected, failed: unexpected + flaky }, code)
}

const honest = ({ passed, failed }: Tally, code: number): Tally =>
  code !== 0 && failed === 0 ? { passed, failed: 1 } : { passed, failed }

function readReport<T>(file: string): T | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
