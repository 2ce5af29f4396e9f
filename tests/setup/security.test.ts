import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const VERDICTS = ['held', 'partly', 'missing', 'does not arise']

const rows = readFileSync('docs/security.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| V\d/.test(line))
  .map((line) => {
    const [number = '', what = '', verdict = '', by = ''] = line.slice(2, -2).split(' | ')
    return { number, what, verdict, by }
  })

/** Numbers as they are counted: V2.10.1 comes after V2.9.1. */
const order = (number: string): number =>
  number
    .slice(1)
    .split('.')
    .reduce((sum, part) => sum * 100 + Number(part), 0)

describe('the table of security', () => {
  it('has one row for each of the 253 requirements, in their order', () => {
    const numbers = rows.map(({ number }) => number)
    expect(new Set(numbers).size).toBe(253)
    expect(numbers).toHaveLength(253)
    expect(numbers).toEqual([...numbers].sort((one, other) => order(one) - order(other)))
  })

  it('gives each a verdict and says by what', () => {
    for (const { number, what, verdict, by } of rows) {
      expect(VERDICTS, number).toContain(verdict)
      expect(what.length, number).toBeGreaterThan(3)
      expect(by.length, number).toBeGreaterThan(3)
    }
  })

  it('names files and documents that are there', () => {
    const named = rows.flatMap(({ number, by }) => [
      ...[...by.matchAll(/`((?:app|components|docs|lib|public|scripts|tests)\/[^`]+)`/g)].map(
        ([, file = '']) => ({ number, file }),
      ),
      ...[...by.matchAll(/\]\(([^)]+)\)/g)].map(([, file = '']) => ({
        number,
        file: `docs/${file}`,
      })),
    ])
    expect(named.length).toBeGreaterThan(150)
    expect(named.filter(({ file }) => !existsSync(file))).toEqual([])
  })

  it('names tests that are there', () => {
    const tests = rows.flatMap(({ number, by }) =>
      [...by.matchAll(/`(tests\/[^`]+)` › “([^”]+)”/g)].map(([, file = '', title = '']) => ({
        number,
        file,
        title,
      })),
    )
    expect(tests.length).toBeGreaterThan(80)
    const missing = tests.filter(({ file, title }) => !readFileSync(file, 'utf8').includes(title))
    expect(missing).toEqual([])
  })
})
