import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { publishPassages, searchCourse } from '@/lib/data/search'
import { readQuery, type SearchPassage } from '@/lib/domain/search'
import { allRows } from '@/tests/support/rows'

afterAll(disconnect)

const passage = (href: string, title: string, text: string): SearchPassage => ({
  kind: 'lesson',
  href,
  context: 'A lesson',
  title,
  text,
})
const passages = [
  passage('lessons/smile#s-1', 'The shield', 'The magnetosphere keeps the solar wind off.'),
  passage(
    'lessons/smile#s-2',
    'Four instruments',
    'Two cameras watch auroras; two sensors measure.',
  ),
  passage(
    'lessons/moon#s-3',
    'Far side',
    'A relay satellite passes signals on. Nothing is 100 % sure.',
  ),
  passage('lessons/moon#s-4', 'Solar wind', 'Particles reach the ground of the Moon.'),
  {
    ...passage('glossary#term-telemetry', 'telemetry · 遥测', 'What a craft reports.'),
    kind: 'term',
  },
] satisfies SearchPassage[]

const found = async (query: string, course = 'searched') =>
  (await searchCourse(course, query, 10)).map(({ href }) => href)

beforeAll(async () => {
  await publishPassages('searched', passages)
  await publishPassages('other', [passage('lessons/x#s-9', 'Elsewhere', 'Solar wind elsewhere.')])
})

describe('the search of a course', () => {
  it('finds words in other forms and in any order, and those in a title first', async () => {
    expect(await found('wind solar')).toEqual(['lessons/moon#s-4', 'lessons/smile#s-1'])
    expect(await found('measuring sensor')).toEqual(['lessons/smile#s-2'])
  })
  it('finds a word by its beginning', async () => {
    expect(await found('magneto')).toEqual(['lessons/smile#s-1'])
  })
  it('reads quotation marks, minus and “or”', async () => {
    expect(await found('"wind solar"')).toEqual([])
    expect(await found('solar -particles')).toEqual(['lessons/smile#s-1'])
    expect((await found('aurora or relay')).sort()).toEqual([
      'lessons/moon#s-3',
      'lessons/smile#s-2',
    ])
  })
  it('finds a name in Chinese, whole or in part', async () => {
    expect(await found('遥测')).toEqual(['glossary#term-telemetry'])
    expect(await found('测')).toEqual(['glossary#term-telemetry'])
  })
  it('stays inside its course', async () => {
    expect(await found('elsewhere')).toEqual([])
    expect(await found('solar', 'other')).toEqual(['lessons/x#s-9'])
    expect(await found('solar', 'nowhere')).toEqual([])
  })
  it('gives the text round the words that were looked for, and marks them', async () => {
    const [hit] = await searchCourse('searched', 'magnetosphere', 10)
    expect(hit?.pieces).toEqual(['The ', 'magnetosphere', ' keeps the solar wind off.'])
  })
  it('gives at most as many as asked for', async () => {
    expect(await searchCourse('searched', 'solar', 1)).toHaveLength(1)
  })
  it.each([
    "'",
    '!!! & | ( : *',
    '" - or',
    '100 %',
    '\\',
    'the of and',
    '<b>',
    '*',
    ':*',
    'x\u0000y',
    '\uD800',
  ])('answers %j without an error', async (typed) => {
    expect(await searchCourse('searched', readQuery(typed), 10)).toBeInstanceOf(Array)
  })
})

it('answers what is far too long without an error', async () => {
  expect(await searchCourse('searched', readQuery('a'.repeat(5000)), 10)).toEqual([])
})

describe('publishing what can be searched', () => {
  it('changes no row when nothing has changed', async () => {
    const before = await allRows()
    expect(await publishPassages('searched', passages)).toBe(false)
    expect(await allRows()).toEqual(before)
  })
  it('leaves nothing of the former text to be found', async () => {
    const [, ...others] = passages.map((each) => ({ ...each, href: `new/${each.href}` }))
    await publishPassages('changing', passages)
    expect(await publishPassages('changing', others)).toBe(true)
    expect(await found('magnetosphere', 'changing')).toEqual([])
    expect(await found('relay', 'changing')).toEqual(['new/lessons/moon#s-3'])
    expect(await db().searchPassage.count({ where: { courseSlug: 'changing' } })).toBe(4)
  })
  it('can find a passage by its index alone', async () => {
    const plan = await db().$transaction(async (transaction) => {
      await transaction.$executeRaw`set local enable_seqscan = off`
      return transaction.$queryRaw<{ 'QUERY PLAN': string }[]>`
        explain select from "SearchPassage" where vector @@ websearch_to_tsquery('english', 'solar')`
    })
    expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toContain('SearchPassage_vector_idx')
  })
})
