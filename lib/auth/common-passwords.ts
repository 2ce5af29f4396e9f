import 'server-only'
import { dictionary } from '@zxcvbn-ts/language-common'

let known: Set<string> | undefined
const plain = (text: string) => text.normalize('NFKC').toLowerCase()
/** What is left without the digits and signs that people add to make a password look like one. */
const bare = (text: string) => plain(text).replace(/[^\p{L}]/gu, '')

/**
 * Whether a password is one that is tried first: among the 49,000 most frequent ones of known breaches
 * (the list that `@zxcvbn-ts/language-common` ships), or nothing but the name, address or username of
 * whose it is with digits or signs around it. Nothing is asked of anybody.
 *
 * @param about names and addresses of who chooses it
 */
export function isCommonPassword(password: string, about: readonly (string | null)[]): boolean {
  known ??= new Set(dictionary['passwords-common'])
  if (known.has(plain(password))) return true
  const own = about.flatMap((text) => (text ? [text, ...text.split(/[@\s.]+/)] : []))
  const left = bare(password)
  return left === '' || own.some((text) => bare(text) !== '' && bare(text) === left)
}
