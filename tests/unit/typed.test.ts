import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isListed, normalise, readNumber } from '@/lib/domain/typed'

describe('a typed answer', () => {
  it.each([
    ['Chang’e 6', "chang'e 6"],
    ['Chang‘e 6', "chang'e 6"],
    ['Chang´e 6', "chang'e 6"],
    ['Chang`e 6', "chang'e 6"],
    ['Changʼe 6', "chang'e 6"],
    ['  CHANG’E   6 ', "chang'e 6"],
    ['Chang’e\u00a06', "chang'e 6"],
    ['Chang’e–6', "chang'e-6"],
    ['Chang’e − 6', "chang'e-6"],
    ['Chang\u00ad’e\u200b 6', "chang'e 6"],
    ['Paris.', 'paris'],
    ['Paris .', 'paris'],
    ['Paris!', 'paris'],
    ['ﬁeld', 'field'],
    ['ＥＳＡ', 'esa'],
    ['Poincare\u0301', 'poincaré'],
    ['“Smile”', '"smile"'],
  ])('%j is compared as %j', (typed, compared) => {
    expect(normalise(typed)).toBe(compared)
  })
  it.each([
    ["Chang'e 5", 'Chang’e 6'],
    ["Chang'e 66", 'Chang’e 6'],
    ['Change 6', 'Chang’e 6'],
    ['Shan Zhongda', 'Shan Zhongde'],
    ['Tiangong', 'Tianguan'],
    ['2017', '2016'],
    ['Pariss', 'Paris'],
    ['resume', 'résumé'],
  ])('%j is never taken for %j', (typed, listed) => {
    expect(isListed(typed, [listed])).toBe(false)
  })
  it('is any of the listed answers', () => {
    expect(isListed('ce-6', ['Chang’e 6', 'CE–6'])).toBe(true)
    expect(isListed('ce-6', [])).toBe(false)
  })
  it('is compared the same however often it is brought into that form', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(normalise(normalise(text))).toBe(normalise(text))
        expect(isListed(` ${text} `, [text])).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

const UNITS = ['km', 'kilometres', 'km²', '%', 'years', '']
const read = (typed: string) =>
  readNumber(typed, UNITS).map(({ n, d }) => (d === 1 ? String(n) : `${n}/${d}`))

describe('a typed number', () => {
  it.each<[string, string[]]>([
    ['8.7', ['87/10']],
    ['8,7', ['87/10']],
    ['8.70', ['87/10']],
    [',5', ['1/2']],
    ['5.', ['5']],
    ['+5', ['5']],
    ['0012', ['12']],
    ['121000', ['121000']],
    ['121 000', ['121000']],
    ['121\u202f000', ['121000']],
    ['121\u2009000', ['121000']],
    ['121\u00a0000', ['121000']],
    ["121'000", ['121000']],
    ['121’000', ['121000']],
    ['1 234 567,8', ['6172839/5']],
    ['1,234,567.8', ['6172839/5']],
    ['1.234.567,8', ['6172839/5']],
    ['-40', ['-40']],
    ['−40', ['-40']],
    ['– 40', ['-40']],
    ['−40 000', ['-40000']],
    ['40 km', ['40']],
    ['40km', ['40']],
    ['40 KM.', ['40']],
    ['12 000 km²', ['12000']],
    ['12 Kilometres', ['12']],
    ['5 %', ['5']],
    ['5%', ['5']],
    ['zero', ['0']],
    ['Nine', ['9']],
    ['ten.', ['10']],
    ['twenty', ['20']],
    ['eleven years', ['11']],
    ['twelve %', ['12']],
  ])('%j is read', (typed, expected) => {
    expect(read(typed)).toEqual(expected)
  })
  it.each<[string, string[]]>([
    ['1,234', ['617/500', '1234']],
    ['121.000', ['121', '121000']],
  ])('%j has two readings, and both are given', (typed, expected) => {
    expect(read(typed)).toEqual(expected)
  })
  it.each([
    '12 1000',
    '1 2',
    '1,23,456',
    '1,234 567',
    "1,234'567",
    '5.5.5',
    '1e3',
    '--5',
    '5-',
    '1-2',
    '1/2',
    '½',
    'forty',
    'twenty-one',
    'minus two',
    'tenth',
    'nine ten',
    '40 miles',
    '40 km km',
    'km',
    '',
    'Infinity',
    '0x10',
    '9999999999999',
  ])('%j is refused', (typed) => {
    expect(read(typed)).toEqual([])
  })
  it('is the same as a word and in digits, in every unit that a word could end in', () => {
    const words =
      'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen ' +
      'fifteen sixteen seventeen eighteen nineteen twenty'
    for (const unit of ['', 'N', 't', 'e', 'years'])
      for (const [n, word] of words.split(' ').entries())
        for (const typed of [word, word.toUpperCase(), `${word} ${unit}`])
          expect(readNumber(typed, [unit]), typed).toEqual(readNumber(String(n)))
  })
  it('is read whatever was typed, without ever throwing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[-+−0-9., ']*$/)),
        (text) => {
          expect(Array.isArray(readNumber(text, UNITS))).toBe(true)
        },
      ),
      { numRuns: 2000 },
    )
  })
  it('is read as itself, written plainly or in groups', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), (n) => {
        for (const text of [
          String(n),
          n.toLocaleString('en'),
          n.toLocaleString('de'),
          n.toLocaleString('fr'),
        ])
          expect(readNumber(`${text} km`, UNITS)).toContainEqual({ n: n + 0, d: 1 })
      }),
    )
  })
})
