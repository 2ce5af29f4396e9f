import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cellOfText, textOfCell } from '@/lib/exchange/cells'

const SIGNS = ['=', '+', '-', '@', '＝', '＋', '－', '＠']
const texts = fc.string({
  unit: fc.constantFrom(...SIGNS, "'", ';', '\t', '\n', '\r', ' ', 'a', '1'),
  maxLength: 12,
})

it('gives back every text that it took', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(textOfCell(cellOfText(text))).toBe(text)
    }),
  )
})

it('makes no cell that begins like a formula, also where a spreadsheet splits it once more', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const part of cellOfText(text).split(/[;\t\r\n]/))
        expect(
          SIGNS.some((sign) => part.trimStart().startsWith(sign)),
          part,
        ).toBe(false)
    }),
  )
})
