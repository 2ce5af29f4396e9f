import { existsSync, readFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'

/** How a step of the test run ended, and the names of the tests that failed, as far as they are known. */
export type Tally = { passed: number; failed: number; failures: string[] }

/** A step that is no test run counts as one. */
export const one = (passed: boolean): Tally => ({
  passed: passed ? 1 : 0,
  failed: passed ? 0 : 1,
  failures: [],
})

/** Sums up; of no steps it is zero. */
export function sum(tallies: Tally[]): Tally {
  return tallies.reduce(
    (total, { passed, failed, failures }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      failures: [...total.failures, ...failures],
    }),
    { passed: 0, failed: 0, failures: [] },
  )
}

type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  testResults?: {
    name: string
    status: string
    message?: string
    assertionResults: { fullName: string; status: string; failureMessages?: string[] | null }[]
  }[]
}

/**
 * Counts what vitest wrote as JSON. A run that failed without a failing test (a file that does not
 * load, no report at all) counts as one failure.
 * @param code the exit code of the run
 */
export function tallyVitest(file: string, code: number): Tally {
  const report = readReport<VitestReport>(file)
  const failures = (report?.testResults ?? []).flatMap(
    ({ name, status, message, assertionResults }) => {
      const tests = assertionResults
        .filter((test) => test.status === 'failed')
        .map((test) => named(name, test.fullName, test.failureMessages?.[0]))
      return status === 'failed' && tests.length === 0 ? [named(name, '', message)] : tests
    },
  )
  const counts = { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }
  return honest({ ...counts, failures }, code)
}

type PlaywrightSuite = {
  file: string
  suites?: PlaywrightSuite[]
  specs: {
    title: string
    tests: { status: string; results: { error?: { message?: string } }[] }[]
  }[]
}

/** The same for Playwright; a test that passed only when repeated counts as failed. */
export function tallyPlaywright(file: string, code: number): Tally {
  const report = readReport<{
    stats: { expected: number; unexpected: number; flaky: number }
    suites?: PlaywrightSuite[]
  }>(file)
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {}
  const failures = (report?.suites ?? []).flatMap(failuresOf)
  return honest({ passed: expected, failed: unexpected + flaky, failures }, code)
}

const failuresOf = ({ file, specs, suites = [] }: PlaywrightSuite): string[] => [
  ...specs.flatMap(({ title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) =>
        named(file, title, results.find(({ error }) => error !== undefined)?.error?.message),
      ),
  ),
  ...suites.flatMap(failuresOf),
]

const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

/** File, test and the first line of what went wrong: enough to begin with, when only the end is kept. */
function named(file: string, title: string, message = ''): string {
  const place = relative('.', resolve('tests/e2e', file))
  const [reason = ''] = message.replace(COLOURS, '').split('\n')
  return [place, title, reason].filter((part) => part !== '').join(' › ')
}

const honest = ({ passed, failed, failures }: Tally, code: number): Tally => ({
  passed,
  failed: code !== 0 && failed === 0 ? 1 : failed,
  failures,
})

function readReport<T>(file: string): T | undefined {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
