import { expect, it } from 'vitest'
import { isCommonPassword } from '@/lib/auth/common-passwords'
import { firstPassword } from '@/lib/auth/first-password'

it('refuses what is tried first, in any letters', () => {
  for (const password of ['password', 'PassWord', 'iloveyou', 'qwertyuiop', '1qaz2wsx', '12345678'])
    expect(isCommonPassword(password, []), password).toBe(true)
})

it('refuses what is nothing but digits and signs, or whose it is with some around', () => {
  expect(isCommonPassword('19981231', [])).toBe(true)
  expect(isCommonPassword('2026-11-26!', [])).toBe(true)
  const about = ['Ada Lovelace', 'ada.lovelace@example.org', null]
  for (const password of [
    'Lovelace1815',
    'adalovelace!',
    'ada.lovelace@example.org',
    '!!Ada--2026',
  ])
    expect(isCommonPassword(password, about), password).toBe(true)
})

it('takes words in a row, other scripts and the first passwords that are given out', () => {
  for (const password of ['seven green submarines', '飞马座的第七颗星星', 'Lovelace wrote notes'])
    expect(isCommonPassword(password, ['Ada Lovelace']), password).toBe(false)
  for (let round = 0; round < 200; round++)
    expect(isCommonPassword(firstPassword(), ['Ada'])).toBe(false)
})
