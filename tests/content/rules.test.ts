import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import { rules } from '@/lib/content/check'

const namesIn = (folder: string, ending: string) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .sort()

it('runs every rule of the folder, under the name of its file', async () => {
  const files = namesIn('lib/content/rules', '.ts')
  expect(Object.keys(rules).sort()).toEqual(files)
  for (const [name, rule] of Object.entries(rules))
    expect((await import(`@/lib/content/rules/${name}.ts`)).rule).toBe(rule)
})

it('has a table of breaches for every rule', () => {
  expect(namesIn('tests/content/rules', '.test.ts')).toEqual(Object.keys(rules).sort())
})
