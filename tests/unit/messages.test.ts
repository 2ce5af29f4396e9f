import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import messages from '@/content/messages/en.json'

const files = ['app', 'components'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => path.join(folder, name)),
)

const has = (key: string): boolean => {
  let at: unknown = messages
  for (const name of key.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, name)) return false
    at = (at as Record<string, unknown>)[name]
  }
  return true
}

const NAMED = /const (\w+) = (?:await getTranslations|useTranslations)\((?:'([^']*)')?\)/g
const AT_ONCE = /\(await getTranslations\('([^']*)'\)\)\('([\w.-]+)'/g

/** The words that a file asks for by a fixed name, each with every place where it may stand. */
function askedIn(text: string): { key: string; places: string[] }[] {
  const places = new Map<string, string[]>()
  for (const [, name = '', group] of text.matchAll(NAMED))
    places.set(name, [...(places.get(name) ?? []), group ?? ''])
  const named = [...places].flatMap(([name, groups]) => {
    const call = `(?<![\\w.])${name}(?:\\.raw|\\.rich)?\\(\\s*`
    const fixed = [...text.matchAll(new RegExp(`${call}'([\\w.-]+)'`, 'g'))]
    const either = text.matchAll(
      new RegExp(`${call}[^'()\`]*\\?\\s*'([\\w.-]+)'\\s*:\\s*'([\\w.-]+)'`, 'g'),
    )
    const keys = [...fixed, ...either].flatMap(([, ...found]) => found)
    return keys.map((key) => ({
      key,
      places: groups.map((group) => (group === '' ? key : `${group}.${key}`)),
    }))
  })
  const once = [...text.matchAll(AT_ONCE)].map(([, group, key = '']) => ({
    key,
    places: [`${group}.${key}`],
  }))
  return [...named, ...once]
}

it('finds words in the catalogue for all that pages and components say', () => {
  const asked = files.flatMap((file) =>
    askedIn(readFileSync(file, 'utf8')).map((each) => ({ file, ...each })),
  )
  expect(asked.length).toBeGreaterThan(300)
  expect(asked.filter(({ places }) => !places.some(has))).toEqual([])
})
