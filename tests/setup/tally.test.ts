import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tallyPlaywright, tallyVitest } from '@/scripts/test/tally'

const folder = mkdtempSync(join(tmpdir(), 'tally-'))
function written(name: string, report: unknown): string {
  const file = join(folder, name)
  writeFileSync(file, JSON.stringify(report))
  return file
}

describe('the end of a test run', () => {
  it('names what failed in vitest, by file, test and first line of the reason', () => {
    const file = written('data.json', {
      numPassedTests: 3,
      numFailedTests: 1,
      testResults: [
        {
          name: resolve('tests/data/submit.test.ts'),
          status: 'failed',
          assertionResults: [
            { fullName: 'submit keeps', status: 'passed' },
            { fullName: 'submit grades', status: 'failed', failureMessages: ['1 is not 2\nat x'] },
          ],
        },
        { name: resolve('tests/a.test.ts'), status: 'failed', message: 'no', assertionResults: [] },
      ],
    })
    expect(tallyVitest(file, 1)).toEqual({
      passed: 3,
      failed: 1,
      failures: ['tests/data/submit.test.ts › submit grades › 1 is not 2', 'tests/a.test.ts › no'],
    })
  })

  it('names what failed in the browser, and what passed only when repeated', () => {
    const file = written('e2e.json', {
      stats: { expected: 5, unexpected: 0, flaky: 1 },
      suites: [
        {
          file: 'quiz.spec.ts',
          specs: [],
          suites: [
            {
              file: 'quiz.spec.ts',
              specs: [
                { title: 'saves', tests: [{ status: 'flaky', results: [{}, {}] }] },
                { title: 'loads', tests: [{ status: 'expected', results: [{}] }] },
              ],
            },
          ],
        },
      ],
    })
    expect(tallyPlaywright(file, 0)).toEqual({
      passed: 5,
      failed: 1,
      failures: ['tests/e2e/quiz.spec.ts › saves'],
    })
  })

  it('counts a run without a report as a failure', () => {
    expect(tallyVitest(join(folder, 'none.json'), 1)).toEqual({
      passed: 0,
      failed: 1,
      failures: [],
    })
  })
})
