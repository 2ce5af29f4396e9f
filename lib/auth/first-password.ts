import 'server-only'
import { randomInt } from 'node:crypto'

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
