import { describe, expect, it } from 'vitest'
import { corrected, wordsOf } from '@/lib/domain/spelling'

const words = wordsOf([
  {
    title: 'Einstein Probe',
    text: 'Magnetosphere and X-rays. The magnetosphere’s edge, X-ray eyes.',
  },
  { title: 'télémesure', text: 'Chang’e-6 went to the Moon, the far side of the Moon, in a noon.' },
])

describe('a query with words that the course does not have', () => {
  it.each([
    ['Einstien', 'Einstein'],
    ['magnetosfere', 'magnetosphere'],
    ['telemesur', 'télémesure'],
    ['xray', 'X-ray'],
    ['change', 'Chang’e'],
  ])('is given in the nearest words that it has, as they are written: %s', (typed, meant) =>
    expect(corrected(typed, [typed.toLowerCase()], words)).toBe(meant),
  )
  it('keeps its other words and signs as they were typed', () => {
    expect(corrected('"Einstien’s  probe" -Moon', ['einstien'], words)).toBe(
      '"Einstein’s  probe" -Moon',
    )
  })
  it('means the more frequent of two words that are equally near', () => {
    expect(corrected('boon', ['boon'], words)).toBe('Moon')
  })
  it.each(['banana', 'fra', 'maggnettosfere', '2031', '遥测系统'])(
    'is left as it is where no word is near: %s',
    (typed) => expect(corrected(typed, [typed], words)).toBeNull(),
  )
  it('is left as it is where every word is known', () => {
    expect(corrected('Einstein moon', [], words)).toBeNull()
    expect(corrected('X-ray', ['xray'], words)).toBeNull()
  })
})
