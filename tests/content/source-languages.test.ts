import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { factsSchema } from '@/lib/domain/course'

const FACTS = 'content/courses/paris-13-january/facts.yaml'
const read = (sources: object[]) =>
  factsSchema.safeParse({
    facts: [{ id: 'A1', text: 'A fact.', mark: 'P', asOf: '2026-11-22', sources }],
  }).success

it('a source says the language of its title as browsers know it, or nothing', () => {
  const source = { title: '中欧航天局局长举行视频会晤', publisher: 'CNSA' }
  for (const lang of ['zh-Hans', 'zh-Hant', 'ja', 'fr', 'fr-CH', undefined])
    expect(read([{ ...source, lang }]), String(lang)).toBe(true)
  for (const lang of ['Chinese', 'zh_CN', 'zh-hans', ''])
    expect(read([{ ...source, lang }]), lang).toBe(false)
})

it('every title in Chinese or Japanese says which it is', () => {
  const { facts } = factsSchema.parse(parse(readFileSync(FACTS, 'utf8')))
  const titles = facts
    .flatMap(({ sources }) => sources)
    .filter(({ title }) => /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(title))
  expect(titles.length).toBeGreaterThan(0)
  const isJapanese = (title: string) => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(title)
  for (const { title, lang } of titles)
    expect(lang, title).toMatch(isJapanese(title) ? /^ja$/ : /^zh-Han[st]$/)
})
