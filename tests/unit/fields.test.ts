import { expect, it } from 'vitest'
import { one, writtenText } from '@/lib/fields'

it('a written text has plain line ends and no sign that the database does not keep', () => {
  const field = one(writtenText.min(1, 'reason').max(20, 'reason'))
  expect(field.parse([' well\r\ndo\0ne \0'])).toBe('well\ndone')
  expect(field.parse(['e\u0301'])).toBe('\u00e9')
  expect(field.safeParse(['\0 \r\n']).success).toBe(false)
  expect(field.safeParse(undefined).success).toBe(false)
  expect(field.safeParse(['x'.repeat(21)]).success).toBe(false)
})
