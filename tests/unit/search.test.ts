import { describe, expect, it } from 'vitest'
import { excerpt, LONGEST_QUERY, prefixQuery, readQuery } from '@/lib/domain/search'

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

describe('a query', () => {
  it('is what was typed, without what cannot be searched', () => {
    expect(readQuery('  solar\u0000wind \uD800 ')).toBe('solar wind')
    expect(readQuery(undefined)).toBe('')
    expect(readQuery('a'.repeat(500))).toHaveLength(LONGEST_QUERY)
  })
  it('is also searched by the beginnings of its words', () => {
    expect(prefixQuery('solar magneto')).toBe('solar:* & magneto:*')
    expect(prefixQuery("Chang'e-6!")).toBe('Chang:* & e:* & 6:*')
  })
  it.each(['"solar wind"', 'solar -wind', 'solar or wind', '%&!'])(
    'but not where it is exact or holds no word: %s',
    (typed) => expect(prefixQuery(typed)).toBeNull(),
  )
})
