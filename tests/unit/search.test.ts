import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutAs, excerpt } from '@/lib/domain/excerpt'
import { searchPassages, spread } from '@/lib/domain/search'
import {
  asked,
  LONGEST_QUERY,
  MOST_WORDS,
  plain,
  readQuery,
  searchable,
} from '@/lib/domain/search-words'
import { readSample } from '@/tests/content/support'
import { the } from '@/tests/support/the'

describe('an excerpt', () => {
  it('leaves a short text whole', () => {
    expect(excerpt(['The ', 'wind', ' blows.'])).toEqual(['The ', 'wind', ' blows.'])
    expect(excerpt(['Nothing to see.'])).toEqual(['Nothing to see.'])
  })
  it('begins shortly before the first match, at a word', () => {
    const [before, match] = excerpt([`${'word '.repeat(100)}and `, 'wind', ' blows.'])
    expect(before).toMatch(/^… (word )+and $/)
    expect((before ?? '').length).toBeLessThanOrEqual(95)
    expect(match).toBe('wind')
  })
  it('ends between words and is never much longer than a few lines', () => {
    const pieces = excerpt(['The ', 'wind', ` blows ${'onward '.repeat(100)}`])
    expect(pieces.join('')).toMatch(/onward …$/)
    expect(pieces.join('').length).toBeLessThan(300)
  })
  it('shows every match that still fits, in its place', () => {
    expect(excerpt(['a ', 'wind', ' b ', 'wind', ' c'])).toEqual([
      'a ',
      'wind',
      ' b ',
      'wind',
      ' c',
    ])
  })
})

describe('a text that was found', () => {
  it('is marked where its words are, in its own signs', () => {
    expect(cutAs(['a  ', 'historic', '  day '], 'A “historic” day.')).toEqual([
      'A “',
      'historic',
      '” day.',
    ])
  })
  it('has one mark for words that only a sign parts', () => {
    const words = ['the ', 'chang', ' ', 'e', ' ', '6', ' and ', 'moon', ' ', 'far', ' side']
    expect(cutAs(words, 'The Chang’e-6 and Moon far side')).toEqual([
      'The ',
      'Chang’e-6',
      ' and ',
      'Moon',
      ' ',
      'far',
      ' side',
    ])
  })
})

describe('the words of a text', () => {
  it('are plain letters and digits with blanks between them, and decimal numbers whole', () => {
    expect(searchable('“Historic”… Chang’e-6')).toBe(' historic   chang e 6')
    expect(searchable('2000–2030: 1.5 km² (ESA/CNSA).')).toBe('2000 2030  1.5 km2  esa cnsa  ')
    expect(searchable('Télémesure, Tiāngōng · 遥测')).toBe('telemesure  tiangong   遥测')
  })
  it('stand where they stand in the text, whatever its signs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { length } = text.normalize('NFC')
        expect([plain(text).length, searchable(text).length]).toEqual([length, length])
        expect(searchable(text)).not.toMatch(/[^\p{L}\p{Nd}. ]/u)
      }),
      { seed: 20260113, numRuns: 1000 },
    )
  })
})

describe('a query', () => {
  it('is what was typed, without what cannot be searched', () => {
    expect(readQuery('  solar\u0000wind \uD800 ')).toBe('solar wind')
    expect(readQuery(undefined)).toBe('')
    expect(readQuery('a'.repeat(500))).toHaveLength(LONGEST_QUERY)
    expect(readQuery(`${'a'.repeat(LONGEST_QUERY - 1)}😀`)).toBe('a'.repeat(LONGEST_QUERY - 1))
  })
  it('is searched by whole words, and by the beginning of the last from three letters on', () => {
    expect(asked('solar magneto').begun).toBe('solar & magneto:*')
    expect(asked('Solar mag').begun).toBe('solar & mag:*')
    expect(asked('solar ma').begun).toBe('solar & ma')
    expect(asked('2000–2030').begun).toBe('2000 & 2030')
  })
  it.each(["Chang'e-6", 'Chang’e-6', 'chang‘e 6', 'CHANG’E–6'])(
    'is the same words whatever the signs between them: %s',
    (typed) => expect(asked(typed)).toMatchObject({ whole: 'chang e 6', begun: 'chang & e & 6' }),
  )
  it.each([
    ['"solar wind"', '"solar wind"'],
    ['“solar wind”', '"solar wind"'],
    ['solar -wind', 'solar -wind'],
    ['solar or wind', 'solar or wind'],
    ['%&!', ''],
    ['- —', ''],
  ])('keeps the signs of an exact search, and then no word goes on: %s', (typed, whole) =>
    expect(asked(typed)).toMatchObject({ whole, begun: null, within: null }),
  )
  it.each([
    ['e '.repeat(60), 'e'],
    ['solar wind solar Wind', 'solar wind'],
    ['solar wind or solar -moon -moon', 'solar wind or solar -moon'],
    ['"solar wind" wind "solar wind"', '"solar wind" wind'],
    ['or or solar or or wind or', 'solar or wind'],
  ])('says no word again: %s', (typed, whole) =>
    expect(asked(typed)).toMatchObject({ whole, isCut: false }),
  )
  it.each([
    ['a b c d e f g h i j', 'a b c d e f g h'],
    ['a b c d e f "g h i" j', 'a b c d e f "g h"'],
    ['a b c d e f g h -i', 'a b c d e f g h'],
    ['a b c d e f -"g h i" j', 'a b c d e f j'],
  ])('is cut after eight words, and then says so: %s', (typed, whole) =>
    expect(asked(typed)).toMatchObject({ whole, isCut: true }),
  )
  it('has at most eight words, whatever is typed', () => {
    const sign = fc.constantFrom('a', 'b', 'c', 'd', '1', ' ', '"', '-', ' or ', '.', '’', '遥')
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 120 }), (signs) => {
        const { whole, words } = asked(readQuery(signs.join('')))
        const terms = whole.split(' ').filter((term) => term !== 'or' && term !== '')
        expect(terms.length).toBeLessThanOrEqual(MOST_WORDS)
        expect(new Set(words).size).toBe(words.length)
        for (const word of words) expect(word).toMatch(/^[\p{L}\p{Nd}.]+(:\*)?$/u)
      }),
      { seed: 20260113, numRuns: 1000 },
    )
  })
  it('names the words that are looked for, without those to leave out', () => {
    expect(asked('solar "far side" -moon or relay').words).toEqual([
      'solar',
      'far',
      'side',
      'relay',
    ])
    expect(asked('solar magneto').words).toEqual(['solar', 'magneto:*'])
  })
  it('is looked for as it stands only where it is a name of two signs in Chinese', () => {
    expect(asked('《嫦娥》').within).toBe('嫦娥')
    expect(['娥', 'the', '-', 'e'].map((typed) => asked(typed).within)).toEqual(Array(4).fill(null))
  })
})

describe('what can be searched of a course', () => {
  const passages = searchPassages(the(readSample().course))
  const at = (href: string) => passages.find((passage) => passage.href === href)

  it('has a passage for each lesson: its title, its summary and its objectives', () => {
    expect(at('lessons/first')).toEqual({
      kind: 'lesson',
      href: 'lessons/first',
      context: '',
      title: 'The first lesson',
      text: 'It is about a meeting. Say when the heads met.',
    })
  })
  it('has one for each heading, which leads to it', () => {
    expect(at('lessons/first#what-happened')).toMatchObject({
      context: 'The first lesson',
      title: 'What happened',
      text: '',
    })
  })
  it('names an address once', () => {
    const hrefs = passages.map(({ href }) => href)
    expect(new Set(hrefs).size).toBe(hrefs.length)
  })
})

describe('the hits of a search', () => {
  const hit = (title: string, sentence: number) => ({ href: `lessons/smile#s-${sentence}`, title })

  it('name a section twice at most among the first twenty, and the rest after, in their order', () => {
    const hits = [1, 2, 3, 4].map((at) => hit('Orbit', at)).concat(hit('Name', 5), hit('Orbit', 6))
    expect(
      spread(hits)
        .map(({ href }) => href.slice(-1))
        .join(''),
    ).toBe('125346')
  })
  it('are all there', () => {
    const hits = Array.from({ length: 40 }, (_, at) => hit(`Section ${at % 7}`, at))
    const shown = spread(hits)
    expect(new Set(shown)).toEqual(new Set(hits))
    expect(shown).toHaveLength(40)
  })
  it('keep their order where no section has more than two', () => {
    const hits = Array.from({ length: 40 }, (_, at) => hit(`Section ${at >> 1}`, at))
    expect(spread(hits)).toEqual(hits)
  })
})
