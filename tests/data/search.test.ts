import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { publishPassages, searchCourse } from '@/lib/data/search'
import { refuse } from '@/lib/domain/outcome'
import type { Found, SearchPassage } from '@/lib/domain/search'
import { readQuery, searchable } from '@/lib/domain/search-words'
import { env } from '@/lib/env'
import { adminUrl } from '@/tests/support/database'
import { allRows } from '@/tests/support/rows'
import { statementsOf } from '@/tests/support/statements'

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
    ...passage('glossary#term-telemetry', 'telemetry · 遥测系统', 'What a craft’s 遥测系统 says.'),
    kind: 'term',
  },
] satisfies SearchPassage[]

const search = async (query: string, course = 'searched', limit = 10): Promise<Found> => {
  const answer = await searchCourse(course, query, limit)
  if (!answer.ok) throw new Error(answer.rejection)
  return answer.value
}
const hrefs = ({ hits }: Found) => hits.map(({ href }) => href)
/** Those that hold all of the words. */
const found = async (query: string, course = 'searched') => {
  const answer = await search(query, course)
  return answer.isPartial ? [] : hrefs(answer)
}

beforeAll(async () => {
  await publishPassages('searched', passages)
  await publishPassages('other', [passage('lessons/x#s-9', 'Elsewhere', 'Solar wind elsewhere.')])
})

describe('the search of a course', () => {
  it('finds words in other forms and in any order, and those in a title first', async () => {
    expect(await found('wind solar')).toEqual(['lessons/moon#s-4', 'lessons/smile#s-1'])
    expect(await found('measuring sensor')).toEqual(['lessons/smile#s-2'])
  })
  it('finds the last word by its beginning, from three letters on, and the others whole', async () => {
    expect(await found('solar magneto')).toEqual(['lessons/smile#s-1'])
    expect(await found('magneto solar')).toEqual([])
    expect(await found('mag')).toEqual(['lessons/smile#s-1'])
    expect(await found('ma')).toEqual([])
  })
  it('reads quotation marks, minus and “or”', async () => {
    expect(await found('"wind solar"')).toEqual([])
    expect(await found('solar -particles')).toEqual(['lessons/smile#s-1'])
    expect((await found('aurora or relay')).sort()).toEqual([
      'lessons/moon#s-3',
      'lessons/smile#s-2',
    ])
  })
  it('finds a name in Chinese, whole or in part, and marks it', async () => {
    expect(await found('遥测系统')).toEqual(['glossary#term-telemetry'])
    expect(await found('“测系”')).toEqual(['glossary#term-telemetry'])
    const [hit] = (await search('测系')).hits
    expect(hit?.pieces).toEqual(['What a craft’s 遥', '测系', '统 says.'])
  })
  it.each(['the', 'of', '-', 'the of and', '…', 'e', '-solar', 'solar or -wind', ' '])(
    'finds nothing where there is no word to look for: %j',
    async (typed) => expect(await found(readQuery(typed))).toEqual([]),
  )
  it('stays inside its course', async () => {
    expect(await found('elsewhere')).toEqual([])
    expect(await found('solar', 'other')).toEqual(['lessons/x#s-9'])
    expect(await found('solar', 'nowhere')).toEqual([])
  })
  it('gives the text round the words that were looked for, and marks them', async () => {
    const [hit] = (await search('magnetosphere')).hits
    expect(hit?.pieces).toEqual(['The ', 'magnetosphere', ' keeps the solar wind off.'])
  })
  it('gives at most as many as asked for', async () => {
    expect((await search('solar', 'searched', 1)).hits).toHaveLength(1)
    expect((await search('solar banana', 'searched', 1)).hits).toHaveLength(1)
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
    expect((await search(readQuery(typed))).hits).toBeInstanceOf(Array)
  })
})

it('answers what is far too long without an error', async () => {
  expect((await search(readQuery('a'.repeat(5000)))).hits).toEqual([])
})

describe('words that no place has all of', () => {
  it('lead to places that have some, those with most of them first, and mark them', async () => {
    const { hits, isPartial } = await search('solar relay wind')
    expect(isPartial).toBe(true)
    expect(hits.map(({ href }) => href)).toEqual([
      'lessons/moon#s-4',
      'lessons/smile#s-1',
      'lessons/moon#s-3',
    ])
    expect(hits[2]?.pieces).toEqual([
      'A ',
      'relay',
      ' satellite passes signals on. Nothing is 100 % sure.',
    ])
  })
  it('are told apart: those that nothing in the course has, but for such as “the”', async () => {
    expect((await search('the solar banana')).unknown).toEqual(['banana'])
    expect((await search('zzz')).unknown).toEqual(['zzz'])
    expect((await search('elsewhere')).unknown).toEqual(['elsewhere'])
    expect((await search('the of')).unknown).toEqual([])
  })
  it('lead nowhere where they were to be exact, or where none is in the course', async () => {
    expect(await search('"wind solar"')).toMatchObject({ hits: [], isPartial: false, unknown: [] })
    expect(await search('"solar wnd"')).toMatchObject({ hits: [], unknown: ['wnd'] })
    expect(await search('banana zzz')).toMatchObject({ hits: [], isPartial: false })
  })
  it('cost a second statement, and all others one', async () => {
    const statements = async (query: string) =>
      (await statementsOf(() => search(query))).sent.length
    expect(await statements('solar wind')).toBe(1)
    expect(await statements('遥测')).toBe(1)
    expect(await statements('solar banana')).toBe(2)
    expect(await statements('—')).toBe(1)
  })
})

describe('while the database is slow', () => {
  it('a search gives up by itself, and nobody else waits for it', async () => {
    const client = new pg.Client({ connectionString: env().databaseUrl })
    await client.connect()
    try {
      await client.query('begin; lock "SearchPassage" in access exclusive mode')
      const order: string[] = []
      const all = Array.from({ length: 30 }, () =>
        searchCourse('searched', 'solar', 10).finally(() => order.push('search')),
      )
      const count = db()
        .user.count()
        .finally(() => order.push('count'))
      // The lock is held until the end: what comes back has given up by itself.
      expect(await Promise.all(all)).toEqual(Array(30).fill(refuse('busy')))
      expect(await count).toBe(0)
      expect(order.indexOf('count')).toBe(0)
    } finally {
      await client.end()
    }
    expect(await found('magnetosphere')).toEqual(['lessons/smile#s-1'])
  })
})

describe('a text set with typographic signs and accents', () => {
  beforeAll(() =>
    publishPassages('typeset', [
      passage(
        'l#moon',
        'The far side',
        'On 6 May the probe “Chang’e-6” left; Chang’e-5 had landed.',
      ),
      passage('l#five', 'Before it', 'Chang’e-5 brought 1.731 kg. The next one followed.'),
      passage('l#day', 'A “historic” day', 'It was “historic”—in CNSA’s words…'),
      passage(
        'l#plan',
        'Plans',
        'The years 2000–2030, “Tianguan” (天关) and 10\u00A0km²: ESA/CNSA.',
      ),
      passage('l#words', 'télémesure', 'Poursuite, te\u0301le\u0301mesure et Tiāngōng.'),
    ]),
  )
  it.each([
    ["Chang'e-6", ['l#moon']],
    ['Chang’e-6', ['l#moon']],
    ['Chang’e 6', ['l#moon']],
    ['"Chang’e-5"', ['l#five', 'l#moon']],
    ['historic', ['l#day']],
    ['“historic”', ['l#day']],
    ['2000–2030', ['l#plan']],
    ['2000-2030', ['l#plan']],
    ['2030', ['l#plan']],
    ['Tianguan', ['l#plan']],
    ['tiangong', ['l#words']],
    ['Tiāngōng', ['l#words']],
    ['telemesure', ['l#words']],
    ['TÉLÉMESURE', ['l#words']],
    ['天关', ['l#plan']],
    ['km2', ['l#plan']],
    ['1.731', ['l#five']],
    ['esa', ['l#plan']],
    ['CNSA', ['l#day', 'l#plan']],
  ])('is found by what is typed: %s', async (typed, hrefs) => {
    expect((await found(readQuery(typed), 'typeset')).sort()).toEqual(hrefs)
  })
  it('is shown as it is set, with the words that were looked for marked', async () => {
    const pieces = async (query: string) =>
      (await search(query, 'typeset', 1)).hits.map((hit) => hit.pieces)
    expect(await pieces('"Chang\'e-6"')).toEqual([
      ['On ', '6', ' May the probe “', 'Chang’e-6', '” left; ', 'Chang’e', '-5 had landed.'],
    ])
    expect(await pieces('historic')).toEqual([['It was “', 'historic', '”—in CNSA’s words…']])
    expect(await pieces('telemesure')).toEqual([['Poursuite, ', 'télémesure', ' et Tiāngōng.']])
  })
})

it.each(['C', 'C.UTF-8'])('reads the same words under the locale %s', async (locale) => {
  const name = `locale_${randomUUID().replaceAll('-', '')}`
  const query = async (database: string, sql: string, values: string[] = []) => {
    const url = new URL(adminUrl())
    url.pathname = `/${database}`
    const client = new pg.Client({ connectionString: url.href })
    await client.connect()
    return client.query(sql, values).finally(() => client.end())
  }
  await query(
    'postgres',
    `create database ${name} template template0 locale_provider builtin builtin_locale '${locale}'`,
  )
  const words = searchable('A “historic” landing: Chang’e-6, 2000–2030, télémesure…')
  const { rows } = await query(name, `select to_tsvector('english', $1)::text as vector`, [words])
  expect(rows[0].vector).toBe(
    "'2000':7 '2030':8 '6':6 'chang':4 'e':5 'histor':2 'land':3 'telemesur':9",
  )
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
