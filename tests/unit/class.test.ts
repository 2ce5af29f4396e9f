import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CODE_ALPHABET, CODE_LENGTH, codeFrom, readCode, shownCode } from '@/lib/domain/class'

const code = fc.uint8Array({ minLength: CODE_LENGTH, maxLength: CODE_LENGTH }).map(codeFrom)

describe('a join code', () => {
  it('is 40 bits: eight of 32 signs, each byte value giving each sign equally often', () => {
    expect(new Set(CODE_ALPHABET).size).toBe(32)
    const signs = Array.from(
      { length: 256 },
      (_, byte) => codeFrom(new Uint8Array(8).fill(byte))[0],
    )
    for (const sign of CODE_ALPHABET) expect(signs.filter((each) => each === sign)).toHaveLength(8)
  })

  it('has no sign that reads as another', () => {
    for (const sign of ['0', '1', 'I', 'O']) expect(CODE_ALPHABET).not.toContain(sign)
  })

  it('is read back as it is shown, in small letters, with spaces and any dash', () => {
    fc.assert(
      fc.property(
        code,
        fc.constantFrom('-', ' ', '\u2013', '\u2011', '\u00a0', ''),
        (made, between) => {
          const typed = shownCode(made).replace('-', between)
          for (const text of [typed, typed.toLowerCase(), `  ${typed}\n`])
            expect(readCode(text)).toEqual({ ok: true, value: made })
        },
      ),
    )
  })

  it('is read in the wide letters of a Chinese keyboard', () => {
    expect(readCode('Ｋ７ＰＡ－ＲＶＳ２')).toEqual({ ok: true, value: 'K7PARVS2' })
  })

  it.each([
    '',
    'K7PARVS',
    'K7PARVS22',
    'K7PARVS0',
    'K7PARVSI',
    'K7PA_RVS2',
    'ÄÖÜPARVS',
    '\u0000'.repeat(8),
  ])('is not %j', (typed) => {
    expect(readCode(typed)).toEqual({ ok: false, rejection: 'not-a-code' })
  })

  it('is shown in two halves', () => {
    expect(shownCode('K7PARVS2')).toBe('K7PA-RVS2')
  })
})
