import 'server-only'
import { randomInt } from 'node:crypto'
import { hashPassword } from './password'

/** Small letters and digits that nobody takes for each other: no i, l and o, no 0 and 1. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'

/**
 * A password that somebody is given: twelve signs, 59 bits, easy to copy from a slip of paper. It is
 * shown once; its owner chooses another at the first sign-in.
 */
export const firstPassword = (): string =>
  Array.from({ length: 12 }, () => SIGNS[randomInt(SIGNS.length)])
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-')

/** So many lists may wait for those before them; a school's first day is not the end of signing in. */
const MOST_WAITING = 8
let waiting = 0
let before: Promise<unknown> = Promise.resolve()

/**
 * The hashes of a list of first passwords, in its order. One list at a time and one password after the other, so that however many lists come at once, they
 * take no more than one processor from everybody who signs in. Null where too many are waiting, or
 * too many sign in.
 */
export async function hashFirstPasswords(passwords: readonly string[]): Promise<string[] | null> {
  if (waiting >= MOST_WAITING) return null
  waiting++
  const mine = before.then(() => hashInTurn(passwords))
  before = mine.catch(() => null)
  return mine.finally(() => waiting--)
}

async function hashInTurn(passwords: readonly string[]): Promise<string[] | null> {
  const hashes: string[] = []
  for (const password of passwords) {
    const hashed = await hashPassword(password)
    if (!hashed.ok) return null
    hashes.push(hashed.value)
  }
  return hashes
}
